import type { Ask } from "../candidates/asks.ts";
import type { Found } from "../candidates/best.ts";
import type { ProofCase } from "../certificate/proof.ts";
import type { Solution } from "../solve/solution.ts";
import { exact, whole } from "./cells.ts";
import type { Encoded } from "./encode.ts";
import type { Problem } from "./problem.ts";

/** What a case reads of the least that a pair of a request is worth, and which worth in the problem a price there stands for. */
interface Read {
  readonly least: (request: number) => number;
  readonly worthAt: (request: number, price: number) => number;
}

/**
 * The least price of each request in any case of the proof; infinite where a request has no candidate at all. Pairs of
 * request `i` are worth `leastWorth(i)` and no whole unit of any ceiling more.
 */
export function leastProvenPrices(
  requestCount: number,
  { parts }: Pick<Solution, "parts">,
  leastWorth: (request: number) => number,
): Float64Array {
  const least = new Float64Array(requestCount).fill(Infinity);
  const walk = (proof: ProofCase, requests: Int32Array, read: Read): void => {
    if (proof.kind === "prices")
      requests.forEach((i, at) => {
        least[i] = Math.min(exact(least, i), read.worthAt(i, exact(proof.requestPrice, at)));
      });
    else if (proof.kind === "split") {
      walk(proof.without, requests, read);
      walk(proof.taking, requests, read);
    } else {
      const { unit, fineness, price: each } = proof;
      const units = (i: number): number => Math.round(read.least(i) / unit);
      walk(proof.count, requests, {
        least: (i) => fineness * units(i),
        worthAt: (i, price) => (price < fineness * units(i) ? -Infinity : Infinity),
      });
      walk(proof.rest, requests, {
        least: (i) => read.least(i) - each * units(i),
        worthAt: (i, price) => read.worthAt(i, price + each * units(i)),
      });
    }
  };
  for (const { requests, proof } of parts)
    walk(proof, requests, { least: leastWorth, worthAt: (_, price) => price });
  return least;
}

/** What a pair of each request is worth for its priority alone. */
export const priorityWorth =
  ({ priority, scale }: Encoded) =>
  (at: number): number =>
    exact(priority, at) * scale.priorityUnit;

/** Whether an answer leaves a place of the request open. */
function hasOpenPlace({ wanted, start }: Problem, taken: Uint8Array, i: number): boolean {
  const chosen = taken.subarray(whole(start, i), whole(start, i + 1));
  return chosen.reduce((sum, each) => sum + each, 0) < whole(wanted, i);
}

/**
 * The price of each request from which on nobody who was left out as a candidate can raise the bound: a pair that is
 * worth no more than its request's price and its person's first place cannot, whoever else the person serves. Below all
 * prices where nobody was left out.
 */
export function leastProvingPrices(encoded: Encoded, found: readonly Found[]): Float64Array {
  const least = new Float64Array(encoded.problem.requestCount).fill(-Infinity);
  const worthOf = priorityWorth(encoded);
  for (const { request, leftOut } of found)
    least[request] = leftOut * encoded.scale.fitUnit + worthOf(request);
  return least;
}

/**
 * What prices do not yet prove: the requests for which somebody left out may be worth the request's price or more, and
 * from which worth on; and everybody where a place stays open, so that why it does is told of all. When nothing is asked,
 * the answer and its bound hold for all pairs.
 */
export function unproven(
  encoded: Encoded,
  { found, solution }: { readonly found: readonly Found[]; readonly solution: Solution },
): readonly Ask[] {
  const worthOf = priorityWorth(encoded);
  const prices = leastProvenPrices(encoded.problem.requestCount, solution, worthOf);
  const leastProving = leastProvingPrices(encoded, found);
  return found.flatMap(({ request, leftOut }) => {
    if (leftOut === -Infinity) return [];
    if (hasOpenPlace(encoded.problem, solution.taken, request))
      return [{ request, most: Infinity, above: -Infinity }];
    const price = exact(prices, request);
    // Whoever ties with the price cannot raise the bound, but may stand in a best answer.
    if (price > exact(leastProving, request)) return [];
    const above = Math.ceil((price - worthOf(request)) / encoded.scale.fitUnit) - 1;
    return [{ request, most: Infinity, above }];
  });
}

/** Candidates with those of some requests joined to them, or null when nobody is new. */
export function widened(found: readonly Found[], more: readonly Found[]): readonly Found[] | null {
  const moreOf = new Map(more.map((each) => [each.request, each]));
  let isWider = false;
  const all = found.map((before) => {
    const after = moreOf.get(before.request);
    if (after === undefined) return before;
    const fitOf = new Map<number, number>();
    for (const { people, fit } of [before, after])
      people.forEach((place, at) => fitOf.set(place, whole(fit, at)));
    const people = Int32Array.from(fitOf.keys()).sort();
    isWider ||= people.length > before.people.length;
    return { ...after, people, fit: people.map((place) => fitOf.get(place) ?? 0) };
  });
  return isWider ? all : null;
}
