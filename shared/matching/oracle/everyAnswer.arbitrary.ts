import type { Sheet } from "./files.arbitrary.ts";

/** Tiers of an answer, highest first: each outweighs all that follow. */
export type Tiers = readonly number[];

export const isBetter = (a: Tiers, b: Tiers): boolean => {
  const at = a.findIndex((value, tier) => value !== b[tier]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
};

/** A filled place. */
interface Place {
  readonly priority: number;
  readonly score: number;
}

/** The tiers of an answer with these places, so many of them short of least loads. */
type TiersOf = (places: readonly Place[], short: number) => Tiers;

/** The tiers that the best answer reaches, by trying every set of people that each request could have. */
function tryAll({ requests, people, pairs }: Sheet, days: boolean, tiersOf: TiersOf): Tiers {
  const load = people.map(() => 0);
  const spent = people.map(() => 0);
  const places: Place[] = [];

  const fill = (i: number): Tiers => {
    const request = requests[i];
    if (request === undefined)
      return tiersOf(
        places,
        people.reduce((sum, { leastLoad }, j) => sum + Math.max(0, leastLoad - (load[j] ?? 0)), 0),
      );
    const mine = pairs.filter((pair) => pair.request === i);
    const choose = (from: number, left: number): Tiers => {
      let best = fill(i + 1);
      for (let x = from; x < mine.length && left > 0; x++) {
        const { person: j, score } = mine[x] ?? { person: -1, score: 0 };
        const person = people[j];
        const used = [load[j] ?? 0, spent[j] ?? 0] as const;
        if (person === undefined || used[0] >= person.slots) continue;
        if (days && used[1] + request.days > person.days) continue;
        [load[j], spent[j]] = [used[0] + 1, used[1] + request.days];
        places.push({ priority: request.priority, score });
        const other = choose(x + 1, left - 1);
        places.pop();
        [load[j], spent[j]] = used;
        if (isBetter(other, best)) best = other;
      }
      return best;
    };
    return choose(0, request.wanted);
  };
  return fill(0);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

interface Asked {
  readonly days: boolean;
  /** Worth of a filled place of priority 1 in scores; null where priority outweighs every score. */
  readonly objectiveWeight: number | null;
}

/** The tiers of the best answer as the problem states it: least loads, then priority and fit, one by one or weighed. */
export const bestByTryingAll = (sheet: Sheet, { days, objectiveWeight }: Asked): Tiers =>
  tryAll(sheet, days, (places, short) => {
    const [priority, fit] = [
      sum(places.map((place) => place.priority)),
      sum(places.map(({ score }) => score)),
    ];
    return objectiveWeight === null ? [-short, priority, fit] : [-short, priority * objectiveWeight + fit];
  });

/** The tiers of the fairest answer: least loads, priority, places; then the worst fit, the next worst, and so on. */
export const fairestByTryingAll = (sheet: Sheet, days: boolean): Tiers =>
  tryAll(sheet, days, (places, short) => [
    -short,
    sum(places.map((place) => place.priority)),
    places.length,
    ...places.map(({ score }) => score).toSorted((a, b) => a - b),
  ]);
