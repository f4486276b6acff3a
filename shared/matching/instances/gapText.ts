import { addTo, startsOf } from "../problem/cells.ts";

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

export type GapReading =
  | { readonly kind: "gap"; readonly instance: GapInstance }
  | { readonly kind: "unreadable"; readonly where: string; readonly message: string };

const unreadable = (where: string, message: string): GapReading => ({ kind: "unreadable", where, message });

interface Rows {
  /** `p gap R P`. */
  readonly p: number[][];
  readonly u: number[][];
  readonly e: number[][];
}

const fieldsOf: Readonly<Record<keyof Rows, number>> = { p: 2, u: 1, e: 4 };
const isRowKind = (kind: string): kind is keyof Rows => Object.hasOwn(fieldsOf, kind);
const isCell = (field: string): boolean => /^-?\d+$/.test(field) && Math.abs(Number(field)) < 2 ** 31;

/**
 * Reads a `.gap` text: `p gap R P`, then `u capacity` per practitioner and `e request practitioner cost
 * consumption` per pair, rows counted from 0 and `#` before comments. Refuses what no answer could be right for.
 */
export function readGapText(text: string): GapReading {
  const rows: Rows = { p: [], u: [], e: [] };
  for (const [at, line] of text.split("\n").entries()) {
    const [kind = "", ...fields] = line.trim().split(/\s+/);
    if (kind === "" || kind.startsWith("#")) continue;
    const where = `line ${at + 1}`;
    if (!isRowKind(kind)) return unreadable(where, `begins with ${kind}, which is no row of this format`);
    if (kind === "p" && fields.shift() !== "gap") return unreadable(where, "is not the header p gap");
    if (fields.length !== fieldsOf[kind] || !fields.every(isCell))
      return unreadable(where, `does not hold ${fieldsOf[kind]} whole numbers of 32 bits`);
    rows[kind].push(fields.map(Number));
  }
  const [head, second] = rows.p;
  if (head === undefined) return unreadable("header", "p gap is missing");
  if (second !== undefined) return unreadable("header", "p gap stands twice");
  const [requests = 0, people = 0] = head;
  if (requests < 0 || people < 0) return unreadable("header", "counts fewer than none");
  if (rows.u.length !== people)
    return unreadable("header", `counts ${people} practitioners, where ${rows.u.length} rows stand`);
  return fromRows(rows, { requests, people });
}

function fromRows({ u, e }: Rows, { requests, people }: { requests: number; people: number }): GapReading {
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
  const column = (of: readonly number[][], at: number): Int32Array =>
    Int32Array.from(of, (row) => row[at] ?? 0);
  return {
    kind: "gap",
    instance: {
      requestCount: requests,
      practitionerCount: people,
      capacity: column(u, 0),
      start: startsOf(counts),
      practitioner: column(sorted, 1),
      cost: column(sorted, 2),
      consumption: column(sorted, 3),
    },
  };
}
