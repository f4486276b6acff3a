import { describe, expect, test } from "vitest";
import { firstBrokenLink } from "../../shared/domain/audit.ts";
import { academicYearOf, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { sha256 } from "../../shared/runtime/identity.ts";
import { capacityOf, writeCapacity } from "../../shared/store/capacity.ts";
import { people } from "../../shared/store/rows/people.ts";
import { newPartnership } from "../harness/service.ts";
import { problemIn } from "./withSchools.ts";
import { claim, groundForPeople, personIn, profile } from "./groundForPeople.ts";

const { service, ours, members, home, other, get, put, post, draft, added, trailOf, capacityFor } =
  await groundForPeople();

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
    expect(problemIn(await put(ours.head(home.schoolId), path, profile))).toMatchObject({
      status: 403,
    });
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

describe("employment", () => {
  test("is put right by the broker: name, address and since when, and nothing else", async () => {
    const { personId } = await added();
    await post(ours.head(home.schoolId), `/people/${personId}/claims/CT-03/endorsement`, {
      note: "",
    });
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
    expect(problemIn(await put(newPartnership(service).broker, path, body))).toMatchObject({
      status: 404,
    });
  });

  test("frees the address that it changes, which somebody else can then have, and never both", async () => {
    const one = await added({ email: "post@example.org" });
    const change = (personId: string, email: string) =>
      put(ours.broker, `/people/${personId}/employment`, { name: "N", email, from: "2020-09-01" });
    expect((await change(one.personId, "Post@example.org")).status).toBe(200);
    const refused = await post(ours.broker, "/people", draft({ email: "post@example.org" }));
    expect(problemIn(refused).code).toBe("already-exists");
    expect((await change(one.personId, "parcel@example.org")).status).toBe(200);
    const two = await added({ email: "post@example.org" });
    expect(problemIn(await change(one.personId, "post@example.org")).code).toBe("already-exists");
    const both = await Promise.all([one, two].map((each) => change(each.personId, "letter@example.org")));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
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
    for (const until of ["2001-01-01", "9999-12-31"]) {
      const refused = problemIn(await put(ours.broker, path, { parked: { ...parked, until } }));
      expect([refused.status, refused.errors[0]?.pointer]).toEqual([422, "/parked/until"]);
    }
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
