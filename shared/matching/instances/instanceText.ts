import { startsOf, whole } from "../problem/cells.ts";
import { checked } from "./instanceChecks.ts";
import { type InstanceReading, unreadable } from "./instance.ts";

interface Rows {
  /** `p bm R P E scale`. */
  readonly p: number[][];
  readonly r: number[][];
  readonly u: number[][];
  readonly e: number[][];
}

const fieldsOf: Readonly<Record<keyof Rows, number>> = { p: 4, r: 3, u: 3, e: 3 };
const isRowKind = (kind: string): kind is keyof Rows => Object.hasOwn(fieldsOf, kind);

const wholeNumber = /^-?\d+$/;
/** Larger numbers would be cut to 32 bits and read as other numbers. */
const isCell = (field: string): boolean => wholeNumber.test(field) && Math.abs(Number(field)) < 2 ** 31;

/** Reads a `.bm` text: `p bm R P E scale`, then rows `r`, `u` and `e`, of each kind in their order. */
export function readInstanceText(text: string): InstanceReading {
  const rows: Rows = { p: [], r: [], u: [], e: [] };
  for (const [at, line] of text.split("\n").entries()) {
    const [kind = "", ...fields] = line.trim().split(/\s+/);
    if (kind === "" || kind.startsWith("#")) continue;
    const where = `line ${at + 1}`;
    if (!isRowKind(kind)) return unreadable(where, `begins with ${kind}, which is no row of this format`);
    if (kind === "p" && fields.shift() !== "bm") return unreadable(where, "is not the header p bm");
    if (fields.length !== fieldsOf[kind] || !fields.every(isCell))
      return unreadable(where, `does not hold ${fieldsOf[kind]} whole numbers of 32 bits`);
    rows[kind].push(fields.map(Number));
  }
  const [head, second] = rows.p;
  if (head === undefined) return unreadable("header", "p bm is missing");
  if (second !== undefined) return unreadable("header", "p bm stands twice");
  const [requests, people, pairs, scoreScale = 0] = head;
  if (rows.r.length !== requests || rows.u.length !== people || rows.e.length !== pairs)
    return unreadable(
      "header",
      `does not count the ${rows.r.length}, ${rows.u.length} and ${rows.e.length} rows`,
    );
  return fromRows(rows, scoreScale);
}

function fromRows(rows: Rows, scoreScale: number): InstanceReading {
  const bestFirst = rows.e.toSorted(
    ([i = 0, j = 0, s = 0], [k = 0, l = 0, t = 0]) => i - k || t - s || j - l,
  );
  const column = (of: readonly number[][], at: number): Int32Array =>
    Int32Array.from(of, (row) => row[at] ?? 0);
  const counts = new Int32Array(rows.r.length);
  for (const [i = 0, j = 0] of bestFirst) {
    if (i < 0 || i >= counts.length)
      return unreadable(`request ${i} with practitioner ${j}`, "names a request that is not there");
    counts[i] = whole(counts, i) + 1;
  }
  return checked({
    requestCount: rows.r.length,
    practitionerCount: rows.u.length,
    scoreScale,
    wanted: column(rows.r, 0),
    days: column(rows.r, 1),
    priority: column(rows.r, 2),
    bestOmitted: new Int32Array(rows.r.length).fill(-1),
    slots: column(rows.u, 0),
    dayCapacity: column(rows.u, 1),
    leastLoad: column(rows.u, 2),
    start: startsOf(counts),
    practitioner: column(bestFirst, 1),
    score: column(bestFirst, 2),
  });
}
