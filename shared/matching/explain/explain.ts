import { alternatesFinder } from "./alternates.ts";
import { mark, whole } from "../problem/cells.ts";
import { fitComponents } from "../fit/fit.ts";
import type { Pair } from "../facts/pair.ts";
import type { Alternate, Proposal } from "./result.ts";
import type { HardRule } from "../rules/rule.ts";
import { hardRules, overrideOf } from "../rules/rules.ts";
import { warningsOf } from "../rules/warnings.ts";
import { compared } from "../facts/order.ts";
import type { Solved } from "./standing.ts";

interface Place {
  readonly pair: Pair;
  /** The fit that the run reckoned with, in basis points; null for a pin, with which it did not reckon. */
  readonly reckoned: number | null;
  readonly alternates: readonly Alternate[];
}

const allPassed: Proposal["rulesPassed"] = hardRules.map(({ name }) => name);
const noneOverridden: Proposal["overridden"] = [];

/** What each rule that refuses a pair was set aside for; a rule that was not is a bug and stops the run. */
function overriddenOf(firing: readonly HardRule[], pair: Pair): Proposal["overridden"] {
  return firing.map((rule) => {
    const reason = overrideOf(rule, pair);
    if (reason !== null) return { rule: rule.name, reason };
    const { request, practitioner: person } = pair;
    throw new Error(`The run proposes ${person.id} for ${request.id}, which the rule ${rule.name} refuses`);
  });
}

/**
 * A proposal with what explains it. The run looked at pairs through columns of facts: here each that it chose is
 * judged anew by the rules and the fit themselves, so that none is published that they would not bear out.
 */
function proposalFor({ pair, reckoned, alternates }: Place): Proposal {
  const { request, practitioner: person } = pair;
  const components = fitComponents(pair);
  const firing = hardRules.filter((rule) => rule.refuses(pair));
  const overridden = firing.length === 0 ? noneOverridden : overriddenOf(firing, pair);
  let fit = 0;
  for (const { points } of components) fit += points;
  if (reckoned !== null && reckoned !== fit)
    throw new Error(`The run reckons ${reckoned} for ${person.id} on ${request.id}, whose fit is ${fit}`);
  return {
    requestId: request.id,
    personId: person.id,
    fit,
    pinned: reckoned === null,
    proposedLastRun: request.lastProposed.includes(person.id),
    distanceMetres: pair.distanceMetres,
    components,
    rulesPassed:
      firing.length === 0
        ? allPassed
        : hardRules.filter((rule) => !firing.includes(rule)).map(({ name }) => name),
    overridden,
    warnings: warningsOf(pair).map(({ sentence }) => sentence),
    alternates,
  };
}

/** Every proposal of a run with all that explains it, by request and then by fit, best first. */
export function proposalsOf(solved: Solved): readonly Proposal[] {
  const { roster, pinned, encoded, solution } = solved;
  const { problem } = encoded;
  const alternatesFor = alternatesFinder(solved);
  return roster.requests.flatMap((request, i) => {
    const mine: Proposal[] = [];
    const pairWith = roster.pairsFor(request);
    for (const place of pinned.peopleOf.get(i) ?? [])
      mine.push(proposalFor({ pair: pairWith(place), reckoned: null, alternates: [] }));
    for (let e = whole(problem.start, i); e < whole(problem.start, i + 1); e++) {
      if (mark(solution.taken, e) === 0) continue;
      const pair = pairWith(whole(problem.practitioner, e));
      mine.push(proposalFor({ pair, reckoned: whole(encoded.fit, e), alternates: alternatesFor(e) }));
    }
    return mine.toSorted((a, b) => b.fit - a.fit || compared(a.personId, b.personId));
  });
}
