import { addTo, reusedCells, whole } from "../problem/cells.ts";
import { type Crowd, withClaim } from "./crowd.ts";
import { greatestFirst } from "./greatestFirst.ts";
import { atOf, cardWide, caseIn, type Earning, onCard, servingOnce } from "./serving.ts";

/** Numbers in an entry: the most that somebody could be worth, and what is looked at before their row is. */
export const entryWide = 4;
export const inEntry = {
  /** But for the place, and for other codes than the one asked for. */
  most: 0,
  /** Marks of what they claim, folded. */
  marks: 1,
  /** The class of their home school, what their claim is worth and the half-days that they have: see `classIn`. */
  bits: 2,
  /** Where they stand in the crowd. */
  at: 3,
} as const;

/**
 * Entries of people in sections, in each those first who could be worth most: section `s` is from `start[s]` up to
 * `start[s + 1]`. Where somebody must travel there is one for each square of the map; the last one is of those who
 * may come from anywhere.
 */
export interface Ranked {
  readonly sections: number;
  readonly start: Int32Array;
  readonly entries: Int32Array;
}

/** What the claims of a crowd are worth and what it earns anyhow, and for how many squares of the map it is ranked; 0 where nobody need travel. */
interface Ranking {
  readonly claim: Int32Array;
  readonly anyhow: Int32Array;
  readonly squares: number;
}

/** Ranks crowds for kinds of requests; what is given out is good until the next call. */
export function ranking() {
  const [mostRoom, startRoom, entriesRoom] = [reusedCells(), reusedCells(), reusedCells()];
  const [serve, sort] = [servingOnce(), greatestFirst()];
  return (crowd: Crowd, earning: Earning, { claim, anyhow, squares }: Ranking): Ranked => {
    const { size, cards, begun } = serve(crowd, earning, squares);
    const most = mostRoom(size);
    for (let x = 0; x < size; x++) {
      const cell = whole(cards, x * cardWide + onCard.atAndCase);
      most[x] = whole(anyhow, atOf(cell)) + whole(earning.cases, caseIn(cell));
    }
    const start = startRoom(begun.length);
    start.set(begun);
    const [order, entries] = [sort(most), entriesRoom(size * entryWide)];
    for (let rank = 0; rank < size; rank++) {
      const x = whole(order, rank);
      const card = x * cardWide;
      const ending = whole(cards, card + onCard.section) + 1;
      const at = atOf(whole(cards, card + onCard.atAndCase));
      // Where a section ends so far, which in the end is where the next one begins.
      const entry = whole(start, ending) * entryWide;
      addTo(start, ending, 1);
      entries[entry + inEntry.most] = whole(most, x);
      entries[entry + inEntry.marks] = whole(cards, card + onCard.marks);
      entries[entry + inEntry.bits] = withClaim(whole(cards, card + onCard.bits), whole(claim, at));
      entries[entry + inEntry.at] = at;
    }
    return { sections: squares + 1, start, entries };
  };
}
