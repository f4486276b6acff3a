import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numbered, someDeployment, somePerson, someRequest } from "../../../test/harness/rows.ts";
import { addDays } from "../calendar/calendar.ts";
import { announce, standingOn } from "./employment.ts";
import { offerLapses, releaseLapses, workAwaits } from "./lapse.ts";
import { askedAnew, answeredAnew, isReleasedOn, takenOver } from "../deployments/newRelease.ts";
import type { Person } from "./person.ts";

const [home, other] = [numbered.school(1), numbered.school(2)];
const person: Person = {
  ...somePerson(1, home),
  employment: [{ schoolId: home, from: "2018-09-01", to: null }],
};
const request = someRequest(1, numbered.school(3), "2026-06-01");

const today = "2026-06-15";
const day = fc.integer({ min: -200, max: 400 }).map((days) => addDays(today, days));
const window = fc.tuple(day, fc.nat(120)).map(([from, days]) => ({ from, to: addDays(from, days) }));
const move = fc.record({ homeSchoolId: fc.constantFrom(other, null), from: day });

const recorded = (asked: { homeSchoolId: typeof other | null; from: string }): Person => {
  const announced = announce(person, asked, today);
  return "person" in announced ? announced.person : person;
};
const offered = (dates: { from: string; to: string }) => ({
  schoolId: request.schoolId,
  homeSchoolId: home,
  terms: { days: 3, window: dates, mode: "on-site" as const },
});
const work = (dates: { from: string; to: string }) => {
  const agreed = someDeployment({ ...request, window: dates }, person);
  return { ...agreed, agreement: { ...agreed.agreement, window: dates } };
};

describe("an open offer", () => {
  test("lapses by a move exactly when its dates reach the day of the move, told before it or after it alike", () => {
    fc.assert(
      fc.property(move, window, (asked, dates) => {
        const moving = recorded(asked);
        const expected = dates.to < asked.from ? null : asked.homeSchoolId === null ? "away" : "moved";
        expect(offerLapses(moving, offered(dates), today)).toBe(expected);
        expect(offerLapses(standingOn(moving, "2099-01-01"), offered(dates), today)).toBe(expected);
      }),
    );
  });

  test("lapses by a long absence when it begins before that ends, and by a short one never", () => {
    fc.assert(
      fc.property(day, window, fc.boolean(), (until, dates, endsOffers) => {
        const parked = { until, reason: "Private", ...(endsOffers ? { endsOffers } : {}) };
        const lapses = offerLapses({ ...person, parked }, offered(dates), today);
        expect(lapses).toBe(endsOffers && until >= today && dates.from <= until ? "away" : null);
      }),
    );
  });

  test("lapses by a declared tie to its school exactly when that holds on one of its days", () => {
    const edge = fc.option(day, { nil: null });
    const school = fc.constantFrom(request.schoolId, other);
    fc.assert(
      fc.property(fc.tuple(edge, edge), window, school, ([since, until], dates, schoolId) => {
        const tie = { schoolId, kind: "family" as const, since, ...(until === null ? {} : { until }) };
        const days = Array.from({ length: 121 }, (_, days) => addDays(dates.from, days));
        const holds = days
          .filter((each) => each <= dates.to)
          .some((each) => (since ?? each) <= each && each <= (until ?? each));
        const lapses = offerLapses({ ...person, declaredInterests: [tie] }, offered(dates), today);
        expect(lapses).toBe(holds && schoolId === request.schoolId ? "tied" : null);
      }),
    );
  });

  test("stands while nobody moves or goes away", () => {
    fc.assert(
      fc.property(window, (dates) => {
        expect(offerLapses(person, offered(dates), today)).toBeNull();
      }),
    );
  });
});

describe("agreed work", () => {
  test("needs a new release exactly when it reaches the day of the move, or has overrun by then", () => {
    fc.assert(
      fc.property(move, window, (asked, dates) => {
        const lapses = releaseLapses(recorded(asked), work(dates), today);
        expect(lapses).toEqual(dates.to >= asked.from || asked.from <= today ? asked : null);
      }),
    );
  });

  test("waits for whoever is away only while it should go on", () => {
    const parked = { until: addDays(today, 30), reason: "Private", endsOffers: true };
    expect(workAwaits({ ...person, parked }, work({ from: today, to: today }), today)).toBe(parked.until);
    const late = { from: addDays(today, 31), to: addDays(today, 40) };
    expect(workAwaits({ ...person, parked }, work(late), today)).toBeNull();
    expect(
      workAwaits({ ...person, parked }, work({ from: today, to: today }), addDays(today, 31)),
    ).toBeNull();
  });
});

describe("the release by a new head", () => {
  test("covers every day before the move without a word, and from then on only with a yes", () => {
    fc.assert(
      fc.property(move, day, fc.constantFrom("yes" as const, "no" as const, null), (asked, date, answer) => {
        const before = askedAnew(work({ from: today, to: today }), asked, today);
        const { newRelease } = before;
        if (!newRelease) throw new Error("The new head is asked");
        const answered =
          answer === null
            ? before
            : answeredAnew({ ...before, newRelease }, { answer, answeredAt: `${today}T09:00:00.000Z` });
        expect(isReleasedOn(answered, date)).toBe(date < asked.from || answer === "yes");
        expect(askedAnew(answered, asked, today)).toBe(answered);
        expect(askedAnew(answered, null, today).newRelease).toBeUndefined();
      }),
    );
  });

  test("makes the work the new school's from the day of the move, once, and remembers the former", () => {
    fc.assert(
      fc.property(move, day, (asked, date) => {
        const agreed = work({ from: today, to: today });
        const { newRelease } = askedAnew(agreed, asked, today);
        if (!newRelease) throw new Error("The new head is asked");
        const released = { ...agreed, newRelease: { ...newRelease, answer: "yes" as const } };
        const after = takenOver(released, date);
        expect(takenOver(after, date)).toEqual(after);
        const taken = { homeSchoolId: other, formerHomeSchools: [{ schoolId: home, until: asked.from }] };
        const isTheirs = asked.homeSchoolId !== null && date >= asked.from;
        expect(after).toEqual(isTheirs ? { ...agreed, ...taken } : released);
      }),
    );
  });
});
