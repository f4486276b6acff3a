import { describe, expect, test } from "vitest";
import { addMonths } from "../../shared/domain/calendar/calendar.ts";
import { schoolContacts } from "../../shared/store/rows/partnership.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { problemIn, read } from "./read.ts";
import { personIn } from "./groundForPeople.ts";
import { movesIn } from "./moving.ts";
import { setScene } from "./scene.ts";

const service = await serviceForTests();
const { put } = service;
const { today, offered, move, offerNow, capacityNow, trailOf } = movesIn(service);

describe("a move to another school that is in force", () => {
  test("withdraws what was offered, gives the place and the days back, and says no reason", async () => {
    const made = await offered();
    const { scene, person, request, offerPath } = made;
    await scene.post(person.account, `${offerPath}/acceptance`, {});
    expect(await scene.request(request)).toMatchObject({ slotsOpen: 0 });
    for (const _time of [1, 2])
      expect((await move(made, { homeSchoolId: scene.schoolAt(2), from: today() })).status).toBe(200);
    expect(await offerNow(made)).toMatchObject({ state: "withdrawn" });
    expect(await scene.request(request)).toMatchObject({ slotsOpen: 1, state: "open", declinedBy: [] });
    expect(await capacityNow(made)).toMatchObject({ daysLeft: 20, deploymentsLeft: 4 });
    const seen = await scene.get(request.head, offerPath);
    expect([seen.status, JSON.stringify(seen.body).includes("available")]).toEqual([200, false]);
    const steps = (await trailOf(scene, `/people/${person.personId}`)).map(({ action }) => action);
    expect(steps).toEqual(["claim-endorsed", "person-moved"]);
    const ended = (await trailOf(scene, `/requests/${request.requestId}`)).filter(
      ({ action }) => action === "offer-withdrawn",
    );
    expect(ended).toMatchObject([{ actor: { role: "service" } }]);
  });

  test("keeps the claims, to be endorsed anew by the new head, whom it tells and who can", async () => {
    const made = await offered();
    const { scene, person } = made;
    const [former, next] = [scene.schoolAt(1), scene.schoolAt(2)];
    const headEmail = `head-${next.slice(4)}@new.example`;
    const contact = { schoolId: next, headEmail, inCategoryOfConcern: false, revision: 0 };
    await scene.store.stage(schoolContacts, [contact]);
    await move(made, { homeSchoolId: next, from: today() });
    const path = `/people/${person.personId}`;
    expect(personIn(await scene.get(scene.broker, path))).toMatchObject({
      homeSchoolId: next,
      employment: [
        { schoolId: former, to: today() },
        { schoolId: next, to: null },
      ],
      claims: [{ code: "CT-02", endorsement: null, endorsementEnded: { bySchoolId: former, on: today() } }],
      assurance: null,
    });
    const letters = (await service.letters()).filter(({ to }) => to.includes(headEmail));
    expect(letters.map(({ subject }) => subject)).toEqual(["A practitioner has joined your school"]);
    expect((await scene.get(person.homeHead, path)).status).toBe(404);
    const endorsing = `${path}/claims/CT-02/endorsement`;
    expect(problemIn(await scene.post(person.homeHead, endorsing, { note: "" }))).toBe("not-found");
    const [claim] = personIn(await scene.post(scene.head(next), endorsing, { note: "Seen again" })).claims;
    expect(claim?.endorsement).toMatchObject({ bySchoolId: next, note: "Seen again" });
    expect(claim?.endorsementEnded).toBeUndefined();
  });

  test.each([
    ["a conflict for months", 23, { status: 404, names: true }],
    ["no conflict once they are over", 25, { status: 201, names: false }],
  ])("leaves the former school as %s", async (_what, months, expected) => {
    const scene = await setScene(service);
    const person = await scene.addPerson(1);
    const from = addMonths(today(), -months);
    await move({ scene, person }, { homeSchoolId: scene.schoolAt(2), from });
    const assurance = {
      confirmedBySchoolId: scene.schoolAt(2),
      confirmedOn: from,
      validUntil: "2099-08-31",
    };
    await put(scene.broker, `/people/${person.personId}/standing`, { designations: [], assurance });
    const request = await scene.addRequest(1);
    const runId = await scene.run();
    const told = await scene.get(scene.broker, `/match-runs/${runId}/practitioners/${person.personId}`);
    const confirmed = await scene.confirm(runId, request, person);
    const names = JSON.stringify(told.body).includes("past-employer");
    expect({ status: confirmed.status, names }).toEqual(expected);
  });

  test("is the broker's alone, to a school of the register that works, after what is on record", async () => {
    const scene = await setScene(service);
    const person = await scene.addPerson(1);
    const path = `/people/${person.personId}/move`;
    const body = { move: { homeSchoolId: scene.schoolAt(2), from: today() } };
    for (const account of [scene.director, person.account, person.homeHead])
      expect(problemIn(await put(account, path, body))).toBe("forbidden");
    const other = await setScene(service);
    expect(problemIn(await put(other.broker, path, body))).toBe("not-found");
    for (const [wrong, code, pointer] of [
      [{ homeSchoolId: "sch_nosuchschool", from: today() }, "unknown-school", "/move/homeSchoolId"],
      [{ homeSchoolId: scene.schoolAt(2), from: "2019-08-31" }, "invalid-request", "/move/from"],
      [{ homeSchoolId: scene.schoolAt(2), from: "9999-12-31" }, "invalid-request", "/move/from"],
      [{ homeSchoolId: scene.schoolAt(1), from: today() }, "wrong-state", undefined],
    ] as const) {
      const refused = await put(scene.broker, path, { move: wrong });
      expect([problemIn(refused), read.problem(refused).errors?.[0]?.pointer]).toEqual([code, pointer]);
    }
  });
});
