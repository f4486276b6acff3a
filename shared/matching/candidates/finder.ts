import { exact, sharedCells, whole } from "../problem/cells.ts";
import { type Ask, askAt, type Asks, type Stretch } from "./asks.ts";
import { claimIndex } from "./claims.ts";
import type { Ground } from "./field.ts";
import { keeper } from "./keeper.ts";
import { type Kind, kindsOf } from "./kinds.ts";
import { eachOf } from "./lists.ts";
import { pairWorths } from "./pairWorth.ts";
import { never } from "./points.ts";
import { inNumbers, numbersWide } from "./rows.ts";
import { searchWith } from "./search.ts";

/** What was found for one ask after the other: those for the ask `i` are `start[i]` up to `start[i + 1]`, by place of person. */
export interface FoundRows {
  readonly start: Int32Array;
  readonly people: Int32Array;
  readonly fit: Int32Array;
  readonly leftOut: Float64Array;
}

/** Finds what a stretch of asks asks for. */
export type Find = (asks: Asks, stretch: Stretch) => FoundRows;

/** More than any fit. */
const manyFits = 2 ** 16;

/** Sorts a few cells by putting each in its place among those before. */
function insertEach(cells: Float64Array, from: number, to: number): void {
  for (let x = from + 1; x < to; x++) {
    const each = exact(cells, x);
    let at = x;
    for (; at > from && exact(cells, at - 1) > each; at--) cells[at] = exact(cells, at - 1);
    cells[at] = each;
  }
}

/** So few are put in order one by one, which is quicker than having the runtime sort them. */
const few = 64;

/** Collects people with their fits in lists by place, again and again. */
function collecting() {
  let [keys, begun, count] = [new Float64Array(1 << 16), 0, 0];
  let ends: number[] = [];
  return {
    begin: (): void => {
      [begun, count, ends] = [0, 0, [0]];
    },
    add: (place: number, fit: number): void => {
      if (count === keys.length) {
        const more = new Float64Array(count * 2);
        more.set(keys);
        keys = more;
      }
      keys[count++] = place * manyFits + fit;
    },
    end: (): void => {
      if (count - begun > few) keys.subarray(begun, count).sort();
      else insertEach(keys, begun, count);
      ends.push(count);
      begun = count;
    },
    lists: (): Pick<FoundRows, "start" | "people" | "fit"> => {
      // Shared, as what one thread finds another hands out; so much memory of its own had the heap of the facts cleared.
      const [people, fit] = [sharedCells(count), sharedCells(count)];
      for (let at = 0; at < count; at++) {
        const key = exact(keys, at);
        const place = Math.floor(key / manyFits);
        people[at] = place;
        fit[at] = key - place * manyFits;
      }
      return { start: Int32Array.from(ends), people, fit };
    },
  };
}

/** Looks for candidates, best first: whole sections of people are left out unseen once nobody in them could matter. */
export function finderOf(ground: Ground): Find {
  const { requests, people } = ground;
  const index = claimIndex(ground.claims);
  const [pairs, keep, kindFor] = [pairWorths(ground, index), keeper(), kindsOf(ground, index)];
  const [look, found] = [searchWith(ground, pairs, keep), collecting()];

  const find = (ask: Ask, kind: Kind, add: (place: number, fit: number) => void): number => {
    const asked = pairs.begin(ask.request, kind.points);
    const take = (numbers: Int32Array, row: number, worth: number): void =>
      add(whole(numbers, row + inNumbers.place), worth + whole(numbers, row + inNumbers.cost));
    /** Takes somebody whatever they are worth, unless a rule refuses. */
    const takeAnyway = (person: number): void => {
      const worth = look.worthOf(kind, asked, person);
      if (worth === never) return;
      take(people.numbers, person * numbersWide, worth);
      pairs.setApart(person);
    };
    eachOf(requests.again, ask.request, takeAnyway);
    for (const person of kind.crowd.owed) takeAnyway(person);
    keep.begin(ask);
    look.offerAll(kind, asked);
    const leftOut = keep.letGo();
    keep.each((at, worth) => take(kind.crowd.rows.numbers, at * numbersWide, worth));
    return leftOut === never ? ask.above : Math.max(ask.above, leftOut);
  };

  return (asks, { from, to }) => {
    const leftOut = new Float64Array(to - from);
    found.begin();
    for (let at = from; at < to; at++) {
      const ask = askAt(asks, at);
      leftOut[at - from] = find(ask, kindFor(ask.request), found.add);
      found.end();
    }
    return { ...found.lists(), leftOut };
  };
}
