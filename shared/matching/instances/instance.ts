import { checked } from "./instanceChecks.ts";

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

/** A refusal that names the row at fault. */
export const unreadable = (where: string, message: string): InstanceReading => ({
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
  if (bytes.byteLength !== expected * 4)
    return unreadable("length", `is ${bytes.byteLength} bytes; the header says ${expected * 4}`);
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
