import { counted } from "../../domain/counted.ts";
import { expertisePer1000 } from "./expertise.ts";
import type { MatchSchool } from "../facts/facts.ts";
import { type FitWeights, weightsFor } from "../facts/policy.ts";
import type { Pair } from "../facts/pair.ts";

/** How alike two numbers of pupils are, not both 0, out of 1,000. */
export const pupilsPer1000 = (a: number, b: number): number =>
  Math.floor(a < b ? (1000 * a) / b : (1000 * b) / a);

/** How alike two percentages of pupils with free school meals are, out of 1,000. */
export const mealsPer1000 = (a: number, b: number): number =>
  Math.max(0, 1000 - Math.floor(Math.abs(a - b) * 20));

/** How alike two schools are in size and intake, out of 1,000. */
function contextPer1000(a: MatchSchool, b: MatchSchool): number {
  let [sum, shares] = [a.isSmall === b.isSmall ? 1000 : 0, 1];
  if (a.pupils !== null && b.pupils !== null && a.pupils + b.pupils > 0) {
    sum += pupilsPer1000(a.pupils, b.pupils);
    shares++;
  }
  if (a.percentageFsm !== null && b.percentageFsm !== null) {
    sum += mealsPer1000(a.percentageFsm, b.percentageFsm);
    shares++;
  }
  return Math.floor(sum / shares);
}

/** Falls with the distance, which earns nothing when it is not known, out of 1,000. */
export const distancePer1000 = (metres: number | null, zeroMetres: number): number =>
  metres === null ? 0 : Math.max(0, 1000 - Math.floor((1000 * metres) / zeroMetres));

/** The share of the days asked for that are free, out of 1,000. */
export const availabilityPer1000 = (free: number, asked: number): number =>
  asked === 0 ? 0 : Math.floor((1000 * free) / asked);

/** Falls with each deployment held, out of 1,000. */
export const rotationPer1000 = (held: number): number => Math.floor(1000 / (1 + held));

/** Practice in the phase asked for, and a home school of that phase, out of 1,000. */
export const phasePer1000 = (practises: boolean, isAtHome: boolean): number =>
  (practises ? 700 : 0) + (isAtHome ? 300 : 0);

/** Work in the mode asked for by choice, or as one that can be done, out of 1,000. */
export const workingStylePer1000 = (isByChoice: boolean): number => (isByChoice ? 1000 : 500);

/** Basis points of a component of which a pair earns so much out of 1,000. */
export const basisPoints = (weight: number, per1000: number): number => Math.floor((weight * per1000) / 10);

/** One named part of a fit, in basis points, with the record that earned it. */
export interface FitComponent {
  readonly name: string;
  readonly points: number;
  readonly outOf: number;
  readonly because: string;
}

/** A component: what share of its points a pair earns, out of 1,000, and what earned it. */
interface Measure {
  readonly name: keyof FitWeights;
  readonly per1000: (pair: Pair) => number;
  readonly because: (pair: Pair) => string;
}

const measures: readonly Measure[] = [
  {
    name: "expertise",
    per1000: ({ claim, secondaryClaims }) => expertisePer1000(claim, secondaryClaims),
    because: ({ claim, request }) =>
      claim === null
        ? `claims nothing near ${request.codes.primary}`
        : `claims ${claim.claim.code} at level ${claim.claim.level}` +
          (claim.claim.lastPractisedYear === null
            ? ""
            : `, last practised in ${claim.claim.lastPractisedYear}`),
  },
  {
    name: "phase",
    per1000: ({ practitioner, request, homeSchool }) =>
      phasePer1000(practitioner.phases.includes(request.phase), homeSchool.phases.includes(request.phase)),
    because: ({ practitioner, homeSchool }) =>
      `works in ${practitioner.phases.join(", ") || "no phase on record"}, ` +
      `at a school for ${homeSchool.phases.join(", ") || "no phase on record"}`,
  },
  {
    name: "context",
    per1000: ({ requestSchool, homeSchool }) => contextPer1000(requestSchool, homeSchool),
    because: ({ requestSchool: a, homeSchool: b }) =>
      `pupils ${b.pupils ?? "not known"} beside ${a.pupils ?? "not known"}, ` +
      `free school meals ${b.percentageFsm ?? "not known"} % beside ${a.percentageFsm ?? "not known"} %`,
  },
  {
    name: "distance",
    per1000: ({ distanceMetres, policy }) => distancePer1000(distanceMetres, policy.distanceZeroMetres),
    because: ({ distanceMetres, request }) =>
      request.mode === "remote"
        ? "remote work needs no travel"
        : distanceMetres === null
          ? "the distance is not known"
          : `${Math.floor(distanceMetres / 100) / 10} km between the schools`,
  },
  {
    name: "availability",
    per1000: ({ daysFree, daysAsked }) => availabilityPer1000(daysFree, daysAsked),
    because: ({ practitioner, daysAsked, daysFree, knowsCalendars }) =>
      practitioner.availability.length === 0
        ? "gave no dates"
        : knowsCalendars
          ? `free, with both schools open, on ${daysFree} of the ${counted(daysAsked, "day")} that the school is open within the dates asked for`
          : `free on ${daysFree} of ${counted(daysAsked, "weekday")} asked for; on which of them the schools are open is not known`,
  },
  {
    name: "rotation",
    per1000: ({ practitioner }) => rotationPer1000(practitioner.loadSlots),
    because: ({ practitioner }) =>
      `holds ${counted(practitioner.loadSlots, "deployment or open offer", "deployments or open offers")} now`,
  },
  {
    name: "workingStyle",
    per1000: ({ practitioner, request }) => workingStylePer1000(practitioner.modes.includes(request.mode)),
    because: ({ practitioner, request }) =>
      practitioner.modes.includes(request.mode)
        ? `works ${request.mode} by choice`
        : `can work ${request.mode}`,
  },
];

const points = (measure: Measure, pair: Pair): number =>
  basisPoints(weightsFor(pair.policy, pair.request)[measure.name], measure.per1000(pair));

/** The fit of a pair in basis points, 0 to 10,000: the sum of its components. */
export function fitOf(pair: Pair): number {
  let total = 0;
  for (const measure of measures) total += points(measure, pair);
  return total;
}

/** The fit of a pair by component, each with the record that earned it. */
export const fitComponents = (pair: Pair): readonly FitComponent[] =>
  measures.map((measure) => ({
    name: measure.name,
    points: points(measure, pair),
    outOf: weightsFor(pair.policy, pair.request)[measure.name] * 100,
    because: measure.because(pair),
  }));
