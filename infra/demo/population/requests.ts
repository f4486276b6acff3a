import type * as z from "zod";
import type { RequestDraft } from "../../../shared/contract/routes/requests.ts";
import { addDays } from "../../../shared/domain/calendar/calendar.ts";
import type { Mode, Phase, Urgency } from "../../../shared/domain/vocabulary.ts";
import type { SeededRandom } from "../../../shared/registers/seeded.ts";
import { chanceOf, pickSeveral, pickWeighted } from "./chance.ts";
import { type Demand, fitsPhases } from "./demand.ts";
import type { MadePerson } from "./people.ts";
import type { PlaceOfWork } from "./placesOfWork.ts";
import { describeNeed, type Indiscretion, objectivesFor } from "./wording.ts";

/** Who writes a request: the school, the leader it approached, or the broker, by hand or from a file. */
export type WrittenBy =
  | { readonly route: "school" }
  | { readonly route: "leader"; readonly personKey: string }
  | { readonly route: "broker" }
  | { readonly route: "file" };

/** A request to be made. */
export interface MadeRequest {
  /** Stable under a seed, such as `R034`. */
  readonly key: string;
  readonly by: WrittenBy;
  readonly school: PlaceOfWork;
  readonly body: z.input<typeof RequestDraft>;
  /** What becomes of it before the first night. */
  readonly fate: "submitted" | "left-draft" | "withdrawn";
  /** Why triage is expected to hold it, null where nothing stands against it. */
  readonly oddity: "duplicate" | "indiscreet" | "soon" | null;
}

export interface RequestsOptions {
  readonly seed: number;
  readonly today: string;
  readonly count: number;
  readonly schools: readonly PlaceOfWork[];
  readonly inConcern: readonly PlaceOfWork[];
  readonly people: readonly MadePerson[];
  readonly demand: Demand;
}

/** Synthetic requests; some schools ask far more often than others. */
export function requestsOf(options: RequestsOptions): MadeRequest[] {
  const appetite = chanceOf(options.seed, "appetite");
  const schools = options.schools.map((school) => [school, appetite.next() ** 2 + 0.05] as const);
  const made: MadeRequest[] = [];
  for (let number = 1; number <= options.count; number += 1) {
    const key = `R${String(number).padStart(3, "0")}`;
    const random = chanceOf(options.seed, "request", key);
    const concerned = options.inConcern[number % (options.inConcern.length * 12)];
    const school = concerned ?? pickWeighted(random, schools);
    const earlier = made.filter(({ fate, oddity }) => fate === "submitted" && oddity === null);
    const again = earlier.length > 0 && random.chance(0.03) ? random.pick(earlier) : undefined;
    made.push(again ? askedAgain(random, key, again) : requestFrom(random, { key, school }, options));
  }
  return made;
}

const askedAgain = (random: SeededRandom, key: string, earlier: MadeRequest): MadeRequest => ({
  key,
  by: random.chance(0.5) ? { route: "school" } : { route: "broker" },
  school: earlier.school,
  body: { ...earlier.body, description: describeNeed(random, earlier.body.codes.primary, null) },
  fate: "submitted",
  oddity: "duplicate",
});

interface Asking {
  readonly key: string;
  readonly school: PlaceOfWork;
}

function requestFrom(random: SeededRandom, { key, school }: Asking, options: RequestsOptions): MadeRequest {
  const { demand, today } = options;
  const asked = demand.asked.filter(([code]) => fitsPhases(code, school.phases));
  const rare = demand.nobodyClaims.filter((code) => fitsPhases(code, school.phases));
  const primary = rare.length > 0 && random.chance(0.05) ? random.pick(rare) : pickWeighted(random, asked);
  const others = asked.filter(([code]) => code !== primary);
  const secondary = pickSeveral(random, others, random.pick([0, 0, 0, 0, 1, 1, 2]));
  const indiscretion = pickWeighted<Indiscretion>(random, [
    ["safeguarding", 2],
    ["personal", 2],
    [null, 96],
  ]);
  const soon = indiscretion === null && random.chance(0.03);
  const from = addDays(today, soon ? 4 : random.between(15, 52));
  const by = writerOf(random, { key, school }, options);
  return {
    key,
    by,
    school,
    body: {
      schoolId: school.schoolId,
      codes: { primary, secondary },
      phase: phaseFor(random, primary, school.phases),
      description: describeNeed(random, primary, indiscretion),
      objectives:
        by.route === "file" ? objectivesFor(random, primary).slice(0, 1) : objectivesFor(random, primary),
      ...askedOf(random),
      window: { from, to: addDays(from, random.between(30, 84)) },
    },
    fate: by.route === "file" || soon || indiscretion !== null ? "submitted" : fateOf(random),
    oddity: indiscretion === null ? (soon ? "soon" : null) : "indiscreet",
  };
}

const fateOf = (random: SeededRandom): MadeRequest["fate"] =>
  pickWeighted<MadeRequest["fate"]>(random, [
    ["submitted", 95],
    ["left-draft", 2],
    ["withdrawn", 3],
  ]);

const askedOf = (random: SeededRandom) => ({
  daysEach: pickWeighted(random, [
    [0.5, 3],
    [1, 12],
    [1.5, 10],
    [2, 20],
    [3, 25],
    [4, 12],
    [5, 10],
    [6, 5],
    [8, 3],
  ]),
  people: pickWeighted(random, [
    [1, 86],
    [2, 10],
    [3, 4],
  ]),
  mode: pickWeighted<Mode>(random, [
    ["on-site", 64],
    ["hybrid", 18],
    ["remote", 18],
  ]),
  urgency: pickWeighted<Urgency>(random, [
    ["this-week", 4],
    ["this-half-term", 26],
    ["this-term", 46],
    ["this-year", 24],
  ]),
  requiredDesignation: pickWeighted(random, [
    [null, 93],
    ["SLE", 5],
    ["NLE", 2],
  ]),
  routePolicy: pickWeighted(random, [
    ["traded-improvement" as const, 80],
    ["collaborative" as const, 20],
  ]),
});

function phaseFor(random: SeededRandom, code: string, phases: readonly Phase[]): Phase {
  const fitting = phases.filter((phase) => fitsPhases(code, [phase]));
  return random.pick(fitting.length > 0 ? fitting : phases);
}

function writerOf(random: SeededRandom, { key, school }: Asking, { people }: RequestsOptions): WrittenBy {
  const elsewhere = people.filter(({ body }) => body.homeSchoolId !== school.schoolId);
  // Every ninth stands in the file that the broker was sent.
  if (Number(key.slice(1)) % 9 === 0) return { route: "file" };
  const route = pickWeighted(random, [
    ["school" as const, 68],
    ["leader" as const, 17],
    ["broker" as const, 15],
  ]);
  return route === "leader" && elsewhere.length > 0
    ? { route, personKey: random.pick(elsewhere).key }
    : { route: route === "broker" ? "broker" : "school" };
}
