import { startsOf, whole } from "../problem/cells.ts";

/** A brokerage problem as the public instance files hold it: plain numbers, no names. */
export interface Instance {
  readonly requestCount: number;
  readonly practitionerCount: number;
  /** The score that stands for a perfect fit. */
  readonly scoreScale: number;
  readonly wanted: Int32Array;
  readonly days: Int32Array;
  readonly priority: Int32Array;
  /** Best score among feasible pairs that the file leaves out, per request; -1 when it leaves none out. */
  readonly bestOmitted: Int32Array;
  readonly slots: Int32Array;
  readonly dayCapacity: Int32Array;
  readonly leastLoad: Int32Array;
  readonly start: Int32Array;
  readonly practitioner: Int32Array;
  readonly score: Int32Array;
}

export type InstanceReading =
  | { readonly kind: "instance"; readonly instance: Instance }
  | { readonly kind: "unreadable"; readonly where: string; readonly message: string };

const unreadable = (where: string, message: string): InstanceReading => ({
  kind: "unreadable",
  where,
  message,
});

const magic = 0x424d4231;
const headerWords = 8;

/** Reads a `.bmb` file: little-endian words of 32 bits. */
export function readInstanceBytes(bytes: Uint8Array): InstanceReading {
  const words = wordsOf(bytes);
  if (words.length < headerWords || words[0] !== magic)
    return unreadable("header", "is not that of a .bmb file");
  const [, requests = 0, people = 0, pairs = 0, scoreScale = 0] = words;
  if (requests < 0 || people < 0 || pairs < 0) return unreadable("header", "has a negative count");
  const expected = headerWords + 4 * requests + 3 * people + requests + 1 + 2 * pairs;
  if (words.length !== expected)
    return unreadable("length", `is ${words.length} words; the header says ${expected}`);
  let next = headerWords;
  const take = (count: number): Int32Array => words.subarray(next, (next += count));
  return checked({
    requestCount: requests,
    practitionerCount: people,
    scoreScale,
    wanted: take(requests),
    days: take(requests),
    priority: take(requests),
    bestOmitted: take(requests),
    slots: take(people),
    dayCapacity: take(people),
    leastLoad: take(people),
    start: take(requests + 1),
    practitioner: take(pairs),
    score: take(pairs),
  });
}

/** Words of 32 bits whatever the machine's own order of bytes and the buffer's alignment. */
function wordsOf(bytes: Uint8Array): Int32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const words = new Int32Array(bytes.byteLength >> 2);
  for (let at = 0; at < words.length; at++) words[at] = view.getInt32(at * 4, true);
  return words;
}

interface Rows {
  readonly r: number[][];
  readonly u: number[][];
  readonly e: number[][];
}

const fieldsOf: Readonly<Record<keyof Rows, number>> = { r: 3, u: 3, e: 3 };
const isRowKind = (kind: string | undefined): kind is keyof Rows =>
  kind === "r" || kind === "u" || kind === "e";

/** Reads a `.bm` text: `p bm R P E scale`, then rows `r`, `u` and `e`. */
export function readInstanceText(text: string): InstanceReading {
  const rows: Rows = { r: [], u: [], e: [] };
  let head: number[] | null = null;
  for (const [at, line] of text.split("\n").entries()) {
    const [kind, ...fields] = line.trim().split(/\s+/);
    if (kind === "" || kind === undefined || kind.startsWith("#")) continue;
    const where = `line ${at + 1}`;
    if (kind === "p" && fields[0] === "bm") head = fields.slice(1).map(Number);
    else if (isRowKind(kind)) {
      const values = fields.map(Number);
      if (values.length !== fieldsOf[kind] || !values.every(Number.isSafeInteger))
        return unreadable(where, `does not hold ${fieldsOf[kind]} whole numbers`);
      rows[kind].push(values);
    } else return unreadable(where, `begins with ${kind}, which is no row of this format`);
  }
  const [requests = -1, people = -1, pairs = -1, scoreScale = -1] = head ?? [];
  if (head === null) return unreadable("header", "p bm is missing");
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
  for (const [i = 0] of bestFirst) {
    if (i < 0 || i >= counts.length) return unreadable("e", `names request ${i}, which is not there`);
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

const outside = (cells: Int32Array, least: number, most: number): number =>
  cells.findIndex((value) => value < least || value > most);

/** Refuses numbers that would make an answer wrong, naming the row. */
function checked(instance: Instance): InstanceReading {
  const limits = [
    ["request", instance.wanted, 0, 1_000_000],
    ["request", instance.days, 0, 1_000_000],
    ["request", instance.priority, 0, 1_000_000],
    ["practitioner", instance.slots, 0, 1_000_000],
    ["practitioner", instance.dayCapacity, 0, 1_000_000],
    ["practitioner", instance.leastLoad, 0, 1_000_000],
    ["pair", instance.practitioner, 0, instance.practitionerCount - 1],
    ["pair", instance.score, 0, 100_000_000],
    ["start", instance.start, 0, instance.score.length],
  ] as const;
  for (const [name, cells, least, most] of limits) {
    const at = outside(cells, least, most);
    if (at >= 0) return unreadable(`${name} ${at}`, `holds ${cells[at]}, outside ${least} to ${most}`);
  }
  const lastSeen = new Int32Array(instance.practitionerCount).fill(-1);
  for (let i = 0; i < instance.requestCount; i++) {
    if (whole(instance.start, i) > whole(instance.start, i + 1)) return unreadable(`start ${i}`, "falls");
    for (let e = whole(instance.start, i); e < whole(instance.start, i + 1); e++) {
      const j = whole(instance.practitioner, e);
      if (whole(lastSeen, j) === i)
        return unreadable(`pair ${e}`, `repeats request ${i} with practitioner ${j}`);
      lastSeen[j] = i;
    }
  }
  return { kind: "instance", instance };
}
