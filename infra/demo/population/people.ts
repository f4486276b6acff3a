import { addDays, addMonths } from "../../../shared/domain/calendar/calendar.ts";
import {
  type ClaimLevel,
  type Mode,
  type Phase,
  phases as allPhases,
} from "../../../shared/domain/vocabulary.ts";
import type { SeededRandom } from "../../../shared/registers/seeded.ts";
import { chanceOf, pickSeveral, pickWeighted } from "./chance.ts";
import { type Demand, fitsPhases } from "./demand.ts";
import type { PlaceOfWork } from "./placesOfWork.ts";
import { assuranceOf, availabilityOf, designationsOf, interestsOf, type PersonBody } from "./standing.ts";
import { evidenceFor } from "./wording.ts";

/** A practitioner to be added, and what happens to them next. */
export interface MadePerson {
  /** Stable under a seed, such as `P012`. */
  readonly key: string;
  readonly home: PlaceOfWork;
  readonly body: PersonBody;
  /** Codes whose claims the home head endorses. */
  readonly endorsed: readonly string[];
  readonly parked: { readonly until: string; readonly reason: string } | null;
}

export interface PeopleOptions {
  readonly seed: number;
  readonly today: string;
  readonly count: number;
  readonly schools: readonly PlaceOfWork[];
  readonly demand: Demand;
  /** Metres within which most schools of the area lie from its middle. */
  readonly spreadMetres: number;
  readonly mailDomain: string;
}

/** Synthetic practitioners, spread over the schools so that every school has one before any has two more. */
export function peopleOf(options: PeopleOptions): MadePerson[] {
  const order = chanceOf(options.seed, "homes").shuffled(options.schools);
  return Array.from({ length: options.count }, (_, index) => {
    const key = `P${String(index + 1).padStart(3, "0")}`;
    const random = chanceOf(options.seed, "person", key);
    const home = random.chance(0.75) ? order[index % order.length] : random.pick(order);
    if (home === undefined) throw new Error("There is no school to work at");
    return personAt(random, { key, number: index + 1, home }, options);
  });
}

interface Who {
  readonly key: string;
  readonly number: number;
  readonly home: PlaceOfWork;
}

function personAt(random: SeededRandom, { key, number, home }: Who, options: PeopleOptions): MadePerson {
  const { today } = options;
  const phases = phasesOf(random, home.phases);
  const claims = claimsOf(random, phases, options);
  const assurance = assuranceOf(random, home, today);
  const body: PersonBody = {
    name: `Practitioner ${number}`,
    email: `practitioner.${number}@${options.mailDomain}`,
    homeSchoolId: home.schoolId,
    employedFrom: addMonths(today, -random.between(10, 130)),
    claims,
    designations: designationsOf(random, today),
    assurance,
    phases: [...phases],
    modes: pickWeighted<Mode[]>(random, [
      [["on-site"], 30],
      [["on-site", "remote"], 35],
      [["hybrid", "on-site", "remote"], 20],
      [["hybrid"], 10],
      [["remote"], 5],
    ]),
    travelLimitMetres: random.chance(0.2)
      ? null
      : Math.max(3000, Math.round(options.spreadMetres * random.pick([0.6, 0.9, 1.2, 1.8, 2.5]))),
    availability: availabilityOf(random, today),
    capacityDaysPerYear: pickWeighted(random, [
      [15, 60],
      [10, 15],
      [7.5, 10],
      [5, 8],
      [20, 7],
    ]),
    capacityDeployments: pickWeighted(random, [
      [1, 30],
      [2, 50],
      [3, 20],
    ]),
    declaredInterests: interestsOf(random, home, options),
  };
  const endorsed = claims.filter(() => random.chance(0.6)).map(({ code }) => code);
  const parked = random.chance(0.02)
    ? {
        until: addDays(today, random.between(30, 120)),
        reason: "Covering for a colleague at the home school",
      }
    : null;
  return { key, home, body, endorsed, parked };
}

/** The home school's phases, and for some the next one up or down from earlier posts. */
function phasesOf(random: SeededRandom, atHome: readonly Phase[]): Phase[] {
  if (!random.chance(0.4)) return [...atHome];
  const places = atHome.map((phase) => allPhases.indexOf(phase));
  const beside = allPhases.filter((_, place) => places.some((each) => Math.abs(each - place) === 1));
  if (beside.length === 0) return [...atHome];
  const another = random.pick(beside);
  return allPhases.filter((phase) => atHome.includes(phase) || phase === another);
}

function claimsOf(random: SeededRandom, phases: readonly Phase[], { demand, today }: PeopleOptions) {
  const count = pickWeighted(random, [
    [1, 6],
    [2, 12],
    [3, 22],
    [4, 24],
    [5, 16],
    [6, 10],
    [7, 6],
    [8, 4],
  ]);
  const year = Number(today.slice(0, 4));
  return pickSeveral(
    random,
    demand.offered.filter(([code]) => fitsPhases(code, phases)),
    count,
  ).map((code) => ({
    code,
    level: pickWeighted<ClaimLevel>(random, [
      ["can-share", 45],
      ["can-coach", 40],
      ["can-lead-review", 15],
    ]),
    phases: phases.filter((_, index) => index === 0 || random.chance(0.8)),
    lastPractisedYear: year - random.pick([0, 0, 0, 1, 1, 2, 3, 5, 8]),
    evidence: evidenceFor(random, code),
  }));
}
