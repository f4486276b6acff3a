import { expect, test } from "vitest";
import { usualCalendar } from "../../shared/domain/calendar/calendarInForce.ts";
import { DeploymentId } from "../../shared/domain/ids.ts";
import { allAlsoListed, workGivenBy, workToChase } from "../../shared/store/rows/alsoListed.ts";
import { isAllListed } from "../../shared/store/listedElsewhere.ts";
import { deployments, evaluations } from "../../shared/store/rows/deployments.ts";
import { requests, requestsBegunBy } from "../../shared/store/rows/requests.ts";
import { create } from "../../shared/store/store.ts";
import { loose } from "../../test/harness/loose.ts";
import { numbered, someDeployment, someRequest } from "../../test/harness/rows.ts";
import { ended } from "../../test/harness/someoneKnown.ts";
import { someoneToErase } from "../../test/harness/someoneToErase.ts";
import { chaseWork } from "./chaseWork.ts";
import { listAllBegun } from "./listAll.ts";

const on = (today: string) => ({ now: `${today}T09:00:00.000Z`, today, calendarOf: () => usualCalendar });
const { requestId, deploymentId } = ended;

test("work from before there were lists is looked at until brokers know of what is missing, and no longer", async () => {
  const { store } = await someoneToErase();
  await store.drop(evaluations, [{ requestId, deploymentId, side: "school" }]);
  const listed: number[] = [];
  for (const today of ["2026-12-01", "2026-12-02", "2027-01-12"]) {
    await chaseWork(store, on(today));
    listed.push((await store.all(workToChase)).length);
  }
  expect(listed).toEqual([1, 1, 0]);
  const found = await store.get(deployments, { requestId, deploymentId });
  expect(found?.evaluationChases?.school?.brokersOn).toBe("2026-12-02");
  expect(await store.all(workGivenBy(ended.homeSchoolId))).toMatchObject([{ deploymentId }]);
});

test("work that the release before agrees once the first look is over is listed by a second, and there is no third", async () => {
  const { store } = await someoneToErase();
  const request = someRequest(7, numbered.school(1), "2026-06-01");
  const agreed = (number: number) => ({
    ...someDeployment(request, ended),
    deploymentId: DeploymentId.parse(`dep_0000000${number}`),
  });
  const listed: number[] = [];
  for (const [place, today] of ["2026-12-01", "2026-12-02", "2026-12-03", "2026-12-07"].entries()) {
    await chaseWork(store, on(today));
    listed.push((await store.all(workGivenBy(ended.homeSchoolId))).length);
    await store.stage(deployments, [agreed(place + 3)]);
  }
  expect(listed).toEqual([1, 1, 3, 3]);
  expect(await store.get(allAlsoListed, { of: "work" })).toEqual({
    of: "work",
    listedAt: on("2026-12-01").now,
    againAt: on("2026-12-03").now,
  });
});

test("work that cannot be read keeps the rest from being listed in no hour, and all is looked at again until it can", async () => {
  const { store } = await someoneToErase();
  const request = someRequest(7, numbered.school(1), "2026-06-01");
  const strange = {
    ...someDeployment(request, { ...ended }),
    deploymentId: DeploymentId.parse("dep_00000007"),
  };
  const asNow = { ...loose(deployments), listings: () => deployments.listings(strange) };
  await store.note(create(asNow, { ...strange, daysDelivered: "of another release" }));
  await expect(chaseWork(store, on("2026-12-01"))).rejects.toThrow("could not be dealt with");
  expect(await store.all(workGivenBy(ended.homeSchoolId))).toMatchObject([{ deploymentId }]);
  expect(await store.get(allAlsoListed, { of: "work" })).toBeUndefined();
  await store.stage(deployments, [strange]);
  await chaseWork(store, on("2026-12-01"));
  expect(await store.get(allAlsoListed, { of: "work" })).toBeDefined();
  expect((await store.all(workToChase)).map((each) => each.deploymentId)).toContain(strange.deploymentId);
});

test("a request that a leader began is put in the list of their account, and no other", async () => {
  const { store } = await someoneToErase();
  const begun = { ...someRequest(8, numbered.school(1), "2026-06-01"), initiatedBy: "leader" as const };
  await store.stage(requests, [begun, someRequest(9, numbered.school(1), "2026-06-01")]);
  const listed = async () =>
    (await store.all(requestsBegunBy(begun.startedBy))).map((each) => each.requestId);
  await listAllBegun(store, on("2026-12-01"));
  expect([await listed(), await isAllListed(store, "requests")]).toEqual([[begun.requestId], false]);
  await listAllBegun(store, on("2026-12-03"));
  expect([await listed(), await isAllListed(store, "requests")]).toEqual([[begun.requestId], true]);
});
