import { describe, expect, it } from "vitest";
import { followUps } from "../../shared/store/rows/deployments.ts";
import { DeploymentId, FollowUpId, SchoolId } from "../../shared/domain/ids.ts";
import { pastDeadline, toWorkingDay } from "../harness/workingDay.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { problemIn, read } from "./read.ts";
import { setScene } from "./scene.ts";
import { offered, step } from "./offering.ts";

const service = await serviceForTests();

describe("offers whose deadline passes", () => {
  it("expire, give back what they held, leave the person to be proposed again, and are not answered late", async () => {
    const { scene, person, request, offer } = await offered(await setScene(service));
    const accepted = read.offer(await step({ scene, offer }, "acceptance")(person.account));
    await pastDeadline(service, accepted.expiresAt);
    await service.settle();
    const late = await step({ scene, offer }, "release")(person.homeHead, { released: true });
    expect(problemIn(late)).toBe("offer-expired");
    await service.fire("hour");
    await service.settle();
    const [row] = read.offers(await scene.get(person.account, "/offers")).items;
    expect(row?.state).toBe("expired");
    expect(await scene.request(request)).toMatchObject({ slotsOpen: 1, declinedBy: [] });
    const latest = read.runs(await scene.get(scene.broker, "/match-runs")).items;
    expect(latest.some(({ trigger }) => trigger === "refusal")).toBe(true);
  });

  it("are looked at beside the follow-ups that are due, which the school is then asked, once", async () => {
    const scene = await setScene(service);
    const { requestId, objectiveId } = await scene.addRequest(0);
    const { world } = service.host;
    const followUp = (dueOn: string) => ({
      followUpId: world.fresh(FollowUpId),
      deploymentId: world.fresh(DeploymentId),
      requestId,
      objectiveId,
      schoolId: scene.schools[0] ?? world.fresh(SchoolId),
      after: "one-term" as const,
      dueOn,
      state: "due" as const,
      answer: null,
      revision: 0,
    });
    const [due, later] = [followUp("2020-01-06"), followUp("2099-01-05")];
    await scene.store.stage(followUps, [due, later]);
    await toWorkingDay(service);
    await service.fire("hour");
    await service.settle();
    await service.fire("hour");
    await service.settle();
    const rows = await Promise.all([due, later].map((each) => scene.store.get(followUps, each)));
    expect(rows.map((row) => [row?.state, row?.revision])).toEqual([
      ["asked", 1],
      ["due", 0],
    ]);
  });
});
