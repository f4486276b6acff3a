import { PersonId, RequestId, SchoolId } from "../../domain/ids.ts";
import type { Membership } from "../../domain/schools/registerFacts.ts";
import type { Mode, Phase } from "../../domain/vocabulary.ts";
import type { MatchInput, MatchPractitioner, MatchRequest, MatchSchool, Priority } from "./facts.ts";
import { defaultPolicy } from "./policy.ts";

/** Random numbers from a seed, the same on any machine. */
export interface Dice {
  /** A whole number from 0 up to, not including, `sides`. */
  readonly below: (sides: number) => number;
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
}

/** Dice by the small fast counting generator of 32-bit words. */
export function diceFrom(seed: number): Dice {
  let [a, b, c, counter] = [0x9e3779b9, seed | 0, Math.imul(seed, 7919), 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let warm = 0; warm < 16; warm++) next();
  const below = (sides: number): number => next() % sides;
  return { below, pick: (items) => items[below(items.length)] ?? items[0] };
}

/** How large a made-up area is. */
export interface AreaSize {
  readonly schools: number;
  readonly practitioners: number;
  readonly requests: number;
  /** How many codes of expertise are in use, at most 55; fewer make people compete more. */
  readonly codes: number;
  readonly seed: number;
}

/** Codes of expertise, those asked for most first. */
const numberedCodes = (family: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `${family}-${String(from + at).padStart(2, "0")}`);
const codes = [
  "CT-03,CT-06,LG-01,IN-ASD,BS-FIN1,BA-02,CT-02,LG-05,IN-13,BS-FIN2".split(","),
  "PA-04,EY-01,WF-01,BA-01,IN-SEMH,LG-04,CT-07,PA-07,DA-01,PW-03".split(","),
  numberedCodes("CT", 8, 24),
  numberedCodes("PA", 8, 16),
  numberedCodes("LG", 6, 14),
].flat();

/** Draws a code: half of the draws fall on the quarter of the codes that are asked for most. */
const madeUpCode = (size: AreaSize, dice: Dice): string =>
  codes[Math.min(dice.below(size.codes), dice.below(size.codes))] ?? "CT-03";

const levels = ["can-share", "can-coach", "can-lead-review"] as const;
const phaseChoices = ["early-years", "primary", "secondary"] as const satisfies readonly Phase[];
const modeChoices = [
  ["on-site"],
  ["on-site", "remote"],
  ["hybrid"],
] as const satisfies readonly (readonly Mode[])[];
const priorities = [1, 2, 2, 3, 4] as const satisfies readonly Priority[];
const routes = ["statutory", "traded-improvement", "traded-business", "collaborative"] as const;

const numbered = (prefix: string, at: number): string => `${prefix}_${String(at).padStart(8, "0")}`;
export const schoolId = (at: number): SchoolId => SchoolId.parse(numbered("sch", at));
export const personId = (at: number): PersonId => PersonId.parse(numbered("per", at));
export const requestId = (at: number): RequestId => RequestId.parse(numbered("req", at));

/** A membership that no register dates. */
export const present = (kind: Membership["kind"], code: string): Membership => ({
  kind,
  code,
  name: "",
  from: null,
  to: null,
});

const madeUpSchool = (at: number, dice: Dice): MatchSchool => ({
  id: schoolId(at),
  eastingMetres: dice.below(30) === 0 ? null : 400_000 + dice.below(30_000),
  northingMetres: 300_000 + dice.below(30_000),
  phases: [dice.pick(phaseChoices), dice.pick(phaseChoices)],
  memberships: [
    ...(dice.below(3) === 0 ? [] : [present("multi-academy-trust", `T${dice.below(12)}`)]),
    ...(dice.below(8) === 0 ? [present("federation", `F${dice.below(6)}`)] : []),
  ],
  dioceseCode: dice.below(4) === 0 ? `D${dice.below(3)}` : null,
  concern: dice.below(25) === 0 ? { by: "broker" } : null,
  isSmall: dice.below(4) === 0,
  pupils: 60 + dice.below(900),
  percentageFsm: dice.below(60),
});

const madeUpPractitioner = (at: number, size: AreaSize, dice: Dice): MatchPractitioner => ({
  id: personId(at),
  homeSchoolId: schoolId(dice.below(size.schools)),
  claims: Array.from({ length: 1 + dice.below(4) }, () => ({
    code: madeUpCode(size, dice),
    level: dice.pick(levels),
    lastPractisedYear: 2012 + dice.below(14),
    endorsed: dice.below(3) > 0,
  })),
  phases: [dice.pick(phaseChoices), dice.pick(phaseChoices)],
  modes: dice.pick<readonly Mode[]>(modeChoices),
  travelLimitMetres: dice.below(10) === 0 ? null : 5_000 + dice.below(30_000),
  capacityHalfDaysLeft: dice.below(31),
  capacitySlotsLeft: dice.below(4),
  loadSlots: dice.below(3),
  availability: dice.below(3) === 0 ? [] : [{ from: "2026-01-05", to: `2026-0${2 + dice.below(5)}-20` }],
  parked: dice.below(20) === 0,
  assuranceValidUntil: dice.below(20) === 0 ? null : "2026-08-31",
  designations: dice.below(2) === 0 ? [{ name: "SLE", expiresOn: "2026-07-31" }] : [],
  formerEmployers:
    dice.below(6) === 0 ? [{ schoolId: schoolId(dice.below(size.schools)), endedOn: "2024-08-31" }] : [],
  declaredInterests:
    dice.below(10) === 0
      ? [{ schoolId: schoolId(dice.below(size.schools)), kind: "governor", since: null, until: null }]
      : [],
});

const madeUpRequest = (at: number, size: AreaSize, dice: Dice): MatchRequest => ({
  id: requestId(at),
  schoolId: schoolId(dice.below(size.schools)),
  codes: { primary: madeUpCode(size, dice), secondary: dice.below(2) === 0 ? [] : [madeUpCode(size, dice)] },
  phase: dice.pick(phaseChoices),
  halfDays: 1 + dice.below(12),
  people: 1 + (dice.below(4) === 0 ? dice.below(3) : 0),
  window: { from: "2026-01-12", to: `2026-0${2 + dice.below(5)}-27` },
  mode: dice.pick(["on-site", "on-site", "remote"]),
  priority: dice.pick(priorities),
  routePolicy: dice.pick(routes),
  submittedOn: `2025-1${dice.below(3)}-0${1 + dice.below(9)}`,
  pinned: dice.below(20) === 0 ? [personId(dice.below(size.practitioners))] : [],
  excluded: dice.below(10) === 0 ? [personId(dice.below(size.practitioners))] : [],
  declinedBy: dice.below(10) === 0 ? [personId(dice.below(size.practitioners))] : [],
  alreadyHeld: [],
  lastProposed: dice.below(3) === 0 ? [personId(dice.below(size.practitioners))] : [],
  overrides: [],
  ...(dice.below(12) === 0 ? { requiredDesignation: "SLE" } : {}),
  ...(dice.below(5) === 0 ? { maxFromOneSchool: 1 } : {}),
});

/** An invented area of one size: the same facts for the same seed. */
export function madeUpArea(size: AreaSize): MatchInput {
  const dice = diceFrom(size.seed);
  return {
    policy: defaultPolicy,
    today: "2026-01-05",
    schools: Array.from({ length: size.schools }, (_, at) => madeUpSchool(at, dice)),
    practitioners: Array.from({ length: size.practitioners }, (_, at) => madeUpPractitioner(at, size, dice)),
    requests: Array.from({ length: size.requests }, (_, at) => madeUpRequest(at, size, dice)),
    recentSupport: Array.from({ length: size.schools }, () => ({
      homeSchoolId: schoolId(dice.below(size.schools)),
      receivingSchoolId: schoolId(dice.below(size.schools)),
      onDate: `20${20 + dice.below(6)}-03-03`,
      deploymentId: null,
    })),
  };
}
