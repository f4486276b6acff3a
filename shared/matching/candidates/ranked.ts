import { reusedCells, whole } from "../problem/cells.ts";
import { type Crowd, withClaim } from "./crowd.ts";
import { greatestFirst } from "./greatestFirst.ts";
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
  /** Traits that earn something besides. */
  readonly first: number;
  readonly second: number;
  /** What is earned with neither of the two, with the first, with the second, and with both. */
  readonly cases: Int32Array;
}

/** The case of somebody's traits, -1 for who cannot serve. */
export const caseOf = ({ needed, first, second }: Earning, theirs: number): number =>
  (theirs & needed) === needed ? ((theirs & first) === 0 ? 0 : 1) + ((theirs & second) === 0 ? 0 : 2) : -1;

/** Up to so many are sorted by putting each in its place. */
const few = 32;

/** People of a crowd, with the most that each could be worth, in the order in which they were met. */
function gathering() {
  const [membersRoom, mostRoom, sort] = [reusedCells(), reusedCells(), greatestFirst()];
  let [members, most, count] = [membersRoom(0), mostRoom(0), 0];

  const sortFew = (from: number, to: number): void => {
    for (let x = from + 1; x < to; x++) {
      const [worth, at] = [whole(most, x), whole(members, x)];
      let y = x;
      for (; y > from && whole(most, y - 1) < worth; y--) {
        most[y] = whole(most, y - 1);
        members[y] = whole(members, y - 1);
      }
      most[y] = worth;
      members[y] = at;
    }
  };
  return {
    /** Makes room for so many and begins anew. */
    begin: (atMost: number): void => {
      [members, most, count] = [membersRoom(atMost), mostRoom(atMost), 0];
    },
    add: (at: number, worth: number): void => {
      members[count] = at;
      most[count++] = worth;
    },
    count: () => count,
    member: (x: number): number => whole(members, x),
    /** Hands those from one up to another out, first who could be worth most. */
    take: (from: number, to: number, put: (at: number, worth: number) => void): void => {
      if (to - from <= few) {
        sortFew(from, to);
        for (let x = from; x < to; x++) put(whole(members, x), whole(most, x));
      } else
        for (const x of sort(most.subarray(from, to))) put(whole(members, from + x), whole(most, from + x));
    },
  };
}

/** What the claims of a crowd are worth and what it earns anyhow, and for how many squares of the map it is ranked; 0 where nobody need travel. */
interface Ranking {
  readonly claim: Int32Array;
  readonly anyhow: Int32Array;
  readonly squares: number;
}

/** Ranks crowds for kinds of requests; what is given out is good until the next call. */
export function ranking() {
  const [near, anywhere] = [gathering(), gathering()];
  const [startRoom, entriesRoom] = [reusedCells(), reusedCells()];

  const gather = (crowd: Crowd, earning: Earning, { anyhow, squares }: Ranking): void => {
    const { count, traits: theirs, square } = crowd;
    near.begin(count);
    anywhere.begin(count);
    for (let at = 0; at < count; at++) {
      const bits = whole(theirs, at);
      const which = caseOf(earning, bits);
      if (which < 0) continue;
      const worth = whole(anyhow, at) + whole(earning.cases, which);
      if (squares === 0 || (bits & traits.isRoaming) !== 0) anywhere.add(at, worth);
      if (squares > 0 && whole(square, at) >= 0) near.add(at, worth);
    }
  };

  return (crowd: Crowd, earning: Earning, asked: Ranking): Ranked => {
    gather(crowd, earning, asked);
    const { square, marks, bits } = crowd;
    const { squares, claim } = asked;
    const start = startRoom(squares + 2);
    const entries = entriesRoom((near.count() + anywhere.count()) * entryWide);
    let [size, begun] = [0, 0];
    const put = (at: number, worth: number): void => {
      entries[size + inEntry.most] = worth;
      entries[size + inEntry.marks] = whole(marks, at);
      entries[size + inEntry.bits] = withClaim(whole(bits, at), whole(claim, at));
      entries[size + inEntry.at] = at;
      size += entryWide;
    };
    const beginUpTo = (section: number): void => {
      for (; begun <= section; begun++) start[begun] = size / entryWide;
    };
    for (let from = 0, to = 0; from < near.count(); from = to) {
      const section = whole(square, near.member(from));
      while (to < near.count() && whole(square, near.member(to)) === section) to++;
      beginUpTo(section);
      near.take(from, to, put);
    }
    beginUpTo(squares);
    anywhere.take(0, anywhere.count(), put);
    beginUpTo(squares + 1);
    return { sections: squares + 1, start, entries };
  };
}
