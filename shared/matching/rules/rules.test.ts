import { describe, expect, it } from "vitest";
import type { SchoolId } from "../../domain/ids.ts";
import type { Membership } from "../../domain/registerFacts.ts";
import type { Phase } from "../../domain/vocabulary.ts";
import type {
  GivenFacets,
  KnownConcern,
  MatchInput,
  MatchInterest,
  MatchPractitioner,
  MatchRequest,
  MatchSchool,
  SupportGiven,
} from "../facts/facts.ts";
import { personId, present, requestId, schoolId } from "../facts/madeUpArea.ts";
import type { Pair } from "../facts/pair.ts";
import { defaultPolicy } from "../facts/policy.ts";
import { rosterOf } from "../facts/roster.ts";
import { fitComponents } from "../fit/fit.ts";
import { hardRules, mayBeProposed, overrideOf, refusals } from "./rules.ts";
import { warningsOf } from "./warnings.ts";

const school = (at: number): MatchSchool => ({
  id: schoolId(at),
  eastingMetres: 400_000 + at * 10_000,
  northingMetres: 300_000,
  phases: ["primary"],
  memberships: [present("multi-academy-trust", `T${at}`)],
  dioceseCode: null,
  concern: null,
  isSmall: false,
  pupils: 200,
  percentageFsm: 20,
});

const practitioner: MatchPractitioner = {
  id: personId(1),
  homeSchoolId: schoolId(1),
  claims: [{ code: "CT-03", level: "can-coach", lastPractisedYear: 2025, endorsed: true }],
  phases: ["primary"],
  modes: ["on-site"],
  travelLimitMetres: 20_000,
  capacityHalfDaysLeft: 10,
  capacitySlotsLeft: 1,
  loadSlots: 0,
  availability: [{ from: "2026-01-05", to: "2026-03-27" }],
  parked: false,
  assuranceValidUntil: "2026-08-31",
  designations: [],
  formerEmployers: [],
  declaredInterests: [],
};

const request: MatchRequest = {
  id: requestId(1),
  schoolId: schoolId(2),
  codes: { primary: "CT-03", secondary: [] },
  phase: "primary",
  halfDays: 4,
  people: 1,
  window: { from: "2026-01-12", to: "2026-03-27" },
  mode: "on-site",
  priority: 2,
  routePolicy: "traded-improvement",
  submittedOn: "2025-12-01",
  pinned: [],
  excluded: [],
  declinedBy: [],
  alreadyHeld: [],
  lastProposed: [],
  overrides: [],
};

const input: MatchInput = {
  policy: defaultPolicy,
  today: "2026-01-05",
  schools: [school(1), school(2)],
  practitioners: [practitioner],
  requests: [request],
  recentSupport: [],
};

// Each closes a week: one week without schools at work in January, two in February.
const january = { from: "2026-01-12", to: "2026-01-16" };
const calendars = [
  { id: "a", closed: [january, { from: "2026-02-09", to: "2026-02-13" }] },
  { id: "b", closed: [january, { from: "2026-02-16", to: "2026-02-20" }] },
];

interface Change {
  readonly person?: Partial<MatchPractitioner>;
  readonly request?: Partial<MatchRequest>;
  readonly home?: Partial<MatchSchool>;
  readonly asking?: Partial<MatchSchool>;
  readonly recentSupport?: MatchInput["recentSupport"];
}

function pairWith(change: Change): Pair {
  const asked = { ...request, ...change.request };
  const roster = rosterOf({
    ...input,
    calendars,
    schools: [
      { ...school(1), ...change.home },
      { ...school(2), ...change.asking },
    ],
    practitioners: [{ ...practitioner, ...change.person }],
    recentSupport: change.recentSupport ?? [],
  });
  return roster.pairsFor(asked)(0);
}

const person = practitioner.id;
const [home, asking] = [schoolId(1), schoolId(2)];

const inGroup = (kind: Membership["kind"]): Change => ({
  home: { memberships: [present(kind, "G1")] },
  asking: { memberships: [present(kind, "G1")] },
});
const interest = (at: SchoolId, since: string | null): MatchInterest => ({
  schoolId: at,
  kind: "family",
  since,
  until: null,
});
const support = (homeSchoolId: SchoolId, receivingSchoolId: SchoolId, onDate: string): SupportGiven => ({
  homeSchoolId,
  receivingSchoolId,
  onDate,
  deploymentId: null,
});
const inspected = (publishedOn: string): KnownConcern => ({
  by: "inspection",
  category: "special-measures",
  framework: "oeif",
  since: "2025-11-04",
  publishedOn,
});
const warningsIn = (pair: Pair): string =>
  warningsOf(pair)
    .map(({ sentence }) => sentence)
    .join();

/** For each rule: a change that makes it refuse, words its reason must hold, and the nearest change that passes. */
const cases: readonly { rule: string; refused: Change; says: string; passes: Change }[] = [
  {
    rule: "expertise",
    refused: { request: { codes: { primary: "CT-06", secondary: [] } } },
    says: "CT-06",
    passes: { request: { codes: { primary: "CT-04", secondary: [] } } },
  },
  { rule: "same-school", refused: { request: { schoolId: home } }, says: "works at the school", passes: {} },
  {
    rule: "same-trust",
    refused: { home: { memberships: [present("trust", "T2")] } },
    says: "trust T2",
    passes: { home: { memberships: [] }, asking: { memberships: [] } },
  },
  {
    rule: "same-federation",
    refused: inGroup("federation"),
    says: "federation G1",
    passes: { home: { memberships: [present("federation", "G1")] } },
  },
  {
    rule: "same-foundation",
    refused: inGroup("foundation-trust"),
    says: "foundation trust G1",
    passes: {
      home: { memberships: [present("foundation-trust", "G1")] },
      asking: { memberships: [present("multi-academy-trust", "G1")] },
    },
  },
  {
    rule: "same-umbrella",
    refused: inGroup("umbrella-trust"),
    says: "umbrella trust G1",
    passes: {
      home: { memberships: [present("umbrella-trust", "G1")] },
      asking: { memberships: [present("umbrella-trust", "G2")] },
    },
  },
  { rule: "same-group", refused: inGroup("unknown"), says: "group G1", passes: inGroup("sponsor") },
  {
    rule: "past-employer",
    refused: { person: { formerEmployers: [{ schoolId: asking, endedOn: "2024-01-05" }] } },
    says: "2024-01-05",
    passes: { person: { formerEmployers: [{ schoolId: asking, endedOn: "2024-01-04" }] } },
  },
  {
    rule: "declared-reason",
    refused: { person: { declaredInterests: [interest(asking, "2026-03-27")] } },
    says: "declared",
    passes: { person: { declaredInterests: [interest(asking, "2026-03-28"), interest(home, null)] } },
  },
  {
    rule: "reciprocal",
    refused: { recentSupport: [support(asking, home, "2023-01-05")] },
    says: "2023-01-05",
    passes: {
      recentSupport: [support(asking, home, "2023-01-04"), support(home, asking, "2025-12-01")],
    },
  },
  {
    rule: "home-school-in-concern",
    refused: { home: { concern: inspected("2026-01-05") } },
    says: "category of concern",
    passes: { home: { concern: inspected("2026-01-06") }, asking: { concern: { by: "broker" } } },
  },
  {
    rule: "assurance-lapsed",
    refused: { person: { assuranceValidUntil: "2026-01-11" } },
    says: "2026-01-11",
    passes: { person: { assuranceValidUntil: "2026-01-12" } },
  },
  {
    rule: "designation-missing",
    refused: {
      request: { requiredDesignation: "SLE" },
      person: { designations: [{ name: "SLE", expiresOn: "2026-01-04" }] },
    },
    says: "expired on 2026-01-04",
    passes: {
      request: { requiredDesignation: "SLE" },
      person: { designations: [{ name: "SLE", expiresOn: "2026-01-05" }] },
    },
  },
  { rule: "parked", refused: { person: { parked: true } }, says: "not taking offers", passes: {} },
  {
    rule: "held-already",
    refused: { request: { alreadyHeld: [person] } },
    says: "already holds",
    passes: { request: { alreadyHeld: [personId(2)] } },
  },
  {
    rule: "declined-already",
    refused: { request: { declinedBy: [person] } },
    says: "declined",
    passes: { request: { declinedBy: [personId(2)] } },
  },
  {
    rule: "excluded",
    refused: { request: { excluded: [person] } },
    says: "excluded",
    passes: { request: { excluded: [personId(2)] } },
  },
  {
    rule: "phase",
    refused: { request: { phase: "secondary" } },
    says: "secondary",
    passes: { request: { phase: "secondary" }, person: { phases: ["primary", "secondary"] } },
  },
  {
    rule: "mode",
    refused: { request: { mode: "remote" } },
    says: "remote",
    passes: { request: { mode: "remote" }, person: { modes: ["hybrid"] } },
  },
  {
    rule: "too-far",
    refused: { person: { travelLimitMetres: 9_999 } },
    says: "10 km",
    passes: { person: { travelLimitMetres: 10_000 } },
  },
  {
    rule: "unavailable",
    refused: { person: { availability: [{ from: "2026-03-27", to: "2026-04-30" }] } },
    says: "1 weekdays",
    passes: { person: { availability: [{ from: "2026-03-26", to: "2026-04-30" }] } },
  },
  {
    rule: "no-slots",
    refused: { person: { capacitySlotsLeft: 0, loadSlots: 2 } },
    says: "2 deployments",
    passes: { person: { capacitySlotsLeft: 1, loadSlots: 2 } },
  },
  {
    rule: "no-days",
    refused: { person: { capacityHalfDaysLeft: 3 } },
    says: "1.5 days",
    passes: { person: { capacityHalfDaysLeft: 4 } },
  },
];

describe("the days of a pair", () => {
  const freeFrom = (from: string): Change => ({
    home: { calendar: "a" },
    asking: { calendar: "b" },
    person: { availability: [{ from, to: "2026-02-20" }] },
  });
  const unavailable = hardRules.find(({ name }) => name === "unavailable");

  it("are those on which both schools are open, in the rule and in what earned the points", () => {
    const [few, enough] = [pairWith(freeFrom("2026-02-06")), pairWith(freeFrom("2026-02-05"))];
    expect([few.daysFree, few.daysAsked, enough.daysFree]).toEqual([1, 45, 2]);
    expect([unavailable?.refuses(few), unavailable?.refuses(enough)]).toEqual([true, false]);
    expect(unavailable?.why(few)).toContain("Free on 1 days on which both schools are open");
    const because = fitComponents(few).find(({ name }) => name === "availability")?.because;
    expect(because).toContain("with both schools open, on 1 of the 45 days");
  });

  it("are weekdays where a calendar is not known, and this is said", () => {
    const pair = pairWith({ ...freeFrom("2026-02-06"), asking: {} });
    expect([pair.daysFree, pair.daysAsked]).toEqual([6, 55]);
    const because = fitComponents(pair).find(({ name }) => name === "availability")?.because;
    expect(because).toBe(
      "free on 6 of 55 weekdays asked for; on which of them the schools are open is not known",
    );
  });
});

describe("hard rules", () => {
  it("are each tested below, by name", () => {
    expect(cases.map(({ rule }) => rule)).toEqual(hardRules.map(({ name }) => name));
  });

  it("let a pair without any conflict pass", () => {
    expect(refusals(pairWith({}))).toEqual([]);
  });

  for (const { rule, refused, says, passes } of cases)
    it(`refuse by ${rule} exactly where its record says so, and name that record`, () => {
      const pair = pairWith(refused);
      expect(refusals(pair).map(({ name }) => name)).toContain(rule);
      expect(mayBeProposed(pair)).toBe(false);
      const found = hardRules.find(({ name }) => name === rule);
      expect(found?.why(pair)).toContain(says);
      expect(found?.evidence(pair)).not.toEqual([]);
      expect(refusals(pairWith(passes)).map(({ name }) => name)).not.toContain(rule);
    });

  for (const { rule, refused } of cases)
    it(`let ${rule} be overridden only where the rule says it may be`, () => {
      const overrides = [{ personId: person, rule, reason: "agreed by the board" }];
      const pair = pairWith({ ...refused, request: { ...refused.request, overrides } });
      const found = hardRules.find(({ name }) => name === rule);
      expect(refusals(pair).some(({ name }) => name === rule)).toBe(found?.overridable === false);
      expect(found && overrideOf(found, pair)).toBe(found?.overridable ? "agreed by the board" : null);
    });

  it("let the travel limit pass with a warning where the distance is not known", () => {
    const pair = pairWith({ home: { eastingMetres: null }, person: { travelLimitMetres: 1 } });
    expect(refusals(pair)).toEqual([]);
    expect(warningsIn(pair)).toContain("distance is not known");
  });

  it("count remote work as no distance at all", () => {
    const pair = pairWith({
      request: { mode: "remote" },
      person: { modes: ["remote"], travelLimitMetres: 1 },
    });
    expect(pair.distanceMetres).toBe(0);
    expect(refusals(pair)).toEqual([]);
  });

  it("only warn of the same diocese", () => {
    const pair = pairWith({ home: { dioceseCode: "D1" }, asking: { dioceseCode: "D1" } });
    expect(refusals(pair)).toEqual([]);
    expect(warningsIn(pair)).toContain("diocese D1");
  });

  it("only warn of the same sponsor", () => {
    const pair = pairWith(inGroup("sponsor"));
    expect(refusals(pair)).toEqual([]);
    expect(warningsOf(pair)).toMatchObject([
      { name: "same-sponsor", evidence: [{ of: asking }, { of: home }] },
    ]);
  });

  it("only warn of the asking school as the one to which somebody announced to move, and of no other", () => {
    const to = (schoolId: SchoolId) => pairWith({ person: { nextSchool: { schoolId, from: "2027-09-01" } } });
    expect(refusals(to(asking))).toEqual([]);
    expect(warningsOf(to(asking))).toMatchObject([
      { name: "announced-school", evidence: [{ record: "employment", of: person, from: "2027-09-01" }] },
    ]);
    expect(warningsOf(to(home))).toEqual([]);
  });

  it.each([
    {
      asked: { supportType: "review" },
      lacks: { supportTypes: ["coaching"] },
      has: { supportTypes: ["review"] },
    },
    {
      asked: { audiences: ["governors"] },
      lacks: { audiences: ["teachers"] },
      has: { audiences: ["governors"] },
    },
    { asked: { settings: ["special"] }, lacks: { settings: ["faith"] }, has: { settings: ["special"] } },
  ] as const)(
    "only warn where $asked was not named, and say nothing of who named none",
    ({ asked, lacks, has }) => {
      const warned = (given: GivenFacets | undefined) => {
        const pair = pairWith({ request: { facets: asked }, person: given ? { facets: given } : {} });
        expect(refusals(pair)).toEqual([]);
        return warningsOf(pair).flatMap(({ sentence }) =>
          sentence.includes("did not name") ? [sentence] : [],
        );
      };
      expect(warned(lacks)).toEqual([expect.stringContaining(Object.values(asked).flat().join())]);
      expect([warned(has), warned({}), warned(undefined)]).toEqual([[], [], []]);
    },
  );

  it("only warn of a claim that is for other phases than the request", () => {
    const claims = (phases: readonly Phase[]) =>
      pairWith({
        request: { phase: "primary" },
        person: { claims: practitioner.claims.map((claim) => ({ ...claim, phases })) },
      });
    const warned = (phases: readonly Phase[]) =>
      warningsOf(claims(phases)).flatMap(({ sentence }) => (sentence.includes("is for") ? [sentence] : []));
    expect(warned(["secondary"])).toEqual(["The claim of CT-03 is for secondary, not primary."]);
    expect(warned(["secondary", "primary"])).toEqual([]);
  });
});
