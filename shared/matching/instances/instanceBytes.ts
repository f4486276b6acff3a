import { checked } from "./instanceChecks.ts";
import { type InstanceReading, unreadable } from "./instance.ts";

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
