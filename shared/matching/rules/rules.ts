import { modeLacking, noDays, noSlots, tooFar, unavailable } from "./capacityRules.ts";
import { declinedAlready, excludedByBroker, heldAlready } from "./choiceRules.ts";
import {
  declaredInterest,
  homeSchoolInConcern,
  pastEmployer,
  reciprocal,
  sameFederation,
  sameSchool,
  sameTrust,
} from "./conflictRules.ts";
import type { Pair } from "../facts/pair.ts";
import type { HardRule } from "./rule.ts";
import {
  assuranceLapsed,
  designationMissing,
  expertiseLacking,
  parked,
  phaseLacking,
} from "./standingRules.ts";

/** Every hard rule, in the order in which a refusal is told. */
export const hardRules: readonly HardRule[] = [
  expertiseLacking,
  sameSchool,
  sameTrust,
  sameFederation,
  pastEmployer,
  declaredInterest,
  reciprocal,
  homeSchoolInConcern,
  assuranceLapsed,
  designationMissing,
  parked,
  heldAlready,
  declinedAlready,
  excludedByBroker,
  phaseLacking,
  modeLacking,
  tooFar,
  unavailable,
  noSlots,
  noDays,
];

/** The recorded reason for which a rule is set aside for this pair, if it may be. */
export function overrideOf(rule: HardRule, pair: Pair): string | null {
  if (!rule.overridable) return null;
  const found = pair.request.overrides.find(
    (override) => override.personId === pair.practitioner.id && override.rule === rule.name,
  );
  return found?.reason ?? null;
}

/** The rules that refuse a pair and have not been overridden, in order; empty when it may be proposed. */
export const refusals = (pair: Pair): readonly HardRule[] =>
  hardRules.filter((rule) => rule.refuses(pair) && overrideOf(rule, pair) === null);

/** Whether a pair may be proposed: the quick form of asking for its refusals. */
export const mayBeProposed = (pair: Pair): boolean =>
  hardRules.every((rule) => !rule.refuses(pair) || overrideOf(rule, pair) !== null);

/** Things a broker should see beside a proposal that do not forbid it. */
export function warnings(pair: Pair): readonly string[] {
  const { requestSchool, homeSchool, practitioner } = pair;
  const found: string[] = [];
  if (requestSchool.dioceseCode !== null && requestSchool.dioceseCode === homeSchool.dioceseCode)
    found.push(`Both schools belong to diocese ${requestSchool.dioceseCode}.`);
  if (pair.distanceMetres === null)
    found.push("The distance is not known: the travel limit could not be checked.");
  if (practitioner.availability.length === 0) found.push("The practitioner gave no dates of availability.");
  if (pair.claim !== null && !pair.claim.claim.endorsed)
    found.push(`The claim of ${pair.claim.claim.code} is not endorsed by the practitioner's head.`);
  return found;
}
