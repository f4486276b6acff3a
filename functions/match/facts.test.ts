import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leavesByMark } from "../../shared/domain/expertise.ts";
import { addDays } from "../../shared/domain/calendar.ts";
import { type SchoolCalendar, usualCalendar } from "../../shared/domain/calendarInForce.ts";
import { dayAt } from "../../shared/domain/calendarOfSchool.ts";
import { authorityHolder, type SpanKind } from "../../shared/domain/calendarYear.ts";
import { freshCapacity, type Person } from "../../shared/domain/person.ts";
import { rosterOf } from "../../shared/matching/facts/roster.ts";
import { match } from "../../shared/matching/match.ts";
import { refusals } from "../../shared/matching/rules/rules.ts";
import {
  numbered,
  someCalendarYear,
  someOffer,
  somePerson,
  somePolicy,
  someRequest,
  someSchool,
} from "../../test/harness/rows.ts";
import { factsOf, type RunRows } from "./facts.ts";
import { yearsFrom } from "./factsOfCalendars.ts";
import { capacityToMatch, factsOfPerson } from "./factsOfPerson.ts";
import { factsOfRequest, placesToMatch } from "./factsOfRequest.ts";
import { factsOfSchool } from "./factsOfSchool.ts";
import { packed, unpacked } from "./stagedFacts.ts";

const today = "2026-01-12";
const now = `${today}T09:00:00.000Z`;
const person = somePerson(1, numbered.school(2));
const request = someRequest(1, numbered.school(1), today);
const sent = someOffer(request, person, { policy: somePolicy(), now });
const accepted = {
  ...sent,
  state: "accepted" as const,
  consents: sent.consents.map((each) =>
    each.party === "practitioner" ? { ...each, answer: "yes" as const } : each,
  ),
};

const rows: RunRows = {
  today,
  schools: [someSchool(1), someSchool(2)],
  people: [person],
  capacities: [],
  requests: [request],
  offers: [],
  pastOffers: [],
  deployments: [],
  lastProposals: [],
};

describe("capacity that a run may match", () => {
  const capacity = freshCapacity(person, "2025-26");

  it("is what is left less all that open offers of that year may yet take, and never below nothing", () => {
    const offers = fc.array(fc.record({ halfDays: fc.integer({ min: 1, max: 20 }), held: fc.boolean() }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.nat(40), fc.nat(6), offers, (halfDaysLeft, deploymentsLeft, open) => {
        const left = capacityToMatch({
          capacity: { ...capacity, daysLeft: halfDaysLeft / 2, deploymentsLeft },
          offers: open.map(({ halfDays, held }) => {
            const offer = held ? accepted : sent;
            return { ...offer, terms: { ...offer.terms, days: halfDays / 2 } };
          }),
        });
        const untaken = open.filter(({ held }) => !held);
        const promised = untaken.reduce((sum, { halfDays }) => sum + halfDays, 0);
        expect(left).toEqual({
          halfDays: Math.max(0, halfDaysLeft - promised),
          slots: Math.max(0, deploymentsLeft - untaken.length),
        });
      }),
    );
  });

  it("is not touched by offers of another academic year", () => {
    const other = { ...sent, academicYear: "2026-27" };
    expect(capacityToMatch({ capacity, offers: [other] })).toEqual({ halfDays: 40, slots: 4 });
  });
});

describe("the calendars of a run", () => {
  const schools = [1, 2, 3, 4].map((at) => someSchool(at));
  const span = (kind: SpanKind, from: string, to: string) => ({ kind, name: "Said", from, to });
  const authority = [
    someCalendarYear(authorityHolder("373"), "2025-26", [
      span("term", "2025-09-03", "2025-12-19"),
      span("term", "2026-01-06", "2026-03-20"),
    ]),
  ];
  const ownDays = [
    [],
    [span("inset", "2026-01-12", "2026-01-12")],
    [span("closed", "2026-02-02", "2026-02-03"), span("inset", "2026-01-05", "2026-01-05")],
  ];
  const calendars = new Map(
    schools.map(({ schoolId }, at): [string, SchoolCalendar] => {
      const own = ownDays[at] ?? [];
      const school = own.length === 0 ? [] : [someCalendarYear(schoolId, "2025-26", own)];
      return [schoolId, { school, authority, partnership: [] }];
    }),
  );
  const calendarOf = (schoolId: string): SchoolCalendar => calendars.get(schoolId) ?? usualCalendar;
  const input = factsOf({ ...rows, schools, calendarOf }).years[0]?.input;

  it("close, for each school, the days of this year and the next that its own calendar closes", () => {
    for (const { id, calendar } of input?.schools ?? []) {
      const closed = input?.calendars?.find((each) => each.id === calendar)?.closed ?? [];
      for (let date = "2025-09-01"; date < "2027-09-01"; date = addDays(date, 1)) {
        const isListed = closed.some(({ from, to }) => from <= date && date <= to);
        const isWeekend = new Date(date).getUTCDay() % 6 === 0;
        expect([date, isListed || isWeekend]).toEqual([date, dayAt(calendarOf(id), date) === "closed"]);
      }
    }
  });

  it("are one for all of an authority but who closes other days: INSET in term makes none of one's own", () => {
    expect(input?.schools.map(({ calendar }) => calendar)).toEqual([
      "authority-373",
      "authority-373",
      numbered.school(3),
      "authority-373",
    ]);
    expect(input?.calendars?.map(({ id }) => id)).toEqual(["authority-373", numbered.school(3)]);
  });

  it("reach as far as the requests do, four years at most", () => {
    const until = (to: string) => yearsFrom("2025-26", [{ window: { from: today, to } }]);
    expect(until("2026-03-27")).toEqual(["2025-26", "2026-27"]);
    expect(until("2027-09-01")).toEqual(["2025-26", "2026-27", "2027-28"]);
    expect(until("2090-01-01")).toEqual(["2025-26", "2026-27", "2027-28", "2028-29"]);
  });

  it("come back as they were staged", () => {
    const facts = factsOf({ ...rows, schools, calendarOf });
    expect(unpacked(packed(facts))).toEqual(facts);
  });
});

describe("a practitioner's facts", () => {
  const holding = { capacity: freshCapacity(person, "2025-26"), offers: [], deployments: [] };

  it("count a school that still employs the person, beside the home school, as employer until today", () => {
    const employment = [
      ...person.employment,
      { schoolId: numbered.school(7), from: "2015-09-01", to: "2019-08-31" },
      { schoolId: numbered.school(8), from: "2024-09-01", to: null },
    ];
    expect(factsOfPerson({ ...person, employment }, holding, today).formerEmployers).toEqual([
      { schoolId: numbered.school(7), endedOn: "2019-08-31" },
      { schoolId: numbered.school(8), endedOn: today },
    ]);
  });

  it("say parked up to and including the day it lasts", () => {
    const parkedUntil = (until: string) =>
      factsOfPerson({ ...person, parked: { until, reason: "On leave" } }, holding, today).parked;
    expect([parkedUntil("2026-01-11"), parkedUntil(today)]).toEqual([false, true]);
  });

  it("carry interests by school, kind and days, and no word of what was written of them", () => {
    const note = "My wife teaches there";
    const since = "2025-09-01";
    const interest = { schoolId: numbered.school(7), kind: "family", since } as const;
    const declaredInterests = [{ ...interest, note }];
    const facts = factsOfPerson({ ...person, declaredInterests }, holding, today);
    expect(facts.declaredInterests).toEqual([{ ...interest, until: null }]);
  });

  it("end where an announced move begins: free days and the letter of assurance reach to the day before", () => {
    const moving: Person = { ...person, move: { homeSchoolId: numbered.school(3), from: "2026-03-02" } };
    const facts = factsOfPerson(moving, holding, today);
    expect([facts.availability, facts.assuranceValidUntil]).toEqual([
      [{ from: today, to: "2026-03-01" }],
      "2026-03-01",
    ]);
    expect(facts.nextSchool).toEqual({ schoolId: numbered.school(3), from: "2026-03-02" });
    const leaving = factsOfPerson(
      { ...moving, move: { homeSchoolId: null, from: "2026-03-02" } },
      holding,
      today,
    );
    expect("nextSchool" in leaving).toBe(false);
  });

  it("stand by the move whose date has come, and are none for whoever left", () => {
    const standing = (homeSchoolId: Person["homeSchoolId"] | null) =>
      factsOf({
        ...rows,
        schools: [someSchool(1), someSchool(2), someSchool(3)],
        people: [{ ...person, move: { homeSchoolId, from: today } }],
      }).years[0]?.input.practitioners;
    expect(standing(numbered.school(3))).toMatchObject([
      {
        homeSchoolId: numbered.school(3),
        assuranceValidUntil: null,
        formerEmployers: [{ schoolId: numbered.school(2), endedOn: today }],
      },
    ]);
    expect(standing(null)).toEqual([]);
  });

  it("carry no name and no address", () => {
    const text = JSON.stringify(factsOfPerson(person, holding, today));
    expect([text.includes(person.name), text.includes(person.email)]).toEqual([false, false]);
  });
});

describe("a school's facts", () => {
  const dated = {
    kind: "multi-academy-trust",
    name: "Northern Lights",
    from: "2020-09-01",
    to: null,
  } as const;

  it("hold every membership, and the trust and federation in force of which only a code is known", () => {
    const ended = { ...dated, code: "7", to: "2024-08-31" };
    const unknown = { ...dated, kind: "unknown" as const, name: "", code: "55" };
    const school = {
      ...someSchool(1),
      trustCode: "7",
      trustName: "Northern Lights",
      federationCode: "55",
      memberships: [ended, unknown],
    };
    expect(factsOfSchool(school).memberships).toEqual([
      ended,
      { ...unknown, kind: "federation" },
      { kind: "trust", code: "7", name: "Northern Lights", from: null, to: null },
    ]);
    const again = factsOfSchool({ ...school, memberships: [{ ...dated, code: "7" }], federationCode: null });
    expect(again.memberships).toEqual([{ ...dated, code: "7" }]);
  });

  it("name the inspection behind a concern, or else that it is the broker's word", () => {
    const concern = {
      category: "special-measures" as const,
      since: "2025-11-04",
      publishedOn: "2025-12-19",
      framework: "report-card" as const,
    };
    const inConcern = { ...someSchool(1), inCategoryOfConcern: true };
    expect(factsOfSchool({ ...inConcern, concern }).concern).toEqual({ by: "inspection", ...concern });
    expect(factsOfSchool(inConcern).concern).toEqual({ by: "broker" });
    expect(factsOfSchool(someSchool(1)).concern).toBeNull();
  });
});

describe("a request's facts", () => {
  it("want the places that nobody has accepted and no open offer may yet take", () => {
    const wide = { ...request, people: 4, slotsOpen: 3 };
    expect([
      placesToMatch(wide, []),
      placesToMatch(wide, [sent, accepted]),
      placesToMatch(wide, [sent, sent, sent, sent]),
    ]).toEqual([3, 2, 0]);
  });

  it("begin no earlier than today, since days that are over cannot be spent", () => {
    const begun = { ...request, window: { from: "2025-11-03", to: "2026-02-27" } };
    const facts = factsOfRequest(begun, { offers: [], deployments: [], lastProposed: [] }, today);
    expect(facts.window).toEqual({ from: today, to: "2026-02-27" });
  });

  it("ask for the days that are left once work was handed over", () => {
    const holders = { offers: [], deployments: [], lastProposed: [] };
    expect(factsOfRequest({ ...request, daysSought: 1.5 }, holders, today).halfDays).toBe(3);
  });

  it("hold those with a live offer, and do not pin them again", () => {
    const pinned = { ...request, pins: [{ personId: person.personId, reason: "Knows the school" }] };
    const facts = factsOfRequest(pinned, { offers: [sent], deployments: [], lastProposed: [] }, today);
    expect([facts.alreadyHeld, facts.pinned]).toEqual([[person.personId], []]);
  });
});

describe("the facts of a run", () => {
  it("are such that the engine proposes the one who may come", () => {
    const [year] = factsOf(rows).years;
    const outcome = year ? match(year.input) : undefined;
    expect(outcome).toMatchObject({
      kind: "matched",
      result: { proposals: [{ requestId: request.requestId, personId: person.personId }] },
    });
  });

  it("put who claims a leaf before who claims its code, and that before who is only near", () => {
    const leaf = { mark: "LW", under: "CT-03", name: "Little steps", isRetired: false, revision: 0 };
    const claiming = (number: number, code: string) => {
      const each = somePerson(number, numbered.school(2));
      return { ...each, claims: each.claims.map((claim) => ({ ...claim, code })) };
    };
    const people = [claiming(1, "CT-04"), claiming(2, "CT-03"), claiming(3, "CT-03.LW")];
    const proposedFor = (primary: string, among: readonly Person[]) => {
      const asked = { ...request, codes: { primary, secondary: [] } };
      const facts = factsOf({ ...rows, people: among, requests: [asked], leaves: leavesByMark([leaf]) });
      const [year] = facts.years;
      const outcome = year ? match(year.input) : undefined;
      return outcome?.kind === "matched" ? outcome.result.proposals.map(({ personId }) => personId) : [];
    };
    const [near, ofCode, ofLeaf] = people.map(({ personId }) => personId);
    expect(proposedFor("CT-03.LW", people)).toEqual([ofLeaf]);
    expect(proposedFor("CT-03.LW", people.slice(0, 2))).toEqual([ofCode]);
    expect(proposedFor("CT-03.LW", people.slice(0, 1))).toEqual([near]);
    expect(proposedFor("CT-03", people.slice(2))).toEqual([ofLeaf]);
    expect(proposedFor("CT-16", people)).toEqual([]);
  });

  it("leave out, by name and reason, what cannot be matched, and people whose school is gone", () => {
    const facts = factsOf({
      ...rows,
      schools: [{ ...someSchool(1), status: "closed" }],
      requests: [
        request,
        someRequest(2, numbered.school(9), today),
        { ...someRequest(3, numbered.school(1), today), slotsOpen: 0 },
      ],
    });
    expect(facts.leftOut.map(({ requestId, constraint }) => [requestId, constraint])).toEqual([
      [numbered.request(1), "school-not-open"],
      [numbered.request(2), "school-not-in-register"],
    ]);
    expect(facts.years.map(({ input }) => [input.requests, input.practitioners])).toEqual([[[], []]]);
  });

  it("report a pin of somebody who cannot be matched, in place of failing the run", () => {
    const stranger = numbered.person(77);
    const pinned = { ...request, pins: [{ personId: stranger, reason: "Asked for by name" }] };
    const facts = factsOf({ ...rows, requests: [pinned] });
    expect(facts.unfollowed).toMatchObject([{ personId: stranger, kind: "pin" }]);
    expect(facts.years[0]?.input.requests[0]?.pinned).toEqual([]);
  });

  it("count each academic year's requests against that year's capacity", () => {
    const next = {
      ...someRequest(2, numbered.school(1), today),
      window: { from: "2026-09-07", to: "2026-12-11" },
    };
    const facts = factsOf({
      ...rows,
      requests: [request, next],
      capacities: [{ ...freshCapacity(person, "2025-26"), daysLeft: 0.5 }],
    });
    expect(
      facts.years.map(({ academicYear, input }) => [
        academicYear,
        input.requests.map(({ id }) => id),
        input.practitioners[0]?.capacityHalfDaysLeft,
      ]),
    ).toEqual([
      ["2025-26", [numbered.request(1)], 1],
      ["2026-27", [numbered.request(2)], 40],
    ]);
  });

  it("carry a limit of people from one school, and the deployments still owed to somebody", () => {
    const owed = { ...person, leastDeployments: 2 };
    const limited = { ...request, maxFromOneSchool: 1 };
    const facts = factsOf({ ...rows, people: [owed], requests: [limited] });
    const [year] = facts.years;
    expect(year?.input.requests[0]?.maxFromOneSchool).toBe(1);
    expect(year?.input.practitioners[0]?.leastSlots).toBe(2);
    expect(unpacked(packed(facts))).toEqual(facts);
    const holding = { capacity: freshCapacity(person, "2025-26"), offers: [sent], deployments: [] };
    expect(factsOfPerson(owed, holding, today).leastSlots).toBe(1);
  });

  it("are found again as they were once packed, and nothing is made of another shape", () => {
    const facts = factsOf({ ...rows, offers: [{ ...sent, requestId: numbered.request(5) }] });
    expect(unpacked(packed(facts))).toEqual(facts);
    const strange = { ...facts, years: [{ academicYear: "2025-26" }] };
    const text = packed(JSON.parse(JSON.stringify(strange)));
    expect(() => unpacked(text)).toThrow("input");
  });

  it("of an earlier engine are read as undated ties that forbid what they did", () => {
    const { years, ...rest } = factsOf(rows);
    const earlier = years.map(({ academicYear, input }) => {
      const { pastMembershipMonths: _unknown, ...policy } = input.policy;
      return {
        academicYear,
        input: {
          ...input,
          policy,
          schools: input.schools.map(({ memberships: _ties, concern: _concern, ...school }) => ({
            ...school,
            trustCode: "7",
            federationCode: null,
            inCategoryOfConcern: true,
          })),
          practitioners: input.practitioners.map((row) => ({
            ...row,
            declaredInterests: [numbered.school(1)],
          })),
          recentSupport: [
            { homeSchoolId: numbered.school(1), receivingSchoolId: numbered.school(2), onDate: today },
          ],
        },
      };
    });
    const [year] = unpacked(packed(JSON.parse(JSON.stringify({ ...rest, years: earlier })))).years;
    expect(year?.input.schools[0]).toMatchObject({
      memberships: [{ kind: "trust", code: "7", from: null, to: null }],
      concern: { by: "broker" },
    });
    const outcome = year && match(year.input);
    const [need] = outcome?.kind === "matched" ? outcome.result.unmet : [];
    expect(need?.binding.code).toBe("same-trust");
    const roster = year && rosterOf(year.input);
    const [asked] = roster?.requests ?? [];
    const pair = asked && roster?.pairsFor(asked)(0);
    expect(pair && refusals(pair).map(({ name }) => name)).toEqual([
      "same-trust",
      "declared-reason",
      "reciprocal",
      "home-school-in-concern",
    ]);
  });
});

describe("the calendar of the school that asks", () => {
  const span = (kind: "term" | "closed", from: string, to: string) => ({ kind, name: "Days", from, to });
  const calendarOf = (spans: ReturnType<typeof span>[]) => (schoolId: string) =>
    schoolId === request.schoolId
      ? { ...usualCalendar, school: [someCalendarYear(schoolId, "2025-26", spans)] }
      : usualCalendar;
  const nextOf = (given: RunRows) => factsOf(given).years[0]?.input.requests[0]?.nextHalfTerm;
  const until = (to: string): RunRows["requests"] => [{ ...request, window: { from: "2026-01-19", to } }];

  it("tells which half term comes after the dates asked for, that school's own where it names it", () => {
    const requests = until("2026-02-13");
    expect(nextOf({ ...rows, requests })).toEqual({ from: "2026-02-21", to: "2026-03-27" });
    const own = calendarOf([
      span("term", "2026-01-05", "2026-02-06"),
      span("term", "2026-02-16", "2026-03-20"),
    ]);
    expect(nextOf({ ...rows, requests, calendarOf: own })).toEqual({ from: "2026-02-16", to: "2026-03-20" });
  });

  it("leaves out a request whose dates hold fewer open days of that school than each person is to work", () => {
    const constraintOf = (given: RunRows) => factsOf(given).leftOut.map(({ constraint }) => constraint);
    const requests = until("2026-01-23");
    expect(constraintOf({ ...rows, requests })).toEqual([]);
    const flooded = calendarOf([span("closed", "2026-01-19", "2026-01-21")]);
    expect(constraintOf({ ...rows, requests, calendarOf: flooded })).toEqual(["too-few-open-days"]);
    const elsewhere = (schoolId: string) =>
      schoolId === person.homeSchoolId ? flooded(request.schoolId) : usualCalendar;
    expect(constraintOf({ ...rows, requests, calendarOf: elsewhere })).toEqual([]);
    const halfTerm = [{ ...request, window: { from: "2026-02-14", to: "2026-02-22" } }];
    expect(constraintOf({ ...rows, requests: halfTerm })).toEqual(["too-few-open-days"]);
  });
});
