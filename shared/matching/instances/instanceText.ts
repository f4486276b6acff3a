import { addTo, startsOf } from "../problem/cells.ts";
import { checked } from "./instanceChecks.ts";
import { type InstanceReading, unreadable } from "./instance.ts";
import { columnOf, textRows } from "./textRows.ts";

/** Numbers in the header `p bm R P E scale` and in rows of requests, practitioners and pairs. */
const fields = new Map([
  ["p", 4],
  ["r", 3],
  ["u", 3],
  ["e", 3],
]);

/** Reads a `.bm` text: `p bm R P E scale`, then rows `r`, `u` and `e`, of each kind in their order. */
export function readInstanceText(text: string): InstanceReading {
  const read = textRows(text, "bm", fields);
  if (read.kind === "unreadable") return read;
  const [requests, people, pairs] = [read.rowsOf("r"), read.rowsOf("u"), read.rowsOf("e")];
  const [requestCount, peopleCount, pairCount, scoreScale = 0] = read.head;
  if (requests.length !== requestCount || people.length !== peopleCount || pairs.length !== pairCount)
    return unreadable(
      "header",
      `does not count the ${requests.length}, ${people.length} and ${pairs.length} rows`,
    );
  const bestFirst = pairs.toSorted(([i = 0, j = 0, s = 0], [k = 0, l = 0, t = 0]) => i - k || t - s || j - l);
  const counts = new Int32Array(requests.length);
  for (const [i = 0, j = 0] of bestFirst) {
    if (i < 0 || i >= counts.length)
      return unreadable(`request ${i} with practitioner ${j}`, "names a request that is not there");
    addTo(counts, i, 1);
  }
  return checked({
    requestCount: requests.length,
    practitionerCount: people.length,
    scoreScale,
    wanted: columnOf(requests, 0),
    days: columnOf(requests, 1),
    priority: columnOf(requests, 2),
    bestOmitted: new Int32Array(requests.length).fill(-1),
    slots: columnOf(people, 0),
    dayCapacity: columnOf(people, 1),
    leastLoad: columnOf(people, 2),
    start: startsOf(counts),
    practitioner: columnOf(bestFirst, 1),
    score: columnOf(bestFirst, 2),
  });
}
