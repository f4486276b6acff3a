import { isFeasible, objectiveOf } from "../../problem/answer.ts";
import { exact, mark, whole } from "../../problem/cells.ts";
import { type Component, partOf } from "../../problem/components.ts";
import { type Problem, requestOfPairs } from "../../problem/problem.ts";
import { kept, residualOf } from "../../problem/residual.ts";
import { mixtureOf } from "../mixture/mixture.ts";
import { diveInto } from "./dayMixtureDive.ts";
import { unitsIn } from "./dayCeiling.ts";
import { casesByMixtures } from "./dayMixtureCases.ts";
import { byPrices, type Proven } from "./daySettled.ts";
import { below, bounder, mixerFor, type Seeking } from "./dayWholeMixture.ts";

/** Units that are missing in a part. */
interface Searching extends Seeking {
  readonly missing: number;
}

/** The most that was found, and what is proven of the first tier alone, if anything was. */
interface More {
  readonly taken: Uint8Array;
  readonly proven: Proven | null;
}

/** While more is sought, pairs of the answer that is known are favoured by such a share of a unit: mixtures differ from it only where that gains something. */
const favoured = 1 / 4096;
/** Mixtures that each search for one looks at. */
const mixtures = 100;
/** Units more that are sought at once. */
const atOnce = 2;
/** A pair whose share differs so much from the answer's is not settled. */
const differing = 1 / 50;

/** What is open beside pairs of the answer that stay, which are those whose people and requests no differing pair has. */
function partBeside(problem: Problem, taken: Uint8Array, differs: (pair: number) => boolean): Component {
  const owner = requestOfPairs(problem);
  const [people, requests] = [
    new Uint8Array(problem.practitionerCount),
    new Uint8Array(problem.requestCount),
  ];
  owner.forEach((i, e) => {
    if (!differs(e)) return;
    people[whole(problem.practitioner, e)] = 1;
    requests[i] = 1;
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
  { unit, taken, price, fineness, missing, mayGoOn }: Searching,
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
 * Looks for an answer that has more of the first tier than one that is known, and proves what no answer has more of. The best mixture of
 * all answers in which pairs of the known one are favoured a little differs from it only where something is to be gained, and its prices
 * bound how much that is; what it leaves as it is stays so, and cases of the rest, which is small, lead to an answer. Where
 * they do not any more, cases of the whole say whether there is one.
 */
export function withMore(problem: Problem, seeking: Seeking): More {
  const { unit, fineness, most, mayGoOn } = seeking;
  const [mixer, boundBy] = [mixerFor(problem, seeking), bounder(problem, seeking)];
  for (let { taken } = seeking; ;) {
    const mixture = mixer.favouring(taken, favoured);
    const bound = boundBy(mixture);
    if (bound === null) return { taken, proven: null };
    const { value, price } = bound;
    const known = { ...seeking, taken, price };
    const missing =
      Math.min(Number(most), Math.floor(Number(value) / fineness)) - unitsIn(problem, unit, taken);
    if (mixture === null || missing < 1 || !mayGoOn())
      return { taken, proven: { bound: value, proof: byPrices(price, problem.groupLimit.length) } };
    const differs = mixture.shares().map((share, e) => Math.abs(share - mark(taken, e)));
    const part = partBeside(problem, taken, (e) => exact(differs, e) > differing);
    const found = moreInPart(problem, part, { ...known, missing });
    if (found === null) return casesByMixtures(problem, mixer, known);
    taken = found;
  }
}
