import { modeLacking, noDays, noSlots, tooFar, unavailable } from "./capacityRules.ts";
import { declinedAlready, excludedByBroker, heldAlready } from "./choiceRules.ts";
import { conflictRules } from "./conflictRules.ts";
import type { RuleOverride } from "../facts/facts.ts";
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
  ...conflictRules,
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

/** Whether an override was given for all that makes the rule refuse now; one that names nothing is for everything. */
const covers = ({ causes: known }: RuleOverride, rule: HardRule, pair: Pair): boolean =>
  known === undefined || (rule.causes?.(pair) ?? []).every((cause) => known.includes(cause));

/** The recorded reason for which a rule is set aside for this pair, if it may be. */
export function overrideOf(rule: HardRule, pair: Pair): string | null {
  if (!rule.overridable) return null;
  const found = pair.request.overrides.find(
    (override) =>
      override.personId === pair.practitioner.id &&
      override.rule === rule.name &&
      covers(override, rule, pair),
  );
  return found?.reason ?? null;
}

/** The rules that refuse a pair and have not been overridden, in order; empty when it may be proposed. */
export const refusals = (pair: Pair): readonly HardRule[] =>
  hardRules.filter((rule) => rule.refuses(pair) && overrideOf(rule, pair) === null);

/** The first of them, undefined when it may be proposed. */
export const firstRefusal = (pair: Pair): HardRule | undefined =>
  hardRules.find((rule) => rule.refuses(pair) && overrideOf(rule, pair) === null);

/** Whether a pair may be proposed: the quick form of asking for its refusals. */
export const mayBeProposed = (pair: Pair): boolean =>
  hardRules.every((rule) => !rule.refuses(pair) || overrideOf(rule, pair) !== null);
