import { alternatesFinder } from "./alternates.ts";
import { mark, whole } from "../problem/cells.ts";
import { fitComponents } from "../fit/fit.ts";
import type { Pair } from "../facts/pair.ts";
import type { Alternate, Proposal } from "./result.ts";
import { hardRules, overrideOf, warnings } from "../rules/rules.ts";
import { byId } from "../facts/roster.ts";
import type { Solved } from "./standing.ts";

interface Place {
  readonly pair: Pair;
  readonly pinned: boolean;
  readonly alternates: readonly Alternate[];
}

function proposalFor({ pair, pinned, alternates }: Place): Proposal {
  const { request, practitioner: person } = pair;
  const components = fitComponents(pair);
  const firing = hardRules.filter((rule) => rule.refuses(pair));
  return {
    requestId: request.id,
    personId: person.id,
    fit: components.reduce((sum, { points }) => sum + points, 0),
    pinned,
    proposedLastRun: request.lastProposed.includes(person.id),
    distanceMetres: pair.distanceMetres,
    components,
    rulesPassed: hardRules.filter((rule) => !firing.includes(rule)).map(({ name }) => name),
    overridden: firing.flatMap((rule) => {
      const reason = overrideOf(rule, pair);
      return reason === null ? [] : [{ rule: rule.name, reason }];
    }),
    warnings: warnings(pair),
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
      mine.push(proposalFor({ pair: pairWith(place), pinned: true, alternates: [] }));
    for (let e = whole(problem.start, i); e < whole(problem.start, i + 1); e++) {
      if (mark(solution.taken, e) === 0) continue;
      const pair = pairWith(whole(problem.practitioner, e));
      mine.push(proposalFor({ pair, pinned: false, alternates: alternatesFor(e) }));
    }
    return mine.toSorted((a, b) => b.fit - a.fit || byId({ id: a.personId }, { id: b.personId }));
  });
}
