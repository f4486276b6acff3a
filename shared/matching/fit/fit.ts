import { expertisePer1000 } from "./expertise.ts";
import type { FitWeights } from "../facts/facts.ts";
import type { Pair } from "../facts/pair.ts";
import { weightsFor } from "../facts/policy.ts";
import type { FitComponent } from "../explain/result.ts";

function contextPer1000({ requestSchool: a, homeSchool: b }: Pair): number {
  const shares = [a.isSmall === b.isSmall ? 1000 : 0];
  if (a.pupils !== null && b.pupils !== null && a.pupils + b.pupils > 0)
    shares.push(Math.floor((1000 * Math.min(a.pupils, b.pupils)) / Math.max(a.pupils, b.pupils)));
  if (a.percentageFsm !== null && b.percentageFsm !== null)
    shares.push(Math.max(0, 1000 - Math.floor(Math.abs(a.percentageFsm - b.percentageFsm) * 20)));
  return Math.floor(shares.reduce((sum, share) => sum + share, 0) / shares.length);
}

function distancePer1000({ distanceMetres, policy }: Pair): number {
  if (distanceMetres === null) return 0;
  return Math.max(0, 1000 - Math.floor((1000 * distanceMetres) / policy.distanceZeroMetres));
}

const availabilityPer1000 = ({ weekdaysAsked, weekdaysFree }: Pair): number =>
  weekdaysAsked === 0 ? 0 : Math.floor((1000 * weekdaysFree) / weekdaysAsked);

const phasePer1000 = ({ practitioner, request, homeSchool }: Pair): number =>
  (practitioner.phases.includes(request.phase) ? 700 : 0) +
  (homeSchool.phases.includes(request.phase) ? 300 : 0);

const workingStylePer1000 = ({ practitioner, request }: Pair): number =>
  practitioner.modes.includes(request.mode) ? 1000 : 500;

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
    per1000: phasePer1000,
    because: ({ practitioner, homeSchool }) =>
      `works in ${practitioner.phases.join(", ") || "no phase on record"}, ` +
      `at a school for ${homeSchool.phases.join(", ") || "no phase on record"}`,
  },
  {
    name: "context",
    per1000: contextPer1000,
    because: ({ requestSchool: a, homeSchool: b }) =>
      `pupils ${b.pupils ?? "not known"} beside ${a.pupils ?? "not known"}, ` +
      `free school meals ${b.percentageFsm ?? "not known"} % beside ${a.percentageFsm ?? "not known"} %`,
  },
  {
    name: "distance",
    per1000: distancePer1000,
    because: ({ distanceMetres, request }) =>
      request.mode === "remote"
        ? "remote work needs no travel"
        : distanceMetres === null
          ? "the distance is not known"
          : `${Math.floor(distanceMetres / 100) / 10} km between the schools`,
  },
  {
    name: "availability",
    per1000: availabilityPer1000,
    because: ({ practitioner, weekdaysAsked, weekdaysFree }) =>
      practitioner.availability.length === 0
        ? "gave no dates"
        : `free on ${weekdaysFree} of ${weekdaysAsked} weekdays asked for`,
  },
  {
    name: "rotation",
    per1000: ({ practitioner }) => Math.floor(1000 / (1 + practitioner.loadSlots)),
    because: ({ practitioner }) => `holds ${practitioner.loadSlots} deployments or open offers now`,
  },
  {
    name: "workingStyle",
    per1000: workingStylePer1000,
    because: ({ practitioner, request }) =>
      practitioner.modes.includes(request.mode)
        ? `works ${request.mode} by choice`
        : `can work ${request.mode}`,
  },
];

const points = (measure: Measure, pair: Pair): number =>
  Math.floor((weightsFor(pair.policy, pair.request)[measure.name] * measure.per1000(pair)) / 10);

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
