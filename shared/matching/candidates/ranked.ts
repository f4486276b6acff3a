import { addTo, reusedCells, whole } from "../problem/cells.ts";
import { type Crowd, withClaim } from "./crowd.ts";
import { greatestFirst } from "./greatestFirst.ts";
import { never } from "./points.ts";
import { traits } from "./rows.ts";

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

/** What traits earn for one kind of request. */
export interface Earning {
  /** Traits without all of which nobody serves. */
  readonly needed: number;
  /** The numbers of the bits of two traits that earn something besides. */
  readonly first: number;
  readonly second: number;
  /** What is earned with neither of the two, with the first, with the second, and with both. */
  readonly cases: Int32Array;
}

/** What somebody's traits earn who can serve. */
const earnedBy = ({ first, second, cases }: Earning, theirs: number): number =>
  whole(cases, ((theirs >>> first) & 1) | (((theirs >>> second) & 1) << 1));
export const mostEarned = (earning: Earning, theirs: number): number =>
  (theirs & earning.needed) === earning.needed ? earnedBy(earning, theirs) : never;

/** What the claims of a crowd are worth and what it earns anyhow, and for how many squares of the map it is ranked; 0 where nobody need travel. */
interface Ranking {
  readonly claim: Int32Array;
  readonly anyhow: Int32Array;
  readonly squares: number;
}

/** Gathers who of a crowd could serve, each with the section in which they stand and the most that they could be worth. */
function gathering() {
  const [memberRoom, sectionRoom, mostRoom] = [reusedCells(), reusedCells(), reusedCells()];
  return (crowd: Crowd, earning: Earning, { anyhow, squares }: Ranking) => {
    const { count, traits: theirs, square } = crowd;
    // Who roams stands in the section of their square and in the last one.
    const [members, sections, most] = [memberRoom(2 * count), sectionRoom(2 * count), mostRoom(2 * count)];
    const roaming = earning.needed | (squares > 0 ? traits.isRoaming : 0);
    let size = 0;
    const put = (at: number, section: number, bits: number): void => {
      members[size] = at;
      sections[size] = section;
      most[size] = whole(anyhow, at) + earnedBy(earning, bits);
    };
    for (let at = 0; at < count; at++) {
      const bits = whole(theirs, at);
      if (squares > 0) {
        const section = whole(square, at);
        put(at, section, bits);
        // Written over by the next one unless they serve and have a square: a processor could not foretell a branch.
        const lacking = (bits & earning.needed) ^ earning.needed;
        size += ((lacking - 1) & ~section) >>> 31;
      }
      if ((bits & roaming) === roaming) {
        put(at, squares, bits);
        size++;
      }
    }
    return { size, members, sections, most: most.subarray(0, size) };
  };
}

/** Ranks crowds for kinds of requests; what is given out is good until the next call. */
export function ranking() {
  const [startRoom, entriesRoom] = [reusedCells(), reusedCells()];
  const [gather, sort] = [gathering(), greatestFirst()];
  return (crowd: Crowd, earning: Earning, asked: Ranking): Ranked => {
    const { marks, bits } = crowd;
    const { squares, claim } = asked;
    const { size, members, sections, most } = gather(crowd, earning, asked);
    const start = startRoom(squares + 3).fill(0);
    for (let x = 0; x < size; x++) addTo(start, whole(sections, x) + 2, 1);
    for (let at = 2; at < start.length; at++) addTo(start, at, whole(start, at - 1));
    const [order, entries] = [sort(most), entriesRoom(size * entryWide)];
    for (let rank = 0; rank < size; rank++) {
      const x = whole(order, rank);
      const [at, ending] = [whole(members, x), whole(sections, x) + 1];
      // Where a section ends so far, which in the end is where the next one begins.
      const entry = whole(start, ending) * entryWide;
      addTo(start, ending, 1);
      entries[entry + inEntry.most] = whole(most, x);
      entries[entry + inEntry.marks] = whole(marks, at);
      entries[entry + inEntry.bits] = withClaim(whole(bits, at), whole(claim, at));
      entries[entry + inEntry.at] = at;
    }
    return { sections: squares + 1, start, entries };
  };
}
