import { type Total, totalFromZero } from "../../problem/total.ts";
import { type DayMarket, worthHeld } from "./dayMarket.ts";

/**
 * Takes over from another answer whatever improves this one: where two answers differ, the differences fall
 * into parts that share nobody, and each part can be exchanged on its own. Changes `taken`; says what it gained.
 */
export function mergeInto(market: DayMarket, taken: Uint8Array, other: Uint8Array): bigint {
  const { requestCount, personCount, request, start } = market;
  const parent = Int32Array.from({ length: requestCount + personCount }, (_, x) => x);
  const root = (from: number): number => {
    let at = from;
    while (parent[at] !== at) at = parent[at] = parent[parent[at] ?? 0] ?? 0;
    return at;
  };
  const differs = new Uint8Array(personCount);
  for (let j = 0; j < personCount; j++)
    for (let x = start[j] ?? 0, end = start[j + 1] ?? 0; x < end; x++) {
      if (taken[x] === other[x]) continue;
      differs[j] = 1;
      const [a, b] = [root(request[x] ?? 0), root(requestCount + j)];
      if (a !== b) parent[a] = b;
    }
  const sums = new Map<number, Total>();
  for (let j = 0; j < personCount; j++) {
    if (differs[j] === 0) continue;
    const part = root(requestCount + j);
    const sum = sums.get(part) ?? totalFromZero();
    sum.add(worthHeld(market, other, j) - worthHeld(market, taken, j));
    sums.set(part, sum);
  }
  let gain = 0n;
  const gains = new Map(Array.from(sums, ([part, sum]) => [part, sum.value()]));
  for (const part of gains.values()) if (part > 0n) gain += part;
  for (let j = 0; j < personCount; j++)
    if (differs[j] === 1 && (gains.get(root(requestCount + j)) ?? 0n) > 0n)
      taken.set(other.subarray(start[j], start[j + 1]), start[j]);
  return gain;
}
