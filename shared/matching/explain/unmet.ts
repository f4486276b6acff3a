import { whole } from "../problem/cells.ts";
import type { MatchRequest } from "../facts/facts.ts";
import { relaxerOf } from "./relax.ts";
import type { Unmet } from "./result.ts";
import { refusals } from "../rules/rules.ts";
import type { Solved } from "./standing.ts";

/** How many people with the expertise each rule refused first, most first. */
function refusalCounts(solved: Solved, request: MatchRequest): Unmet["refusals"] {
  const counts = new Map<string, number>();
  const pairWith = solved.roster.pairsFor(request);
  for (const place of solved.index.withExpertise(request)) {
    const rule = refusals(pairWith(place))[0];
    if (rule !== undefined) counts.set(rule.name, (counts.get(rule.name) ?? 0) + 1);
  }
  return Array.from(counts, ([rule, people]) => ({ rule, people })).toSorted(
    (a, b) => b.people - a.people || (a.rule < b.rule ? -1 : 1),
  );
}

const persons = (count: number): string => (count === 1 ? "1 person" : `${count} people`);

interface Counted {
  readonly withExpertise: number;
  readonly qualified: number;
  readonly refusals: Unmet["refusals"];
}

/** The constraint that leaves the place open, in plain words. */
function bindingOf(solved: Solved, i: number, counted: Counted): Unmet["binding"] {
  const request = solved.roster.requests[i];
  const code = request?.codes.primary ?? "";
  const { withExpertise, qualified } = counted;
  if (withExpertise === 0)
    return { code: "no-expertise", sentence: `Nobody claims ${code} or a code near enough to it.` };
  if (qualified === 0) {
    const told = counted.refusals.map(({ rule, people }) => `${rule} (${people})`).join(", ");
    return {
      code: counted.refusals[0]?.rule ?? "refused",
      sentence: `${persons(withExpertise)} could help with ${code}, but the rules refuse each: ${told}.`,
    };
  }
  if (qualified < (request?.people ?? 0))
    return {
      code: "too-few-qualify",
      sentence: `${persons(qualified)} may be proposed; the request wants ${request?.people}.`,
    };
  return freeButRefused(solved, i)
    ? { code: "one-school", sentence: "Those still free come from a school that may send no more people." }
    : {
        code: "capacity",
        sentence: `${persons(qualified)} may be proposed; all their places and days are needed elsewhere.`,
      };
}

/** Whether somebody who qualifies is free, and only the limit on people from one school stands against them. */
function freeButRefused(solved: Solved, i: number): boolean {
  const { problem } = solved.encoded;
  for (let e = whole(problem.start, i); e < whole(problem.start, i + 1); e++) {
    const [j, g] = [whole(problem.practitioner, e), whole(problem.group, e)];
    const free = whole(solved.slotsFree, j) > 0 && whole(solved.halfDaysFree, j) >= whole(problem.need, e);
    if (free && g >= 0 && whole(solved.groupFree, g) === 0) return true;
  }
  return false;
}

/** Every request with an open place, why it is open, and the changes that would fill it. */
export function unmetOf(solved: Solved): readonly Unmet[] {
  const { roster, index, encoded, pinned } = solved;
  const relaxer = relaxerOf(solved);
  return roster.requests.flatMap((request, i) => {
    const slots = whole(solved.unfilled, i);
    if (slots <= 0) return [];
    const refused = refusalCounts(solved, request);
    const pairs = whole(encoded.problem.start, i + 1) - whole(encoded.problem.start, i);
    const counted = {
      withExpertise: index.withExpertise(request).length,
      qualified: pairs + (pinned.peopleOf.get(i)?.length ?? 0),
      refusals: refused,
    };
    return [
      {
        requestId: request.id,
        slots,
        binding: bindingOf(solved, i, counted),
        relaxations: relaxer.relaxationsFor(i),
        refusals: refused,
      },
    ];
  });
}
