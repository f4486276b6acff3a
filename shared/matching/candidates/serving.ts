import { addTo, reusedCells, whole } from "../problem/cells.ts";
import type { Crowd } from "./crowd.ts";
import { manyPlaces, placeBits } from "./keeper.ts";
import { never } from "./points.ts";
import { traits } from "./rows.ts";

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

/** Which of the cases somebody's traits are. */
const caseOf = ({ first, second }: Earning, theirs: number): number =>
  ((theirs >>> first) & 1) | (((theirs >>> second) & 1) << 1);
/** What somebody's traits earn; `never` where they cannot serve. */
export const mostEarned = (earning: Earning, theirs: number): number =>
  (theirs & earning.needed) === earning.needed ? whole(earning.cases, caseOf(earning, theirs)) : never;

/** Numbers on a card, of what holds of somebody whatever the code and the weights. */
export const cardWide = 4;
export const onCard = {
  section: 0,
  /** Marks of what they claim, folded. */
  marks: 1,
  /** As in the crowd: see `classIn`. */
  bits: 2,
  /** Where they stand in the crowd, and which case their traits are: see `atOf` and `caseIn`. */
  atAndCase: 3,
} as const;
export const atOf = (cell: number): number => cell & (manyPlaces - 1);
export const caseIn = (cell: number): number => cell >>> placeBits;

/** Who of a crowd could serve in one phase and mode: a card for each, two for who roams. */
export interface Serving {
  readonly size: number;
  readonly cards: Int32Array;
  /** Where the section `s` begins among all, in the order of the sections: at `begun[s + 1]`. */
  readonly begun: Int32Array;
}

/** Deals out cards, for so many squares of the map; 0 where nobody need travel. */
type Serve = (crowd: Crowd, earning: Earning, squares: number) => Serving;

/** Where sections begin, from how many cards each has. */
function sectionsBegun(cards: Int32Array, size: number, begun: Int32Array): Int32Array {
  begun.fill(0);
  for (let x = 0; x < size; x++) addTo(begun, whole(cards, x * cardWide + onCard.section) + 2, 1);
  for (let at = 2; at < begun.length; at++) addTo(begun, at, whole(begun, at - 1));
  return begun;
}

/** Deals cards out to everybody who could serve; what is given out is good until the next call. */
function dealing(): Serve {
  const [cardRoom, begunRoom] = [reusedCells(), reusedCells()];
  return ({ count, traits: theirs, square, marks, bits }, earning, squares) => {
    const { needed } = earning;
    // Who roams stands in the section of their square and in the last one.
    const cards = cardRoom((2 * count + 1) * cardWide);
    const roaming = needed | (squares > 0 ? traits.isRoaming : 0);
    let size = 0;
    const put = (at: number, section: number): void => {
      const card = size * cardWide;
      cards[card + onCard.section] = section;
      cards[card + onCard.marks] = whole(marks, at);
      cards[card + onCard.bits] = whole(bits, at);
      cards[card + onCard.atAndCase] = at + caseOf(earning, whole(theirs, at)) * manyPlaces;
    };
    for (let at = 0; at < count; at++) {
      const has = whole(theirs, at);
      if (squares > 0) {
        const section = whole(square, at);
        put(at, section);
        // Written over by the next one unless they serve and have a square: a processor could not foretell a branch.
        const lacking = (has & needed) ^ needed;
        size += ((lacking - 1) & ~section) >>> 31;
      }
      if ((has & roaming) === roaming) {
        put(at, squares);
        size++;
      }
    }
    return { size, cards, begun: sectionsBegun(cards, size, begunRoom(squares + 3)) };
  };
}

/** The same once for all kinds of one phase and mode, for as long as the crowd is the same. */
export function servingOnce(): Serve {
  const rooms: Serve[] = [];
  const known = new Map<number, Serving>();
  let last: Crowd | null = null;
  return (crowd, earning, squares) => {
    if (last !== crowd) known.clear();
    last = crowd;
    const key = 2 * earning.needed + (squares > 0 ? 1 : 0);
    const before = known.get(key);
    if (before !== undefined) return before;
    const deal = (rooms[known.size] ??= dealing());
    const found = deal(crowd, earning, squares);
    known.set(key, found);
    return found;
  };
}
