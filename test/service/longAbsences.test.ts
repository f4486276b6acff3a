import { describe, expect, test } from "vitest";
import { addDays } from "../../shared/domain/calendar/calendar.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { personIn } from "./groundForPeople.ts";
import { type Made, movesIn } from "./moving.ts";

const service = await serviceForTests();
const { put } = service;
const { today, offered, agreed, offerNow, tasksNow, trailOf } = movesIn(service);

describe("a long absence", () => {
  const away = { parked: { reason: "Ill since Monday", endsOffers: true } };
  const parking = async ({ scene, person }: Made, parked: unknown) => {
    const answer = await put(scene.broker, `/people/${person.personId}/parked`, { parked });
    await service.settle();
    return answer;
  };

  test("withdraws offers silently: nobody learns why, and whoever is away is not written to", async () => {
    const made = await offered();
    const { scene, person, request, offerPath } = made;
    await scene.post(person.account, `${offerPath}/acceptance`, {});
    await service.settle();
    const { email } = personIn(await scene.get(scene.broker, `/people/${person.personId}`));
    const before = (await service.letters()).length;
    await parking(made, { ...away.parked, until: addDays(today(), 60) });
    expect(await offerNow(made)).toMatchObject({ state: "withdrawn" });
    expect(await scene.request(request)).toMatchObject({ slotsOpen: 1 });
    const letters = (await service.letters()).slice(before);
    expect(letters.some(({ subject }) => subject.includes("withdrawn"))).toBe(true);
    expect(letters.filter(({ to }) => email !== null && to.includes(email))).toEqual([]);
    expect(JSON.stringify(letters)).not.toMatch(/Ill since|absen|leave|away/i);
    const seen = [
      await scene.get(request.head, offerPath),
      await scene.get(person.homeHead, `/people/${person.personId}`),
    ];
    expect(JSON.stringify(seen.map(({ body }) => body))).not.toMatch(/Ill since|endsOffers/);
    const trail = await trailOf(scene, `/requests/${request.requestId}`);
    expect(JSON.stringify(trail)).not.toMatch(/Ill since|away|park/);
  });

  test("makes work under way a task, which can go on, and which ends with the absence", async () => {
    const made = await agreed();
    const until = addDays(today(), 60);
    await parking(made, { ...away.parked, until });
    const [task] = await tasksNow(made);
    expect(task?.evidence).toEqual({ kind: "absent-practitioner", until });
    await parking(made, null);
    expect(await tasksNow(made)).toEqual([]);
    await parking(made, { ...away.parked, until });
    const body = { as: "goes-on", reason: "Back before the next visit" };
    const settled = await made.scene.post(made.scene.broker, `/tasks/${task?.taskId}/settlement`, body);
    expect(settled.status).toBe(200);
  });

  test("that is short leaves what is open as it is", async () => {
    const made = await offered();
    await parking(made, { until: addDays(today(), 60), reason: "Exams" });
    expect(await offerNow(made)).toMatchObject({ state: "sent" });
  });
});
