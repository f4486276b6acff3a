import { describe, expect, test } from "vitest";
import { addMonths, dateAt } from "../../shared/domain/calendar/calendar.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import { people } from "../../shared/store/rows/people.ts";
import { replace } from "../../shared/store/store.ts";
import { toWorkingDay } from "../harness/workingDay.ts";
import { problemIn } from "./withSchools.ts";
import { claim, groundForPeople, personIn } from "./groundForPeople.ts";

const { service, ours, home, other, get, put, post, added, trailOf } = await groundForPeople();

describe("claims", () => {
  test("are endorsed by the home head, and by no other head, and the person is told", async () => {
    const { personId } = await added({ email: "practitioner.17@example.org" });
    const path = `/people/${personId}/claims/CT-03/endorsement`;
    const body = { note: "Seen in lessons" };
    expect(problemIn(await post(ours.head(other.schoolId), path, body))).toMatchObject({
      status: 404,
    });
    expect(problemIn(await post(ours.practitioner(personId), path, body))).toMatchObject({
      status: 403,
    });
    const missing = await post(ours.head(home.schoolId), path.replace("CT-03", "CT-04"), body);
    expect(problemIn(missing)).toMatchObject({ status: 404 });
    const endorsed = personIn(await post(ours.head(home.schoolId), path, body));
    expect(endorsed.claims[0]?.endorsement).toMatchObject({ bySchoolId: home.schoolId, ...body });
    await post(ours.head(home.schoolId), path, body);
    expect((await trailOf(personId)).map(({ action }) => action)).toEqual(["person-added", "claim-endorsed"]);
    await service.settle();
    const told = (await service.letters()).filter(({ to }) => to.includes("practitioner.17@example.org"));
    expect(told).toHaveLength(1);
  });

  test("are spoken of only as they were read: one that was changed since is neither endorsed nor declined", async () => {
    const { personId } = await added();
    const path = `/people/${personId}/claims/CT-03/endorsement`;
    const head = ours.head(home.schoolId);
    const more = { ...claim, level: "can-lead-review" };
    await put(ours.practitioner(personId), `/people/${personId}/claims`, { claims: [more] });
    for (const [at, said] of [
      [path, { note: "Seen in lessons" }],
      [`${path}/refusal`, { reason: "It was another team" }],
    ] as const)
      expect(problemIn(await post(head, at, { ...said, claim }))).toMatchObject({
        status: 409,
        code: "wrong-state",
      });
    expect((await trailOf(personId)).map(({ action }) => action)).toEqual(["person-added", "claims-set"]);
    const endorsed = personIn(await post(head, path, { note: "", claim: more }));
    expect(endorsed.claims[0]).toMatchObject({ ...more, endorsement: { bySchoolId: home.schoolId } });
  });

  test("lose their endorsement when the home head takes it back, and the person is told once", async () => {
    const email = "practitioner.30@example.org";
    const { personId } = await added({ email });
    const path = `/people/${personId}/claims/CT-03/endorsement`;
    const back = `${path}/withdrawal`;
    await post(ours.head(home.schoolId), path, { note: "Seen in lessons" });
    // Of two letters in a queue either may go first.
    await service.settle();
    expect(problemIn(await post(ours.head(other.schoolId), back, undefined))).toMatchObject({
      status: 404,
    });
    expect(problemIn(await post(ours.practitioner(personId), back, undefined))).toMatchObject({
      status: 403,
    });
    for (const _time of [1, 2]) {
      const after = personIn(await post(ours.head(home.schoolId), back, undefined));
      expect(after.claims).toEqual([{ ...claim, endorsement: null }]);
    }
    const missing = await post(ours.broker, back.replace("CT-03", "CT-04"), undefined);
    expect(problemIn(missing)).toMatchObject({ status: 404 });
    expect((await trailOf(personId)).map(({ action }) => action)).toEqual([
      "person-added",
      "claim-endorsed",
      "endorsement-withdrawn",
    ]);
    await service.settle();
    const told = (await service.letters()).filter(({ to }) => to.includes(email));
    expect(told.map(({ subject }) => subject)).toEqual([
      "A claim of expertise of yours was endorsed",
      "A claim of expertise of yours is no longer endorsed",
    ]);
  });

  test("are declined by the home head with a reason, for those whom it concerns, until they are changed or endorsed", async () => {
    const email = "practitioner.40@example.org";
    const { personId } = await added({ email });
    const path = `/people/${personId}/claims/CT-03/endorsement`;
    const body = { reason: "It was another team that led it" };
    const head = ours.head(home.schoolId);
    const refusals = [
      problemIn(await post(ours.head(other.schoolId), `${path}/refusal`, body)),
      problemIn(await post(ours.practitioner(personId), `${path}/refusal`, body)),
      problemIn(await post(head, `${path.replace("CT-03", "CT-04")}/refusal`, body)),
      problemIn(await post(head, `${path}/refusal`, { reason: "" })),
    ];
    expect(refusals.map(({ status }) => status)).toEqual([404, 403, 404, 422]);
    for (const _time of [1, 2]) {
      const [declined] = personIn(await post(head, `${path}/refusal`, body)).claims;
      expect(declined).toMatchObject({
        endorsement: null,
        endorsementDeclined: { bySchoolId: home.schoolId, ...body },
      });
    }
    const reasonFor = async (account: string) =>
      personIn(await get(account, `/people/${personId}`)).claims[0]?.endorsementDeclined?.reason;
    for (const account of [ours.practitioner(personId), head, ours.broker])
      expect(await reasonFor(account)).toBe(body.reason);
    expect(await reasonFor(ours.director)).toBe("");
    const own = ours.practitioner(personId);
    const same = personIn(await put(own, `/people/${personId}/claims`, { claims: [claim] }));
    expect(same.claims[0]?.endorsementDeclined?.reason).toBe(body.reason);
    await service.settle();
    const endorsed = personIn(await post(head, path, { note: "Seen now" }));
    expect(endorsed.claims[0]).toMatchObject({ endorsement: { note: "Seen now" } });
    expect(endorsed.claims[0]?.endorsementDeclined).toBeUndefined();
    expect(problemIn(await post(head, `${path}/refusal`, body))).toMatchObject({ code: "wrong-state" });
    const trail = await trailOf(personId);
    expect(trail.map(({ action }) => action)).toEqual([
      "person-added",
      "endorsement-declined",
      "claim-endorsed",
    ]);
    expect(JSON.stringify(trail)).not.toContain("another team");
    await service.settle();
    const told = (await service.letters()).filter(({ to }) => to.includes(email));
    expect(told.map(({ subject }) => subject)).toEqual([
      "A claim of expertise of yours was not endorsed",
      "A claim of expertise of yours was endorsed",
    ]);
    expect(JSON.stringify(told)).not.toContain("another team");
  });

  test("of a head are endorsed by another head or the broker, never by themself", async () => {
    const { personId } = await added();
    const enrol = (account: string, person: PersonId | undefined) =>
      service.enrol({
        account: `${account}-${personId.slice(4)}`,
        partnership: ours.partnershipId,
        roles: ["school", "practitioner", ...(account === "broker" ? ["broker" as const] : [])],
        school: home.schoolId,
        ...(person && { person }),
      });
    const path = `/people/${personId}/claims/CT-03/endorsement`;
    for (const own of [enrol("head", personId), enrol("broker", personId)]) {
      const refused = problemIn(await post(own, path, { note: "" }));
      expect(refused).toMatchObject({ status: 403, code: "forbidden" });
      expect(refused.detail).toContain("Another head, or the broker");
    }
    const byBroker = personIn(await post(ours.broker, path, { note: "Seen" }));
    expect(byBroker.claims[0]?.endorsement).toMatchObject({ bySchoolId: home.schoolId, note: "Seen" });
    const byOther = personIn(await post(enrol("other-head", undefined), path, { note: "Seen too" }));
    expect(byOther.claims[0]?.endorsement).toMatchObject({ note: "Seen too" });
    expect((await trailOf(personId)).map(({ actor }) => actor.role)).toEqual(["broker", "broker", "school"]);
  });

  test("cannot be of a year to come", async () => {
    const { personId } = await added();
    const claims = [{ ...claim, lastPractisedYear: 2090 }];
    const refused = problemIn(
      await put(ours.practitioner(personId), `/people/${personId}/claims`, { claims }),
    );
    expect(refused).toMatchObject({ status: 422, errors: [{ pointer: "/claims/0/lastPractisedYear" }] });
  });

  test("keep their endorsement unless they are changed", async () => {
    const { personId } = await added();
    await post(ours.head(home.schoolId), `/people/${personId}/claims/CT-03/endorsement`, {
      note: "",
    });
    const path = `/people/${personId}/claims`;
    const own = ours.practitioner(personId);
    const more = personIn(await put(own, path, { claims: [claim, { ...claim, code: "CT-04" }] }));
    expect(more.claims.map(({ endorsement }) => endorsement !== null)).toEqual([true, false]);
    const raised = personIn(await put(own, path, { claims: [{ ...claim, level: "can-lead-review" }] }));
    expect(raised.claims.map(({ endorsement }) => endorsement)).toEqual([null]);
    const unknown = problemIn(await put(own, path, { claims: [{ ...claim, code: "ZZ-99" }] }));
    expect([unknown.code, unknown.errors[0]?.pointer]).toEqual(["unknown-code", "/claims/0/code"]);
    const nine = Array.from({ length: 9 }, (_, index) => ({ ...claim, code: `CT-0${index + 1}` }));
    expect(problemIn(await put(own, path, { claims: nine })).code).toBe("invalid-request");
  });
});

describe("the yearly question whether claims still hold", () => {
  test("is put once to a practitioner who confirmed them a year ago, and answered by sending them again", async () => {
    await toWorkingDay(service);
    const today = dateAt(service.host.world.now());
    const email = "practitioner.20@example.org";
    const { personId } = await added({ email });
    const store = service.host.world.storeFor(ours.partnershipId);
    const held = async () => {
      const person = await store.get(people, { personId });
      if (!person) throw new Error("The person was just added");
      return person;
    };
    const anHourLater = async () => {
      await service.fire("hour");
      await service.settle();
      return (await service.letters()).filter(({ to }) => to.includes(email));
    };
    expect((await held()).claimsConfirmedOn).toBe(today);
    expect(await anHourLater()).toEqual([]);
    await store.commit({
      chain: `person:${personId}`,
      action: "aged-by-the-test",
      actor: { role: "service", account: "test" },
      writes: [replace(people, { ...(await held()), claimsConfirmedOn: addMonths(today, -12) })],
    });
    expect(await anHourLater()).toMatchObject([{ subject: expect.stringContaining("still hold") }]);
    expect(await anHourLater()).toHaveLength(1);
    expect(await held()).toMatchObject({ claimsAskedOn: today, claims: [{ code: "CT-03" }] });
    const sent = await put(ours.practitioner(personId), `/people/${personId}/claims`, {
      claims: [claim],
    });
    expect(personIn(sent)).toMatchObject({ claimsConfirmedOn: today, claims: [claim] });
    const trail = await trailOf(personId);
    expect(trail.map(({ action }) => action)).toEqual([
      "person-added",
      "aged-by-the-test",
      "claims-renewal-asked",
      "claims-set",
    ]);
  });
});
