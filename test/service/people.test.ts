import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type * as z from "zod";
import { PeopleImport, VisiblePerson } from "../../shared/contract/routes/peopleViews.ts";
import { AuditView, CapacityView, pageOf, type SchoolView } from "../../shared/contract/routes/views.ts";
import { firstBrokenLink } from "../../shared/domain/audit.ts";
import { academicYearOf, addMonths, dateAt } from "../../shared/domain/calendar.ts";
import { PersonId, SchoolId } from "../../shared/domain/ids.ts";
import { retiredCodes } from "../../shared/registers/taxonomy/retired.ts";
import { sha256 } from "../../shared/runtime/identity.ts";
import { capacityOf, writeCapacity } from "../../shared/store/capacity.ts";
import { people } from "../../shared/store/rows/people.ts";
import { replace } from "../../shared/store/store.ts";
import { type Answered, newPartnership, type Service, startService } from "../harness/service.ts";
import { toWorkingDay } from "../harness/workingDay.ts";
import { type Partnership, problemIn, withSchools } from "./withSchools.ts";

type School = z.output<typeof SchoolView>;

let service: Service;
let ours: Partnership;
let members: readonly School[];
let home: School;
let other: School;
beforeAll(async () => {
  service = await startService();
  ours = newPartnership(service);
  const found = await withSchools(service, ours, 40);
  members = found.members;
  const [first, second] = found.open;
  if (!first || !second) throw new Error("The register has open schools");
  home = first;
  other = second;
});
afterAll(() => service.close());

const get = (account: string | undefined, path: string) => service.ask(account, { method: "GET", path });
const put = (account: string, path: string, body: unknown) =>
  service.ask(account, { method: "PUT", path, body });
const post = (account: string, path: string, body: unknown) =>
  service.ask(account, { method: "POST", path, body });
const personIn = (answer: Answered) => VisiblePerson.parse(answer.body);

const claim = {
  code: "CT-03",
  level: "can-coach",
  phases: ["primary"],
  lastPractisedYear: 2025,
  evidence: "Led it across three schools",
};
const profile = {
  phases: ["primary"],
  modes: ["on-site", "remote"],
  travelLimitMetres: 20_000,
  availability: [{ from: "2026-01-05", to: "2026-07-17" }],
  capacityDaysPerYear: 15,
  capacityDeployments: 2,
  declaredInterests: [],
};
let drafted = 0;
const draft = (more: object = {}) => ({
  name: "Practitioner 12",
  email: `practitioner.12.${(drafted += 1)}@example.org`,
  homeSchoolId: home.schoolId,
  employedFrom: "2020-09-01",
  claims: [claim],
  designations: [
    { title: "SLE", awardingBody: "Oakfield Alliance", awardedOn: "2024-09-01", expiresOn: null },
  ],
  assurance: { confirmedBySchoolId: home.schoolId, confirmedOn: "2025-09-01", validUntil: "2027-08-31" },
  ...profile,
  ...more,
});
const added = async (more: object = {}) => {
  const answer = await post(ours.broker, "/people", draft(more));
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return personIn(answer);
};
const trailOf = async (personId: string) =>
  pageOf(AuditView).parse((await get(ours.director, `/people/${personId}/audit`)).body).items;
const capacityFor = async (personId: string) =>
  CapacityView.parse((await get(ours.broker, `/people/${personId}/capacity`)).body);

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
});

describe("a profile", () => {
  test("is changed by the practitioner, totals and what is left with it, and once only", async () => {
    const { personId } = await added();
    const own = ours.practitioner(personId);
    const body = { ...profile, capacityDaysPerYear: 8.5, capacityDeployments: 1 };
    for (const _time of [1, 2])
      expect((await put(own, `/people/${personId}/profile`, body)).status).toBe(200);
    expect(await capacityFor(personId)).toMatchObject({ daysTotal: 8.5, daysLeft: 8.5, deploymentsLeft: 1 });
    const trail = await trailOf(personId);
    expect(trail.map(({ action }) => action)).toEqual(["person-added", "profile-set"]);
    expect(firstBrokenLink(trail, sha256)).toBeUndefined();
  });

  test("cannot offer less than is held, this academic year or the next", async () => {
    for (const yearsOn of [0, 1]) {
      const { personId } = await added();
      const store = service.host.world.storeFor(ours.partnershipId);
      const [year] = academicYearOf(dateAt(service.host.world.now())).split("-").map(Number);
      const first = (year ?? 0) + yearsOn;
      const academicYear = `${first}-${String((first + 1) % 100).padStart(2, "0")}`;
      const person = await store.get(people, { personId });
      if (!person) throw new Error("The person was just added");
      const found = await capacityOf(store, person, academicYear);
      expect(found.isNew).toBe(yearsOn === 1);
      await store.commit({
        chain: `person:${personId}`,
        action: "held-by-the-test",
        actor: { role: "service", account: "test" },
        writes: [writeCapacity({ ...found, capacity: { ...found.capacity, daysLeft: 5 } })],
      });
      const less = await put(ours.broker, `/people/${personId}/profile`, {
        ...profile,
        capacityDaysPerYear: 9.5,
      });
      expect(problemIn(less)).toMatchObject({ status: 409, code: "capacity-used-up" });
      const enough = await put(ours.broker, `/people/${personId}/profile`, {
        ...profile,
        capacityDaysPerYear: 10,
      });
      expect(enough.status).toBe(200);
      const after = await store.get(people, { personId });
      if (!after) throw new Error("The person is still there");
      expect((await capacityOf(store, after, academicYear)).capacity).toMatchObject({
        daysTotal: 10,
        daysLeft: 0,
      });
    }
  });

  test("is changed by nobody else: not by another practitioner, nor by the home head", async () => {
    const { personId } = await added();
    const stranger = await added({ email: "practitioner.16@example.org" });
    const path = `/people/${personId}/profile`;
    expect(problemIn(await put(ours.practitioner(stranger.personId), path, profile))).toMatchObject({
      status: 404,
    });
    expect(problemIn(await put(ours.head(home.schoolId), path, profile))).toMatchObject({ status: 403 });
  });

  test("of two changes sent at once both are kept in the trail and the later one stands", async () => {
    const { personId } = await added();
    const path = `/people/${personId}/profile`;
    const answers = await Promise.all(
      [10, 11, 12].map((capacityDaysPerYear) => put(ours.broker, path, { ...profile, capacityDaysPerYear })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const person = personIn(await get(ours.broker, `/people/${personId}`));
    expect((await capacityFor(personId)).daysTotal).toBe(person.capacityDaysPerYear);
    expect(await trailOf(personId)).toHaveLength(4);
  });
});

describe("claims", () => {
  test("are endorsed by the home head, and by no other head, and the person is told", async () => {
    const { personId } = await added({ email: "practitioner.17@example.org" });
    const path = `/people/${personId}/claims/CT-03/endorsement`;
    const body = { note: "Seen in lessons" };
    expect(problemIn(await post(ours.head(other.schoolId), path, body))).toMatchObject({ status: 404 });
    expect(problemIn(await post(ours.practitioner(personId), path, body))).toMatchObject({ status: 403 });
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

  test("lose their endorsement when the home head takes it back, and the person is told once", async () => {
    const email = "practitioner.30@example.org";
    const { personId } = await added({ email });
    const path = `/people/${personId}/claims/CT-03/endorsement`;
    const back = `${path}/withdrawal`;
    await post(ours.head(home.schoolId), path, { note: "Seen in lessons" });
    expect(problemIn(await post(ours.head(other.schoolId), back, undefined))).toMatchObject({ status: 404 });
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
    await post(ours.head(home.schoolId), `/people/${personId}/claims/CT-03/endorsement`, { note: "" });
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
    const sent = await put(ours.practitioner(personId), `/people/${personId}/claims`, { claims: [claim] });
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

describe("the number of a DBS certificate", () => {
  const number = "001234567890";

  test("is refused in every text of a person, wherever it is written, with its place and what to do", async () => {
    const { personId } = await added();
    const held = `Enhanced DBS ${number}`;
    const title = { title: "SLE", awardingBody: held, awardedOn: "2024-09-01", expiresOn: null };
    const refused = {
      "/claims/1/evidence": post(
        ours.broker,
        "/people",
        draft({ claims: [claim, { ...claim, code: "CT-04", evidence: held }] }),
      ),
      "/claims/0/evidence": put(ours.practitioner(personId), `/people/${personId}/claims`, {
        claims: [{ ...claim, evidence: held }],
      }),
      "/note": post(ours.head(home.schoolId), `/people/${personId}/claims/CT-03/endorsement`, {
        note: "0012 3456 7890",
      }),
      "/designations/0/awardingBody": put(ours.broker, `/people/${personId}/standing`, {
        designations: [title],
        assurance: null,
      }),
      "/parked/reason": put(ours.practitioner(personId), `/people/${personId}/parked`, {
        parked: { until: "2090-01-01", reason: held },
      }),
      "/name": put(ours.broker, `/people/${personId}/employment`, {
        name: `Practitioner ${number}`,
        email: "practitioner.19@example.org",
        from: "2020-09-01",
      }),
    };
    for (const [pointer, answer] of Object.entries(refused)) {
      const problem = problemIn(await answer);
      expect([problem.status, problem.code]).toEqual([422, "invalid-request"]);
      expect(problem.errors).toMatchObject([{ pointer, detail: expect.stringContaining("DBS certificate") }]);
      expect(JSON.stringify(problem)).not.toContain(number);
    }
    expect((await trailOf(personId)).map(({ action }) => action)).toEqual(["person-added"]);
  });
});

describe("employment", () => {
  test("is put right by the broker: name, address and since when, and nothing else", async () => {
    const { personId } = await added();
    await post(ours.head(home.schoolId), `/people/${personId}/claims/CT-03/endorsement`, { note: "" });
    const path = `/people/${personId}/employment`;
    const body = { name: "Practitioner 12 B", email: "practitioner.12.b@example.org", from: "2019-01-05" };
    for (const _time of [1, 2]) {
      const mended = personIn(await put(ours.broker, path, body));
      expect(mended).toMatchObject({ name: body.name, email: body.email, homeSchoolId: home.schoolId });
      expect(mended.employment).toEqual([{ schoolId: home.schoolId, from: "2019-01-05", to: null }]);
      expect([mended.assurance === null, mended.claims[0]?.endorsement === null]).toEqual([false, false]);
    }
    const trail = await trailOf(personId);
    expect(trail.map(({ action }) => action)).toEqual(["person-added", "claim-endorsed", "employment-set"]);
    expect(JSON.stringify(trail)).not.toMatch(/Practitioner 12|example\.org/);
    const own = ours.practitioner(personId);
    expect(problemIn(await put(own, path, body))).toMatchObject({ status: 403 });
    expect(problemIn(await put(newPartnership(service).broker, path, body))).toMatchObject({ status: 404 });
  });

  test("is refused with its place when it cannot be", async () => {
    const { personId } = await added();
    const taken = await added();
    const move = { homeSchoolId: other.schoolId, from: "2026-01-05" };
    expect((await put(ours.broker, `/people/${personId}/move`, { move })).status).toBe(200);
    const body = { name: "N", email: "n@example.org", from: "2026-01-05" };
    for (const [wrong, code, pointer] of [
      [{ email: taken.email?.toUpperCase() }, "already-exists", "/email"],
      [{ from: "2090-01-01" }, "invalid-request", "/from"],
      [{ from: "2026-01-04" }, "invalid-request", "/from"],
    ] as const) {
      const refused = problemIn(
        await put(ours.broker, `/people/${personId}/employment`, { ...body, ...wrong }),
      );
      expect([refused.code, refused.errors[0]?.pointer]).toEqual([code, pointer]);
    }
  });

  test("moves to a school of the register that is open, never to a closed one", async () => {
    const { personId } = await added();
    const closed = members.find(({ status }) => status === "closed")?.schoolId;
    const move = { homeSchoolId: closed, from: "2026-01-05" };
    const refused = problemIn(await put(ours.broker, `/people/${personId}/move`, { move }));
    expect([refused.code, refused.errors[0]?.pointer]).toEqual(["closed-school", "/move/homeSchoolId"]);
  });
});

describe("standing and parking", () => {
  test("standing is the broker's to record, against schools of the register", async () => {
    const { personId } = await added();
    const path = `/people/${personId}/standing`;
    const set = await put(ours.broker, path, { designations: [], assurance: null });
    expect(personIn(set)).toMatchObject({ designations: [], assurance: null });
    const assurance = { confirmedOn: "2025-09-01", validUntil: "2026-08-31" };
    const unknown = { ...assurance, confirmedBySchoolId: "sch_nosuchschool" };
    const refused = problemIn(await put(ours.broker, path, { designations: [], assurance: unknown }));
    expect([refused.code, refused.errors[0]?.pointer]).toEqual([
      "unknown-school",
      "/assurance/confirmedBySchoolId",
    ]);
    const backwards = {
      confirmedBySchoolId: home.schoolId,
      confirmedOn: "2026-09-01",
      validUntil: "2025-08-31",
    };
    const bad = problemIn(await put(ours.broker, path, { designations: [], assurance: backwards }));
    expect(bad.errors[0]?.pointer).toBe("/assurance/validUntil");
    const tomorrow = { ...backwards, confirmedOn: "2090-09-01", validUntil: "2091-08-31" };
    const early = problemIn(await put(ours.broker, path, { designations: [], assurance: tomorrow }));
    expect([early.status, early.errors[0]?.pointer]).toEqual([422, "/assurance/confirmedOn"]);
    const own = await put(ours.practitioner(personId), path, { designations: [], assurance: null });
    expect(problemIn(own)).toMatchObject({ status: 403 });
  });

  test("the broker says how many deployments are to be found for somebody first, and takes it back by leaving it out", async () => {
    const { personId } = await added();
    const path = `/people/${personId}/standing`;
    const standing = { designations: [], assurance: null };
    const set = await put(ours.broker, path, { ...standing, leastDeployments: 1 });
    expect(personIn(set)).toMatchObject({ leastDeployments: 1 });
    expect(personIn(await put(ours.broker, path, standing))).not.toHaveProperty("leastDeployments");
    const steps = (await trailOf(personId)).filter(({ action }) => action === "standing-set");
    expect(steps.map(({ facts }) => facts["leastDeployments"])).toEqual([1, null]);
    const many = problemIn(await put(ours.broker, path, { ...standing, leastDeployments: 21 }));
    expect([many.status, many.errors[0]?.pointer]).toEqual([422, "/leastDeployments"]);
    const own = await put(ours.practitioner(personId), `/people/${personId}/profile`, {
      ...profile,
      leastDeployments: 1,
    });
    expect(problemIn(own)).toMatchObject({ status: 422 });
  });

  test("a practitioner parks themself, for a reason that only they and the broker read, and comes back", async () => {
    const { personId } = await added();
    const path = `/people/${personId}/parked`;
    const parked = { until: "2090-01-01", reason: "A reason of their own" };
    expect(personIn(await put(ours.practitioner(personId), path, { parked })).parked).toEqual(parked);
    for (const account of [ours.director, ours.head(home.schoolId)])
      expect(personIn(await get(account, `/people/${personId}`)).parked).toEqual({ ...parked, reason: "" });
    expect(JSON.stringify(await trailOf(personId))).not.toContain(parked.reason);
    expect(personIn(await put(ours.broker, path, { parked: null })).parked).toBeNull();
    const past = problemIn(await put(ours.broker, path, { parked: { ...parked, until: "2001-01-01" } }));
    expect(past.errors[0]?.pointer).toBe("/parked/until");
  });
});

describe("importing people", () => {
  const columns = "Person key,Name,Email,Home school URN,Code,Level,Phases,Last practised year,Days per year";
  const row = (key: number, urn: string, more = "CT-03,can-coach,primary,2025,10") =>
    `P${key},Practitioner ${key},p${key}@example.org,${urn},${more}`;
  const send = (csv: string, query = "", headers: Record<string, string> = {}) =>
    service.ask(ours.broker, { method: "POST", path: `/people-imports${query}`, csv, headers });
  const changesIn = (answer: Answered) => PeopleImport.parse(answer.body).people.map(({ change }) => change);

  test("the template is a file that the import itself reads", async () => {
    const template = await get(ours.broker, "/people-imports/template");
    expect([template.status, template.headers.get("content-type")]).toEqual([200, "text/csv; charset=utf-8"]);
    const csv = String(template.body).replace("900001", home.urn);
    const preview = await send(csv, "?preview=true");
    expect([preview.status, changesIn(preview)]).toEqual([200, ["added"]]);
    expect(PeopleImport.parse(preview.body).applied).toBe(false);
    const { personId } = PeopleImport.parse(preview.body).people[0] ?? {};
    expect((await get(ours.broker, `/people/${personId}`)).status).toBe(404);
  });

  test("adds each person with their capacity, and the same file again changes nothing", async () => {
    const csv = [
      columns,
      row(101, home.urn),
      row(102, other.urn),
      row(101, home.urn, "CT-04,can-share,primary,2024,"),
    ].join("\n");
    const first = await send(csv);
    expect([first.status, changesIn(first)]).toEqual([201, ["added", "added"]]);
    const [one] = PeopleImport.parse(first.body).people;
    const personId = one?.personId ?? "";
    expect(personIn(await get(ours.broker, `/people/${personId}`)).claims.map(({ code }) => code)).toEqual([
      "CT-03",
      "CT-04",
    ]);
    expect(await capacityFor(personId)).toMatchObject({ daysTotal: 10, daysLeft: 10 });
    const again = await send(csv);
    expect([again.status, changesIn(again)]).toEqual([201, ["unchanged", "unchanged"]]);
    expect((await trailOf(personId)).map(({ action }) => action)).toEqual(["people-imported"]);
    const more = await send(csv.replaceAll(",2025,10", ",2025,12"));
    expect(changesIn(more)).toEqual(["changed", "changed"]);
    expect(await capacityFor(personId)).toMatchObject({ daysTotal: 12, daysLeft: 12 });
  });

  test("a file with a fault anywhere is refused whole, with the row and column of each", async () => {
    const closed = members.find(({ status }) => status === "closed")?.urn ?? "";
    const csv = [columns, row(201, home.urn), row(202, "999999"), row(203, closed)].join("\n");
    const refused = problemIn(await send(csv));
    expect(refused).toMatchObject({ status: 422, code: "file-refused" });
    expect(refused.errors.map((each) => [each.row, each.column])).toEqual([
      [3, "Home school URN"],
      [4, "Home school URN"],
    ]);
    const preview = await send([columns, row(201, home.urn)].join("\n"), "?preview=true");
    expect(changesIn(preview)).toEqual(["added"]);
    const badCode = problemIn(
      await send([columns, row(204, home.urn, "ZZ-99,can-coach,primary,2025,10")].join("\n")),
    );
    expect(badCode.errors).toMatchObject([{ row: 2, column: "Code" }]);
    const badBytes = await service.ask(ours.broker, {
      method: "POST",
      path: "/people-imports",
      csv: Buffer.from([...Buffer.from(`${columns}\n`), 0x50, 0x00]),
    });
    expect(problemIn(badBytes)).toMatchObject({ status: 422, code: "file-refused" });
  });

  test("every fault of every row comes at once: certificates' numbers, retired codes, days still to come", async () => {
    const wide = `${columns},Evidence,Endorsed on,Assurance confirmed on,Assurance valid until`;
    const shaped = [
      wide,
      row(601, home.urn, "SL-PHO,can-coach,primary,2025,10,Own school,,,"),
      row(602, home.urn, "CT-03,can-coach,primary,2025,10,DBS 001234567890,,,"),
      row(603, home.urn, "CT-03,can-do,primary,2025,10,,,,"),
    ].join("\n");
    const first = problemIn(await send(shaped));
    expect(first.errors.map((each) => [each.row, each.column])).toEqual([
      [2, "Code"],
      [3, "Evidence"],
      [4, "Level"],
    ]);
    expect(first.errors[0]?.detail).toContain("use CT-03");
    expect(first.errors[1]?.detail).toContain("DBS certificate");
    expect(JSON.stringify(first)).not.toContain("001234567890");
    const dated = [
      wide,
      row(604, home.urn, "CT-03,can-coach,primary,2090,10,,,,"),
      row(604, home.urn, "CT-04,can-coach,primary,2025,,,2090-01-01,,"),
      row(605, home.urn, "CT-03,can-coach,primary,2025,10,,,2090-01-01,2091-01-01"),
    ].join("\n");
    for (const query of ["", "?preview=true"]) {
      const second = problemIn(await send(dated, query));
      expect(second.errors.map((each) => [each.row, each.column])).toEqual([
        [2, "Last practised year"],
        [3, "Endorsed on"],
        [4, "Assurance confirmed on"],
      ]);
    }
  });

  test("the same file with its rows in another order changes nobody, and a preview says so", async () => {
    const rows = [
      row(701, home.urn),
      row(702, other.urn),
      row(701, home.urn, "CT-04,can-share,primary,2024,"),
      row(702, other.urn, "LG-01,can-share,primary,2024,"),
    ];
    expect(changesIn(await send([columns, ...rows].join("\n")))).toEqual(["added", "added"]);
    const turned = [columns, ...rows.slice(2), ...rows.slice(0, 2)].join("\n");
    expect(changesIn(await send(turned, "?preview=true"))).toEqual(["unchanged", "unchanged"]);
  });

  test("an address that another practitioner has is a fault of its row", async () => {
    await added({ email: "taken@example.org" });
    const csv = [columns, row(301, home.urn).replace("p301@", "taken@")].join("\n");
    expect(problemIn(await send(csv)).errors).toMatchObject([{ row: 2, column: "Email" }]);
  });

  test("a person under another URN has moved there", async () => {
    await send([columns, row(401, home.urn)].join("\n"));
    const moved = await send([columns, row(401, other.urn)].join("\n"));
    const personId = PeopleImport.parse(moved.body).people[0]?.personId ?? "";
    const person = personIn(await get(ours.broker, `/people/${personId}`));
    expect(person.homeSchoolId).toBe(other.schoolId);
    expect(person.employment.map(({ schoolId }) => schoolId)).toEqual([home.schoolId, other.schoolId]);
    const own = pageOf(VisiblePerson).parse(
      (await get(ours.head(SchoolId.parse(home.schoolId)), "/people?limit=200")).body,
    );
    expect(own.items.map((each) => each.personId)).not.toContain(personId);
  });

  test("an Idempotency-Key gives the first answer again", async () => {
    const headers = { "idempotency-key": "people-1" };
    const csv = [columns, row(501, home.urn)].join("\n");
    const first = await send(csv, "", headers);
    expect((await send(csv, "", headers)).body).toEqual(first.body);
    const reused = problemIn(await send(`${csv}\n`, "", headers));
    expect(reused.code).toBe("idempotency-key-reused");
  });

  test("is for brokers", async () => {
    const asked = { method: "POST", path: "/people-imports", csv: columns } as const;
    expect(problemIn(await service.ask(ours.director, asked))).toMatchObject({ status: 403 });
  });
});
