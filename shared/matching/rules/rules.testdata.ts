import type { Membership } from "../../domain/schools/registerFacts.ts";
import type {
  MatchInput,
  MatchPractitioner,
  MatchRequest,
  MatchSchool,
  RuleOverride,
} from "../facts/facts.ts";
import { personId, present, requestId, schoolId } from "../facts/madeUpArea.ts";
import type { Pair } from "../facts/pair.ts";
import { defaultPolicy } from "../facts/policy.ts";
import { rosterOf } from "../facts/roster.ts";

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

export const practitioner: MatchPractitioner = {
  id: personId(0),
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
  schoolId: schoolId(0),
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
  schools: [school(0), school(1)],
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

/** What is otherwise than in a pair that passes every rule. */
export interface Change {
  /** The day of the run, the last day of the work, and for how many months the past counts. */
  readonly today?: string;
  readonly until?: string;
  readonly months?: number;
  readonly person?: Partial<MatchPractitioner>;
  readonly request?: Partial<MatchRequest>;
  readonly overrides?: readonly RuleOverride[];
  readonly home?: Partial<MatchSchool>;
  readonly asking?: Partial<MatchSchool>;
  /** Further schools, each in what it is otherwise than the others. */
  readonly others?: readonly (Pick<MatchSchool, "id"> & Partial<MatchSchool>)[];
  readonly recentSupport?: MatchInput["recentSupport"];
}

/** A pair that passes every rule, but for the change. */
export function pairWith({
  today = "2026-01-05",
  until = "2026-03-27",
  months = 24,
  ...change
}: Change): Pair {
  const window = { from: "2026-01-12", to: until };
  const asked = { ...request, window, overrides: change.overrides ?? [], ...change.request };
  const roster = rosterOf({
    ...input,
    today,
    policy: { ...defaultPolicy, pastMembershipMonths: months, pastEmployerMonths: months },
    calendars,
    schools: [
      { ...school(0), ...change.asking },
      { ...school(1), ...change.home },
      ...(change.others ?? []).map((other) => ({ ...school(3), ...other })),
    ],
    practitioners: [{ ...practitioner, ...change.person }],
    recentSupport: change.recentSupport ?? [],
  });
  return roster.pairsFor(asked)(0);
}

export const person = practitioner.id;
export const [asking, home] = [schoolId(0), schoolId(1)];

/** Both schools in one group of a kind. */
export const inGroup = (kind: Membership["kind"]): Change => ({
  home: { memberships: [present(kind, "G1")] },
  asking: { memberships: [present(kind, "G1")] },
});
