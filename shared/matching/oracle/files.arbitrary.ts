import * as fc from "fast-check";
import type { Instance } from "../instances/instance.ts";
import { readInstanceBytes } from "../instances/instanceBytes.ts";

/** An instance as somebody would write it down: rows with names for their numbers, pairs in any order. */
export interface Sheet {
  readonly scale: number;
  readonly requests: readonly { wanted: number; days: number; priority: number }[];
  readonly people: readonly { slots: number; days: number; leastLoad: number }[];
  readonly pairs: readonly { request: number; person: number; score: number }[];
}

/** The sheet in the text form. */
export function textOf({ scale, requests, people, pairs }: Sheet): string {
  return [
    `p bm ${requests.length} ${people.length} ${pairs.length} ${scale}`,
    ...requests.map(({ wanted, days, priority }) => `r ${wanted} ${days} ${priority}`),
    ...people.map(({ slots, days, leastLoad }) => `u ${slots} ${days} ${leastLoad}`),
    ...pairs.map(({ request, person, score }) => `e ${request} ${person} ${score}`),
    "",
  ].join("\n");
}

/** The words of the sheet in the binary form, each request's pairs in the order of the sheet. */
export function wordsOf({ scale, requests, people, pairs }: Sheet): number[] {
  const byRequest = pairs.toSorted((a, b) => a.request - b.request);
  const starts = [...requests, null].map((_, i) => byRequest.filter(({ request }) => request < i).length);
  return [
    [0x424d4231, requests.length, people.length, pairs.length, scale, 0, 0, 0],
    requests.map(({ wanted }) => wanted),
    requests.map(({ days }) => days),
    requests.map(({ priority }) => priority),
    requests.map(() => -1),
    people.map(({ slots }) => slots),
    people.map(({ days }) => days),
    people.map(({ leastLoad }) => leastLoad),
    starts,
    byRequest.map(({ person }) => person),
    byRequest.map(({ score }) => score),
  ].flat();
}

/** Words of 32 bits as the bytes of a file, smallest byte first. */
export function bytesOf(words: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(words.length * 4));
  words.forEach((word, at) => view.setInt32(at * 4, word, true));
  return new Uint8Array(view.buffer);
}

/** The sheet as the engine reads it. */
export function instanceOf(sheet: Sheet): Instance {
  const reading = readInstanceBytes(bytesOf(wordsOf(sheet)));
  if (reading.kind !== "instance") throw new Error(`${reading.where} ${reading.message}`);
  return reading.instance;
}

/** What the drawn numbers of a sheet may reach. */
interface Extent {
  readonly requests: number;
  readonly people: number;
  readonly leastLoad: number;
}

/** Rows of which any number up to the most is as likely. */
const rowsOf = <Row>(row: fc.Arbitrary<Row>, most: number): fc.Arbitrary<Row[]> =>
  fc.integer({ min: 0, max: most }).chain((count) => fc.array(row, { minLength: count, maxLength: count }));

/** Scores of which many are the least or the greatest, so that tiers are tempted to be traded for one another. */
const scores = fc.oneof(fc.nat(100), fc.constantFrom(0, 100));

/** Sheets with empty sides, places, days and priorities that may be zero, and pairs in any order. */
export function sheets({ requests, people, leastLoad }: Extent): fc.Arbitrary<Sheet> {
  const rows = fc.record({
    scale: fc.constant(100),
    requests: rowsOf(fc.record({ wanted: fc.nat(3), days: fc.nat(5), priority: fc.nat(4) }), requests),
    people: rowsOf(fc.record({ slots: fc.nat(3), days: fc.nat(9), leastLoad: fc.nat(leastLoad) }), people),
  });
  return rows.chain((sheet) => {
    const cells = sheet.requests.flatMap((_, request) =>
      sheet.people.map((__, person) => ({ request, person })),
    );
    return fc
      .tuple(
        fc.shuffledSubarray(cells, { minLength: cells.length >> 1 }),
        fc.array(scores, { minLength: cells.length, maxLength: cells.length }),
      )
      .map(([chosen, drawn]) => ({
        ...sheet,
        pairs: chosen.map((cell, at) => ({ ...cell, score: drawn[at] ?? 0 })),
      }));
  });
}
