import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numbered, somePerson } from "../../../test/harness/rows.ts";
import { addDays } from "../calendar/calendar.ts";
import {
  afterMove,
  announce,
  employedSince,
  freeBefore,
  isEmployed,
  lastDayAtHome,
  standingOn,
  takenBack,
} from "./employment.ts";
import type { ExpertiseClaim, Person } from "./person.ts";

const [home, other] = [numbered.school(1), numbered.school(2)];
const endorsement = { bySchoolId: home, endorsedOn: "2026-01-05", note: "Seen in lessons" };
const base = somePerson(1, home);
const claims = base.claims.map((claim): ExpertiseClaim => ({ ...claim, endorsement }));
const person: Person = { ...base, claims, employment: [{ schoolId: home, from: "2020-09-01", to: null }] };
const [claim] = claims;

const date = fc.integer({ min: 0, max: 4000 }).map((days) => addDays("2018-01-01", days));
const school = fc.option(
  fc.integer({ min: 1, max: 4 }).map((index) => numbered.school(index)),
  { nil: null },
);
const move = fc.record({ homeSchoolId: school, from: date });

/** A practitioner after some moves that were all recorded on the day they took effect or earlier. */
const movedAbout = fc.array(move, { maxLength: 8 }).map((moves) =>
  moves.reduce((at: Person, each) => {
    const announced = announce(at, each, each.from);
    return "person" in announced ? announced.person : at;
  }, person),
);

describe("a move to another home school", () => {
  test("ends what the former head declined to vouch for: the new one looks at it", () => {
    const endorsementDeclined = { bySchoolId: home, on: "2026-01-05", reason: "Not seen" };
    const declined = claims.map((each) => ({ ...each, endorsement: null, endorsementDeclined }));
    const moved = afterMove({ ...person, claims: declined }, { homeSchoolId: other, from: "2026-04-13" });
    expect(moved.claims).toEqual(claims.map((each) => ({ ...each, endorsement: null })));
  });

  test("ends the spell at the former school, which stays on record", () => {
    const moved = afterMove(person, { homeSchoolId: other, from: "2026-04-13" });
    expect(moved.homeSchoolId).toBe(other);
    expect(moved.employment).toEqual([
      { schoolId: home, from: "2020-09-01", to: "2026-04-13" },
      { schoolId: other, from: "2026-04-13", to: null },
    ]);
  });

  test("takes back what the former head vouched for, keeps the expertise, and says whose word is to be renewed", () => {
    const moved = afterMove(person, { homeSchoolId: other, from: "2026-04-13" });
    const endorsementEnded = { bySchoolId: home, on: "2026-04-13" };
    expect(moved.claims).toEqual([{ ...claim, endorsement: null, endorsementEnded }]);
    expect(moved.assurance).toBeNull();
  });

  test("keeps what the school they come to has vouched for", () => {
    const vouched = claims.map((each) => ({ ...each, endorsement: { ...endorsement, bySchoolId: other } }));
    const moved = afterMove({ ...person, claims: vouched }, { homeSchoolId: other, from: "2026-04-13" });
    expect(moved.claims).toEqual(vouched);
  });

  test("to no member school leaves the last as home school on record, and employs them nowhere", () => {
    const left = afterMove(person, { homeSchoolId: null, from: "2026-04-13" });
    expect([left.homeSchoolId, isEmployed(left), left.employment.at(-1)?.to]).toEqual([
      home,
      false,
      "2026-04-13",
    ]);
    expect(announce(left, { homeSchoolId: null, from: "2026-05-01" }, "2026-05-01").kind).toBe("same-school");
    const back = announce(left, { homeSchoolId: home, from: "2026-09-01" }, "2026-09-01");
    expect(back).toMatchObject({
      kind: "in-force",
      person: { homeSchoolId: home, employment: [{}, { to: null }] },
    });
  });

  test("spells follow each other in time, and only the last may be open, whatever moves are recorded", () => {
    fc.assert(
      fc.property(movedAbout, ({ employment, homeSchoolId }) => {
        const isInOrder = employment.every(({ from, to }, index) => {
          const next = employment[index + 1];
          return next ? to !== null && from <= to && to <= next.from : to === null || from <= to;
        });
        expect(isInOrder).toBe(true);
        expect(employment.at(-1)?.schoolId).toBe(homeSchoolId);
      }),
    );
  });

  test("before the present spell began, or to the same school, is none", () => {
    expect(announce(person, { homeSchoolId: other, from: "2020-08-31" }, "2026-04-13")).toEqual({
      kind: "too-early",
      earliest: "2020-09-01",
    });
    expect(announce(person, { homeSchoolId: home, from: "2026-04-13" }, "2026-04-13").kind).toBe(
      "same-school",
    );
  });
});

describe("a move that is announced", () => {
  test("changes nothing but the announcement until its date, and then what the same move at once would", () => {
    fc.assert(
      fc.property(movedAbout, move, fc.tuple(date, date), (before, next, [today, later]) => {
        const announced = announce(before, next, today);
        fc.pre(announced.kind === "announced");
        expect(takenBack(announced.person)).toEqual(before);
        const expected = later < next.from ? announced.person : afterMove(before, next);
        expect(standingOn(announced.person, later)).toEqual(expected);
      }),
    );
  });

  test("takes effect once: whoever stands after it stands so for ever", () => {
    fc.assert(
      fc.property(movedAbout, move, date, (before, next, on) => {
        const once = standingOn({ ...before, move: next }, on);
        expect(standingOn(once, on)).toEqual(once);
        expect((lastDayAtHome(once) ?? on) >= on).toBe(true);
      }),
    );
  });

  test("leaves no free day from its date on, and every day before as it was", () => {
    const ranges = fc.array(
      fc.tuple(date, fc.nat(60)).map(([from, days]) => ({ from, to: addDays(from, days) })),
      { maxLength: 5 },
    );
    const isFree = (all: Person["availability"], day: string): boolean =>
      all.length === 0 || all.some(({ from, to }) => from <= day && day <= to);
    fc.assert(
      fc.property(ranges, fc.tuple(date, fc.nat(400)), date, (availability, [today, ahead], day) => {
        const lastDay = addDays(today, ahead);
        const left = freeBefore(lastDay, availability, today);
        fc.pre(day >= today);
        expect(isFree(left, day)).toBe(day <= lastDay && isFree(availability, day));
      }),
    );
  });
});

describe("putting right since when they are at their school", () => {
  test("leaves everything else, and does not reach before the spell before or past its end", () => {
    expect(employedSince(person, "2019-09-01")).toMatchObject({
      person: { employment: [{ from: "2019-09-01", to: null }], claims },
    });
    const moved = afterMove(person, { homeSchoolId: other, from: "2026-04-13" });
    expect(employedSince(moved, "2026-04-12")).toEqual({ kind: "too-early", earliest: "2026-04-13" });
    const leaving = { ...person, move: { homeSchoolId: null, from: "2026-04-13" } };
    expect(employedSince(leaving, "2026-04-14")).toEqual({ kind: "too-late", latest: "2026-04-13" });
  });
});
