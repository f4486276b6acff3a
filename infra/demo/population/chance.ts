import { seeded, type SeededRandom } from "../../../shared/registers/seeded.ts";

// FNV-1a over UTF-16 units: spreads short keys well enough to seed a stream of synthetic choices.
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The stream of choices of one thing under a seed: it does not change when other things are added or left out. */
export const chanceOf = (seed: number, ...keys: readonly string[]): SeededRandom =>
  seeded(hashOf(`${seed} ${keys.join(" ")}`));

export type Weighted<Item> = readonly (readonly [item: Item, weight: number])[];

/** One of the items, each as often as its weight says. A list without weight is a bug. */
export function pickWeighted<Item>(random: SeededRandom, weighted: Weighted<Item>): Item {
  let left = random.next() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [item, weight] of weighted) {
    left -= weight;
    if (left < 0) return item;
  }
  return random.pick(weighted)[0];
}

/** Some of the items, none twice, those of more weight sooner. */
export function pickSeveral<Item>(random: SeededRandom, weighted: Weighted<Item>, count: number): Item[] {
  return weighted
    .map(([item, weight]) => ({ item, key: random.next() ** (1 / weight) }))
    .toSorted((a, b) => b.key - a.key)
    .slice(0, count)
    .map(({ item }) => item);
}
