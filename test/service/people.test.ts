import { describe, expect, test } from "vitest";
import { VisiblePerson } from "../../shared/contract/routes/peopleViews.ts";
import { pageOf } from "../../shared/contract/routes/views.ts";
import { academicYearOf, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { PersonId } from "../../shared/domain/ids.ts";
import { retiredCodes } from "../../shared/registers/taxonomy/retired.ts";
import { newPartnership } from "../harness/service.ts";
import { problemIn } from "./withSchools.ts";
import { claim, groundForPeople, personIn, profile } from "./groundForPeople.ts";

const { service, ours, members, home, other, get, put, post, draft, added, trailOf, capacityFor } =
  await groundForPeople();

describe("adding a practitioner", () => {
  test("puts them on record with a spell of employment, this year's capacity and a trail without names", async () => {
    const person = await added();
    expect(person.employment).toEqual([{ schoolId: home.schoolId, from: "2020-09-01", to: null }]);
    expect(person.claims).toEqual([{ ...claim, endorsement: null }]);
    expect(await capacityFor(person.personId)).toEqual({
      personId: person.personId,
      academicYear: academicYearOf(dateAt(service.host.world.now())),
      daysTotal: 15,
      daysLeft: 15,
      deploymentsTotal: 2,
      deploymentsLeft: 2,
    });
    const trail = await trailOf(person.personId);
    expect(trail.map(({ action }) => action)).toEqual(["person-added"]);
    expect(JSON.stringify(trail)).not.toMatch(/Practitioner 12|example\.org/);
  });

  test("answers a repeat under one Idempotency-Key alike, and refuses another body under it", async () => {
    const headers = { "idempotency-key": "person-1" };
    const add = (sent: object) =>
      service.ask(ours.broker, { method: "POST", path: "/people", body: sent, headers });
    const body = draft({ email: "practitioner.13@example.org" });
    const first = await add(body);
    const again = await add(body);
    expect([again.status, again.body]).toEqual([201, first.body]);
    const reused = problemIn(await add({ ...body, name: "Practitioner 14" }));
    expect(reused).toMatchObject({ status: 422, code: "idempotency-key-reused" });
  });

  test("refuses an address that another practitioner has, however it is written", async () => {
    await added({ email: "Practitioner.18@example.org" });
    const again = problemIn(
      await post(ours.broker, "/people", draft({ email: "practitioner.18@Example.org" })),
    );
    expect([again.status, again.code, again.errors[0]?.pointer]).toEqual([409, "already-exists", "/email"]);
  });

  test.each([
    [
      "an unknown home school",
      () => ({ homeSchoolId: "sch_nosuchschool" }),
      { code: "unknown-school", pointer: "/homeSchoolId" },
    ],
    [
      "a closed home school",
      () => ({ homeSchoolId: members.find(({ status }) => status === "closed")?.schoolId }),
      { code: "closed-school", pointer: "/homeSchoolId" },
    ],
    [
      "an unknown code",
      () => ({ claims: [claim, { ...claim, code: "ZZ-99" }] }),
      { code: "unknown-code", pointer: "/claims/1/code" },
    ],
    [
      "a retired code",
      () => ({ claims: [{ ...claim, code: retiredCodes[0]?.code }] }),
      { code: "retired-code", pointer: "/claims/0/code" },
    ],
    [
      "an interest in an unknown school",
      () => ({
        declaredInterests: [{ schoolId: "sch_nosuchschool", kind: "governor", since: "2025-01-01" }],
      }),
      { code: "unknown-school", pointer: "/declaredInterests/0/schoolId" },
    ],
    [
      "availability that ends before it begins",
      () => ({ availability: [{ from: "2026-07-17", to: "2026-01-05" }] }),
      { code: "invalid-request", pointer: "/availability/0/to" },
    ],
    [
      "a designation that lapsed before it was awarded",
      () => ({
        designations: [{ title: "SLE", awardingBody: "A", awardedOn: "2024-09-01", expiresOn: "2023-09-01" }],
      }),
      { code: "invalid-request", pointer: "/designations/0/expiresOn" },
    ],
    [
      "days that are not halves",
      () => ({ capacityDaysPerYear: 1.25 }),
      { code: "invalid-request", pointer: "/capacityDaysPerYear" },
    ],
    [
      "a code claimed twice",
      () => ({ claims: [claim, claim] }),
      { code: "invalid-request", pointer: "/claims" },
    ],
    [
      "employment that is still to come",
      () => ({ employedFrom: "2090-01-01" }),
      { code: "invalid-request", pointer: "/employedFrom" },
    ],
    [
      "employment since before days are reckoned",
      () => ({ employedFrom: "0001-01-01" }),
      { code: "invalid-request", pointer: "/employedFrom" },
    ],
    [
      "expertise practised in a year to come",
      () => ({ claims: [claim, { ...claim, code: "CT-04", lastPractisedYear: 2090 }] }),
      { code: "invalid-request", pointer: "/claims/1/lastPractisedYear" },
    ],
    [
      "a ninth claim",
      () => ({
        claims: Array.from({ length: 9 }, (_, index) => ({ ...claim, code: `CT-${10 + index}` })),
      }),
      { code: "invalid-request", pointer: "/claims" },
    ],
    [
      "a level that does not exist",
      () => ({ claims: [{ ...claim, level: "can-do" }] }),
      { code: "invalid-request", pointer: "/claims/0/level" },
    ],
    [
      "an employer's assurance that is still to be confirmed",
      () => ({
        assurance: {
          confirmedBySchoolId: home.schoolId,
          confirmedOn: "2090-09-01",
          validUntil: "2091-08-31",
        },
      }),
      { code: "invalid-request", pointer: "/assurance/confirmedOn" },
    ],
    [
      "a phase twice",
      () => ({ phases: ["primary", "primary"] }),
      { code: "invalid-request", pointer: "/phases" },
    ],
    [
      "a phase of a claim twice",
      () => ({ claims: [{ ...claim, phases: ["primary", "primary"] }] }),
      { code: "invalid-request", pointer: "/claims/0/phases" },
    ],
    ["a mode twice", () => ({ modes: ["remote", "remote"] }), { code: "invalid-request", pointer: "/modes" }],
    ["an unknown field", () => ({ colour: "red" }), { code: "invalid-request", pointer: "/colour" }],
  ])("with %s is refused and names the field", async (_what, more, { code, pointer }) => {
    const problem = problemIn(await post(ours.broker, "/people", draft(more())));
    expect(problem).toMatchObject({ status: 422, code });
    expect(problem.errors.map((each) => each.pointer)).toEqual([pointer]);
  });

  test("is for brokers", async () => {
    for (const account of [ours.director, ours.head(home.schoolId)])
      expect(problemIn(await post(account, "/people", draft()))).toMatchObject({ status: 403 });
  });
});

describe("who sees a practitioner", () => {
  const since = "2025-09-01";
  const withSecrets = () =>
    added({ declaredInterests: [{ schoolId: other.schoolId, kind: "family", since }] });

  test("the broker and they themself see all, the home head no interests, the director no address either", async () => {
    const { personId } = await withSecrets();
    const seenBy = async (account: string) => {
      const { email, employment, declaredInterests } = personIn(await get(account, `/people/${personId}`));
      return [email !== null, employment.length > 0, declaredInterests.length > 0];
    };
    expect(await seenBy(ours.broker)).toEqual([true, true, true]);
    expect(await seenBy(ours.practitioner(personId))).toEqual([true, true, true]);
    expect(await seenBy(ours.head(home.schoolId))).toEqual([true, true, false]);
    expect(await seenBy(ours.director)).toEqual([false, false, false]);
  });

  test("for another school, another practitioner and another partnership there is no such person", async () => {
    const { personId } = await withSecrets();
    const stranger = await added({ email: "practitioner.15@example.org" });
    const theirs = newPartnership(service);
    const accounts = [ours.head(other.schoolId), ours.practitioner(stranger.personId), theirs.broker];
    for (const account of accounts)
      for (const path of [`/people/${personId}`, `/people/${personId}/capacity`])
        expect(problemIn(await get(account, path))).toMatchObject({ status: 404, code: "not-found" });
    const change = await put(theirs.broker, `/people/${personId}/profile`, profile);
    expect(problemIn(change)).toMatchObject({ status: 404 });
    expect(problemIn(await get(theirs.director, `/people/${personId}/audit`))).toMatchObject({ status: 404 });
  });

  test("a list gives a school its own people, and a broker everybody, page by page", async () => {
    const { personId } = await added({ homeSchoolId: other.schoolId });
    const listed = pageOf(VisiblePerson).parse((await get(ours.head(other.schoolId), "/people")).body);
    expect(listed.items.map((person) => person.personId)).toEqual([personId]);
    const everybody: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const query: string = cursor === "" ? "limit=3" : `limit=3&cursor=${cursor}`;
      const page = pageOf(VisiblePerson).parse((await get(ours.broker, `/people?${query}`)).body);
      everybody.push(...page.items.map((person) => person.personId));
      cursor = page.nextCursor;
    }
    expect(everybody).toContain(personId);
    expect(new Set(everybody).size).toBe(everybody.length);
    expect(problemIn(await get(ours.practitioner(PersonId.parse(personId)), "/people")).status).toBe(403);
  });

  test("a list is of a part of a name, a school, a family of expertise, and letters that end by a day", async () => {
    const one = await added({ name: "Practitioner Amber Fifty", assurance: null });
    const assurance = {
      confirmedBySchoolId: other.schoolId,
      confirmedOn: "2025-09-01",
      validUntil: "2027-03-31",
    };
    const two = await added({ name: "Practitioner Amber Sixty", homeSchoolId: other.schoolId, assurance });
    const found = async (query: string): Promise<string[]> => {
      const { body } = await get(ours.broker, `/people?name=aMBER&${query}`);
      return pageOf(VisiblePerson)
        .parse(body)
        .items.map((person) => person.personId);
    };
    expect(new Set(await found(""))).toEqual(new Set([one.personId, two.personId]));
    expect(await found(`homeSchoolId=${other.schoolId}`)).toEqual([two.personId]);
    expect(await found(`family=${claim.code.slice(0, 2)}`)).toHaveLength(2);
    expect(await found("family=XX")).toEqual([]);
    expect(await found("letterEndsBy=2027-03-30")).toEqual([one.personId]);
    expect(await found("letterEndsBy=2027-03-31")).toHaveLength(2);
  });
});
