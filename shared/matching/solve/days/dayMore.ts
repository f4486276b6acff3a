import { isFeasible, objectiveOf } from "../../problem/answer.ts";
import { exact, mark, whole } from "../../problem/cells.ts";
import { type Component, partOf } from "../../problem/components.ts";
import { type Problem, requestOfPairs } from "../../problem/problem.ts";
import { kept, residualOf } from "../../problem/residual.ts";
import { mixtureOf } from "../mixture/mixture.ts";
import { diveInto } from "./dayMixtureDive.ts";
import type { DayBound } from "./dayPrices.ts";
import { below, bounder, mixer, type Seeking } from "./dayWholeMixture.ts";

/** Units that are missing in a part, and how many mixtures are looked at for them. */
interface Searching extends Seeking {
  readonly missing: number;
  readonly mixtures: number;
}

/** The most that was found, and the best bound of the first tier alone, if any was. */
interface More {
  readonly taken: Uint8Array;
  readonly bound: DayBound | null;
}

/** While an answer is sought in a part, pairs of the known one are favoured by such a share of a unit. */
const favoured = 1 / 4096;
/**
 * In the mixture of the whole likewise, so that it differs from the answer only where it gains something; after a search in vain by a
 * fourth of that, so that it differs elsewhere too. Each search looks at so many mixtures, the last ones at more.
 */
const tries = [
  { favour: favoured, mixtures: 30 },
  { favour: favoured / 4, mixtures: 30 },
  { favour: favoured / 16, mixtures: 30 },
  { favour: 0, mixtures: 30 },
  { favour: 0, mixtures: 300 },
  { favour: 0, mixtures: 3000 },
] as const;
/** Units more that are sought at once. */
const atOnce = 2;
/** A pair whose share differs so much from the answer's is not settled. */
const differing = 1 / 50;

/** The units of the first tier that an answer has. */
export const unitsIn = ({ weight }: Problem, unit: number, taken: Uint8Array): number =>
  weight.reduce((sum, each, e) => sum + mark(taken, e) * Math.round(each / unit), 0);

/** What is open beside pairs of the answer that stay, which are those whose people and requests no differing pair has. */
function partBeside(problem: Problem, taken: Uint8Array, differs: Uint8Array): Component {
  const owner = requestOfPairs(problem);
  const [people, requests] = [
    new Uint8Array(problem.practitionerCount),
    new Uint8Array(problem.requestCount),
  ];
  differs.forEach((each, e) => {
    if (each === 0) return;
    people[whole(problem.practitioner, e)] = 1;
    requests[whole(owner, e)] = 1;
  });
  const stays = (e: number): boolean =>
    mark(people, whole(problem.practitioner, e)) === 0 && mark(requests, whole(owner, e)) === 0;
  const { problem: left, pairs } = residualOf(
    problem,
    taken.map((each, e) => (each === 1 && stays(e) ? kept : 0)),
  );
  const asked = Int32Array.from(left.wanted.keys()).filter(
    (i) => whole(left.start, i) < whole(left.start, i + 1) && whole(left.wanted, i) > 0,
  );
  const part = partOf(left, asked);
  return { ...part, pairs: part.pairs.map((x) => whole(pairs, x)) };
}

/** Looks for as many units more in a part of a problem as are missing, but not for many at once, or for fewer; the rest stays as it is. Null where none are found. */
function moreInPart(
  problem: Problem,
  { problem: part, requests, pairs }: Component,
  { unit, taken, price, fineness, missing, mixtures, mayGoOn }: Searching,
): Uint8Array | null {
  const known = Uint8Array.from(pairs, (e) => mark(taken, e));
  const begin = Float64Array.from(requests, (i) => Math.max(0, exact(price, i) / fineness - below));
  const held = unitsIn(part, unit, known);
  for (let more = Math.min(missing, atOnce); more > 0 && mayGoOn(); more--) {
    const dive = {
      unit,
      price: begin,
      taken: known,
      favour: favoured,
      least: held + more,
      mixtures,
      mayGoOn,
    };
    const found = diveInto(part, mixtureOf(part, known), dive);
    if (found === null) continue;
    const next = taken.slice();
    found.forEach((each, x) => (next[whole(pairs, x)] = each));
    if (isFeasible(problem, next) && objectiveOf(problem, next) > objectiveOf(problem, taken)) return next;
  }
  return null;
}

/**
 * Looks for an answer that has more of the first tier than one that is known, until it has as many units as there can be or
 * each way was tried in vain. The best mixture of all answers in which pairs of the known one are favoured a little differs from it
 * only where something is to be gained, and its prices bound how much that is; what it leaves as it is stays so, and cases
 * of the rest, which is small, lead to an answer.
 */
export function withMore(problem: Problem, seeking: Seeking): More {
  const { unit, fineness, most, mayGoOn } = seeking;
  const [mixed, boundBy] = [mixer(problem, seeking), bounder(problem, seeking)];
  const differs = new Uint8Array(problem.weight.length);
  let { taken } = seeking;
  for (let vain = 0; vain < tries.length && mayGoOn();) {
    const { favour, mixtures } = tries[vain] ?? tries[0];
    const mixture = mixed.favouring(taken, favour);
    const bound = boundBy(mixture);
    if (mixture === null || bound === null) break;
    const missing =
      Math.min(Number(most), Math.floor(Number(bound.value) / fineness)) - unitsIn(problem, unit, taken);
    if (missing < 1) return { taken, bound };
    mixture.shares().forEach((share, e) => {
      if (Math.abs(share - mark(taken, e)) > differing) differs[e] = 1;
    });
    const known = { ...seeking, taken, price: bound.price, missing, mixtures };
    const found = moreInPart(problem, partBeside(problem, taken, differs), known);
    vain = found === null ? vain + 1 : 0;
    if (found === null) continue;
    taken = found;
    differs.fill(0);
  }
  return { taken, bound: boundBy(mayGoOn() ? mixed.alone() : null) };
}
