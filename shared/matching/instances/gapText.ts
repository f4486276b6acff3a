import { counted } from "../../domain/counted.ts";
import { addTo, startsOf } from "../problem/cells.ts";
import { type Refused, unreadable } from "./instance.ts";
import { columnOf, textRows } from "./textRows.ts";

/** A generalised assignment problem: each request goes to one practitioner, at least cost, within capacities. */
export interface GapInstance {
  readonly requestCount: number;
  readonly practitionerCount: number;
  readonly capacity: Int32Array;
  /** Pairs of request `i` are `start[i]` up to `start[i + 1]`, by practitioner. */
  readonly start: Int32Array;
  readonly practitioner: Int32Array;
  readonly cost: Int32Array;
  readonly consumption: Int32Array;
}

export type GapReading = { readonly kind: "gap"; readonly instance: GapInstance } | Refused;

/** Numbers in the header `p gap R P`, and in rows of practitioners and pairs. */
const fields = new Map([
  ["p", 2],
  ["u", 1],
  ["e", 4],
]);

/**
 * Reads a `.gap` text: `p gap R P`, then `u capacity` per practitioner and `e request practitioner cost
 * consumption` per pair, rows counted from 0 and `#` before comments. Refuses what no answer could be right for.
 */
export function readGapText(text: string): GapReading {
  const read = textRows(text, "gap", fields);
  if (read.kind === "unreadable") return read;
  const [requests = 0, people = 0] = read.head;
  if (requests < 0 || people < 0) return unreadable("header", "counts fewer than none");
  const [u, e] = [read.rowsOf("u"), read.rowsOf("e")];
  if (u.length !== people)
    return unreadable(
      "header",
      `counts ${counted(people, "practitioner")}, where ${counted(u.length, "row stands", "rows stand")}`,
    );
  const negative = u.findIndex(([capacity = 0]) => capacity < 0);
  if (negative >= 0) return unreadable(`practitioner ${negative}`, `capacity ${u[negative]?.[0]} is below 0`);
  const sorted = e.toSorted(([i = 0, j = 0], [k = 0, l = 0]) => i - k || j - l);
  const counts = new Int32Array(requests);
  let [lastRequest, lastPerson] = [-1, -1];
  for (const [i = 0, j = 0, , consumption = 0] of sorted) {
    const where = `request ${i} with practitioner ${j}`;
    if (i < 0 || i >= requests) return unreadable(where, "names a request that is not there");
    if (j < 0 || j >= people) return unreadable(where, "names a practitioner who is not there");
    if (consumption < 0) return unreadable(where, `consumption ${consumption} is below 0`);
    if (i === lastRequest && j === lastPerson) return unreadable(where, "stands twice");
    [lastRequest, lastPerson] = [i, j];
    addTo(counts, i, 1);
  }
  const alone = counts.indexOf(0);
  if (alone >= 0) return unreadable(`request ${alone}`, "has no pair, so that it can go to nobody");
  return {
    kind: "gap",
    instance: {
      requestCount: requests,
      practitionerCount: people,
      capacity: columnOf(u, 0),
      start: startsOf(counts),
      practitioner: columnOf(sorted, 1),
      cost: columnOf(sorted, 2),
      consumption: columnOf(sorted, 3),
    },
  };
}
