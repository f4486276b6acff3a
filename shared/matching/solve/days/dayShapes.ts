import { assign, type Tiers } from "../places/assign.ts";
import { startsOf } from "../../problem/cells.ts";
import type { DayMarket } from "./dayMarket.ts";
import type { Draws } from "../../facts/draws.ts";

/** Sizes in days of the slots that each practitioner's days are cut into, largest first. */
export type Shapes = (readonly number[])[];

/** Cuts each practitioner's days as evenly as they go, each slot no larger than any request needs. */
export function evenShapes({ personCount, slots, days, mostNeeded }: DayMarket): Shapes {
  return Array.from({ length: personCount }, (_, j) => {
    const sizes: number[] = [];
    let left = days[j] ?? 0;
    for (let open = slots[j] ?? 0; open > 0 && left > 0; open--) {
      const size = Math.min(mostNeeded, left, Math.max(1, Math.ceil(left / open)));
      sizes.push(size);
      left -= size;
    }
    return sizes.sort((a, b) => b - a);
  });
}

/** Cuts one practitioner's days to fit the pairs they hold, what is left going to chance. */
export function shapeAround(
  market: DayMarket,
  j: number,
  { held, draws }: { held: Uint8Array; draws: Draws },
): readonly number[] {
  const { backStart, back, need, days, slots, mostNeeded } = market;
  const sizes: number[] = [];
  let left = days[j] ?? 0;
  for (let x = backStart[j] ?? 0; x < (backStart[j + 1] ?? 0); x++) {
    const e = back[x] ?? 0;
    if (held[e] !== 1) continue;
    const size = need[e] ?? 0;
    sizes.push(size);
    left -= size;
  }
  if (left > 0 && sizes.length < (slots[j] ?? 0) && (sizes.length === 0 || draws.share() < 0.7)) {
    sizes.push(left);
    left = 0;
  }
  while (left > 0 && sizes.length > 0) {
    const which = Math.floor(draws.share() * sizes.length);
    const more = 1 + Math.floor(draws.share() * left);
    sizes[which] = (sizes[which] ?? 0) + more;
    left -= more;
  }
  return sizes.map((size) => Math.min(size, mostNeeded)).sort((a, b) => b - a);
}

/** The best answer for one way of cutting days into slots. */
export interface Shaped {
  readonly taken: Uint8Array;
  readonly requestPrice: Float64Array;
}

/** Slots of one size of one practitioner stand for a practitioner of their own. */
function classesOf(shapes: Shapes): { first: Int32Array; sizes: number[]; counts: number[] } {
  const first = new Int32Array(shapes.length + 1);
  const sizes: number[] = [];
  const counts: number[] = [];
  shapes.forEach((shape, j) => {
    let last = -1;
    for (const size of shape) {
      if (size === last) counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
      else {
        sizes.push(size);
        counts.push(1);
      }
      last = size;
    }
    first[j + 1] = sizes.length;
  });
  return { first, sizes, counts };
}

/** Solves exactly the problem in which each practitioner's days are cut in this way. */
export function solveShapes(market: DayMarket, shapes: Shapes, tiers: Tiers): Shaped {
  const { requestCount, start, person, worth, need, wanted } = market;
  const { first, sizes, counts } = classesOf(shapes);
  const most = worth.length * 3;
  let [people, pairs, weight] = [new Int32Array(most), new Int32Array(most), new Float64Array(most)];
  const rows = new Int32Array(requestCount);
  let count = 0;
  for (let i = 0; i < requestCount; i++) {
    const before = count;
    const several = (wanted[i] ?? 0) > 1;
    for (let e = start[i] ?? 0; e < (start[i + 1] ?? 0); e++) {
      const j = person[e] ?? 0;
      for (let s = first[j] ?? 0; s < (first[j + 1] ?? 0) && (sizes[s] ?? 0) >= (need[e] ?? 0); s++) {
        if (count === people.length) {
          const [a, b, c] = [
            new Int32Array(count * 2),
            new Int32Array(count * 2),
            new Float64Array(count * 2),
          ];
          a.set(people);
          b.set(pairs);
          c.set(weight);
          [people, pairs, weight] = [a, b, c];
        }
        people[count] = s;
        pairs[count] = e;
        weight[count++] = worth[e] ?? 0;
        // Whoever wants several people sees one slot of each, so that they stay distinct.
        if (several) break;
      }
    }
    rows[i] = count - before;
  }
  const slotStart = startsOf(Int32Array.from(counts));
  const found = assign(
    {
      requestCount,
      practitionerCount: sizes.length,
      wanted,
      start: startsOf(rows),
      practitioner: people.subarray(0, count),
      need: new Int32Array(count),
      weight: weight.subarray(0, count),
      group: new Int32Array(0),
      groupLimit: new Int32Array(0),
      slotStart,
      slotCost: new Float64Array(slotStart[sizes.length] ?? 0),
      dayCapacity: new Int32Array(sizes.length),
    },
    { tiers, candidates: Infinity },
  );
  const taken = new Uint8Array(worth.length);
  for (let x = 0; x < count; x++) if (found.taken[x] === 1) taken[pairs[x] ?? 0] = 1;
  return { taken, requestPrice: found.requestPrice };
}
