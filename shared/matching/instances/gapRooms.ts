import { whole } from "../problem/cells.ts";
import type { GapInstance } from "./gapText.ts";
import type { TooLarge } from "./exactTotals.ts";

/** What pairs need and practitioners have, in the least numbers at which the same pairs fit together. */
export interface Rooms {
  readonly kind: "rooms";
  readonly need: Int32Array;
  readonly days: Int32Array;
  /** Pairs of each practitioner that fit at once at most. */
  readonly most: Int32Array;
  /** Cells of the largest table in which one practitioner's pairs are weighed by days and by number. */
  readonly largestSquare: number;
}

/** Cells of a table in which one practitioner's pairs are weighed, which takes a byte for each. */
export const largestTable = 2 ** 24;
/** Up to so many pairs at once are weighed by number too. */
const fewAtOnce = 5;

/** One practitioner's room for the pairs that fit alone: their needs and the days are divided by `unit`. */
interface Room {
  readonly unit: number;
  readonly days: number;
  readonly most: number;
  /** Pairs that fit alone, none where all of them fit at once or no two. */
  readonly weighed: number;
}

const divisorOf = (a: number, b: number): number => (b === 0 ? a : divisorOf(b, a % b));

/** Finds the room for needs, each within the capacity. Only whether their sum passes it matters, for which doubles do. */
function roomFor(needs: readonly number[], capacity: number): Room {
  let [used, most, unit] = [0, 0, 0];
  for (const need of needs.toSorted((a, b) => a - b)) {
    used += need;
    if (used <= capacity) most++;
    unit = divisorOf(unit, need);
  }
  if (used <= capacity) return { unit: Infinity, days: 0, most, weighed: 0 };
  if (most === 1) return { unit: 0, days: 1, most, weighed: 0 };
  return { unit, days: Math.floor(capacity / unit), most, weighed: needs.length };
}

/** The least need of a pair in a room: nothing where all fit at once, and 1 where no two do. */
function needIn({ unit, days }: Room, consumption: number, capacity: number): number {
  if (consumption > capacity) return days + 1;
  return unit === 0 ? 1 : consumption / unit;
}

/** Writes consumption and capacity in least numbers; names the practitioner where these would still be too large. */
export function roomsOf(instance: GapInstance): Rooms | TooLarge {
  const { practitioner, consumption, capacity, practitionerCount } = instance;
  const needs: number[][] = Array.from({ length: practitionerCount }, () => []);
  practitioner.forEach((j, e) => {
    if (whole(consumption, e) <= whole(capacity, j)) needs[j]?.push(whole(consumption, e));
  });
  const rooms = needs.map((mine, j) => roomFor(mine, whole(capacity, j)));
  const cells = rooms.map(
    ({ weighed, most, days }) => weighed * (most > fewAtOnce ? 1 : most + 1) * (days + 1),
  );
  const wide = cells.findIndex((count) => count > largestTable);
  if (wide >= 0)
    return {
      kind: "too-large",
      where: `practitioner ${wide}`,
      message: `capacity ${capacity[wide]} is too large to weigh exactly against ${needs[wide]?.length} pairs`,
    };
  return {
    kind: "rooms",
    need: consumption.map((value, e) => {
      const room = rooms[practitioner[e] ?? 0];
      return room === undefined ? 0 : needIn(room, value, whole(capacity, practitioner[e] ?? 0));
    }),
    days: Int32Array.from(rooms, ({ days }) => days),
    most: Int32Array.from(rooms, ({ most }) => most),
    largestSquare: rooms.reduce(
      (largest, { weighed, most, days }) => Math.max(largest, weighed * (most + 1) * (days + 1)),
      0,
    ),
  };
}
