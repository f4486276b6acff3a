import type { Sheet } from "./files.arbitrary.ts";

/** Tiers of an answer, highest first: each outweighs all that follow. */
export type Tiers = readonly number[];

export const isBetter = (a: Tiers, b: Tiers): boolean => {
  const at = a.findIndex((value, tier) => value !== b[tier]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
};

interface Asked {
  readonly days: boolean;
  /** Worth of a filled place of priority 1 in scores; null where priority outweighs every score. */
  readonly objectiveWeight: number | null;
}

/**
 * The tiers that the best answer to a sheet reaches, by trying every answer as the problem states it: request
 * after request, every set of people it could have. Places short of least loads come first, as a loss.
 */
export function bestByTryingAll(sheet: Sheet, { days, objectiveWeight }: Asked): Tiers {
  const { requests, people, pairs } = sheet;
  const load = people.map(() => 0);
  const spent = people.map(() => 0);

  const tiersOf = (priority: number, fit: number): Tiers => {
    const short = people.reduce((sum, { leastLoad }, j) => sum + Math.max(0, leastLoad - (load[j] ?? 0)), 0);
    return objectiveWeight === null ? [-short, priority, fit] : [-short, priority * objectiveWeight + fit];
  };

  const fill = (i: number, priority: number, fit: number): Tiers => {
    const request = requests[i];
    if (request === undefined) return tiersOf(priority, fit);
    const mine = pairs.filter((pair) => pair.request === i);
    const choose = (from: number, left: number, scores: number): Tiers => {
      let best = fill(i + 1, priority + (request.wanted - left) * request.priority, fit + scores);
      for (let x = from; x < mine.length && left > 0; x++) {
        const { person: j, score } = mine[x] ?? { person: -1, score: 0 };
        const person = people[j];
        const used = [load[j] ?? 0, spent[j] ?? 0] as const;
        if (person === undefined || used[0] >= person.slots) continue;
        if (days && used[1] + request.days > person.days) continue;
        [load[j], spent[j]] = [used[0] + 1, used[1] + request.days];
        const other = choose(x + 1, left - 1, scores + score);
        [load[j], spent[j]] = used;
        if (isBetter(other, best)) best = other;
      }
      return best;
    };
    return choose(0, request.wanted, 0);
  };
  return fill(0, 0, 0);
}
