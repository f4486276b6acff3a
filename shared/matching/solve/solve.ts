import { whole } from "../problem/cells.ts";
import type { Memory } from "./memory.ts";
import { type Component, componentsOf } from "../problem/components.ts";
import type { Problem } from "../problem/problem.ts";
import type { ProofCase, ProvenPart, Worth } from "../certificate/proof.ts";
import { firstOfBest } from "./firstOfBest.ts";
import { placesAlone, solveSized } from "./large.ts";
import { type SolvedPart, search } from "./search.ts";
import type { Solution } from "./solution.ts";

/** Names pairs as the whole problem does; prices keep the order of the part. */
function lifted(proof: ProofCase, component: Component): ProofCase {
  switch (proof.kind) {
    case "prices":
      return proof;
    case "split":
      return {
        kind: "split",
        pair: whole(component.pairs, proof.pair),
        without: lifted(proof.without, component),
        taking: lifted(proof.taking, component),
      };
    case "ceiling":
      return { ...proof, count: lifted(proof.count, component), rest: lifted(proof.rest, component) };
  }
}

/** Parts with up to this many pairs may open all their cases; larger ones fewer, so that the work stays the same. */
const smallPart = 200;
/** Parts with up to this many pairs are searched as well where the quick way leaves a gap. */
const mediumPart = 1000;

/** Searches a part case by case; exact where the cases suffice. */
const searched = (problem: Problem, cases: number): SolvedPart =>
  search(problem, Math.ceil((cases * smallPart) / Math.max(smallPart, problem.weight.length)));

/** What helps to solve a problem, and changes no answer to it but for how near its bound it comes. */
interface How {
  /** A place of the first tier counts a multiple of it, which helps to find answers fast. */
  readonly unit?: number;
  /** How far prices may move below the first tier; else as far as worths lie above the multiples of the unit. */
  readonly room?: number;
  /** Share of the time allowed that is used up: with a clock, how near depends on the machine. */
  readonly spent?: () => number;
  /** Where answers of parts may be known. */
  readonly memory?: Memory | undefined;
}

/** Solves one connected part: by places alone where that keeps to all limits, else case by case, by prices, or both. */
function solvePart(problem: Problem, cases: number, { unit = 1, room, spent = () => 0 }: How): SolvedPart {
  const below = problem.weight.reduce((most, worth) => Math.max(most, worth % unit), 0);
  const tiers = { unit, room: room ?? Math.max(1, 2 * below) };
  const { places, found } = placesAlone(problem, tiers);
  if (found !== null) return found;
  const first = (part: SolvedPart): SolvedPart => ({ ...part, taken: firstOfBest(problem, part, cases) });
  if (problem.weight.length <= smallPart) return first(searched(problem, cases));
  const quick = solveSized(problem, { tiers, places, spent });
  if (quick.bound === quick.objective || problem.weight.length > mediumPart) return first(quick);
  const slow = searched(problem, cases);
  const gapOf = ({ bound, objective }: SolvedPart): bigint => bound - objective;
  return first(gapOf(quick) <= gapOf(slow) ? quick : slow);
}

/**
 * Solves a problem, each connected part on its own. Small parts are exact, within `cases` of a search over
 * days; so are parts in which no half-days bind. Of large parts with half-days that bind the answer is near its
 * bound.
 */
export function solve(problem: Problem, cases: number, how: How = {}): Solution {
  const { unit = 1, room = null, memory } = how;
  const taken = new Uint8Array(problem.weight.length);
  const slotPrice = new Float64Array(problem.practitionerCount);
  const parts: ProvenPart[] = [];
  const claims: Worth[] = [];
  for (const component of componentsOf(problem)) {
    const solved = (): SolvedPart => solvePart(component.problem, cases, how);
    const found = memory?.recalled(component.problem, { cases, unit, room }, solved) ?? solved();
    found.taken.forEach((chosen, e) => (taken[whole(component.pairs, e)] = chosen));
    found.slotPrice.forEach((price, j) => (slotPrice[whole(component.practitioners, j)] = price));
    parts.push({
      requests: component.requests,
      groups: component.groups,
      proof: lifted(found.proof, component),
    });
    claims.push({ objective: found.objective, bound: found.bound });
  }
  return { taken, parts, claims, slotPrice };
}
