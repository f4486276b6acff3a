import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesOf, instanceOf, type Sheet, sheets, textOf, wordsOf } from "./files.arbitrary.ts";
import type { InstanceReading } from "../instances/instance.ts";
import { readInstanceBytes } from "../instances/instanceBytes.ts";
import { readInstanceText } from "../instances/instanceText.ts";

const sheet: Sheet = {
  scale: 100,
  requests: [
    { wanted: 1, days: 2, priority: 3 },
    { wanted: 2, days: 1, priority: 1 },
  ],
  people: [
    { slots: 1, days: 4, leastLoad: 0 },
    { slots: 2, days: 2, leastLoad: 0 },
  ],
  pairs: [
    { request: 0, person: 0, score: 50 },
    { request: 1, person: 0, score: 90 },
    { request: 1, person: 1, score: 30 },
  ],
};

const text = textOf(sheet);

const words = wordsOf(sheet);

/** The sheet with one word of its binary form replaced; the words are header, columns of requests, and so on. */
const withWord = (at: number, word: number): InstanceReading =>
  readInstanceBytes(bytesOf(words.with(at, word)));

/** Where the columns of the binary form begin. */
const column = {
  wanted: 8,
  days: 10,
  priority: 12,
  bestOmitted: 14,
  slots: 16,
  dayCapacity: 18,
  leastLoad: 20,
  start: 22,
  practitioner: 25,
  score: 28,
};

/** What is wrong, what is changed for it, and what the refusal names and says. */
type Fault<Change> = [fault: string, change: [Change, Change], named: [where: string, message: string]];

describe("an instance", () => {
  it("reads the same from text and from bytes, each request's pairs best first", () => {
    fc.assert(
      fc.property(sheets({ requests: 5, people: 5, leastLoad: 2 }), (drawn) => {
        const pairs = drawn.pairs.toSorted((a, b) => b.score - a.score || a.person - b.person);
        const instance = instanceOf({ ...drawn, pairs });
        expect(readInstanceText(textOf(drawn))).toEqual({ kind: "instance", instance });
      }),
    );
  });
});

describe("a text that cannot be used", () => {
  it.each<Fault<string>>([
    ["negative places", ["u 1 4 0", "u -1 4 0"], ["practitioner 0", "slots -1"]],
    ["negative days", ["u 2 2 0", "u 2 -2 0"], ["practitioner 1", "days -2"]],
    ["a negative least load", ["u 2 2 0", "u 2 2 -7"], ["practitioner 1", "least load -7"]],
    ["people wanted that nobody could be", ["r 2 1 1", "r -2 1 1"], ["request 1", "wanted -2"]],
    ["a pair told twice", ["e 1 1 30", "e 1 0 30"], ["request 1 with practitioner 0", "twice"]],
    ["a score below nothing", ["e 1 1 30", "e 1 1 -30"], ["request 1 with practitioner 1", "score -30"]],
    ["a request that is not there", ["e 1 1 30", "e 7 1 30"], ["request 7 with practitioner 1", "not there"]],
    [
      "a request before the first",
      ["e 1 1 30", "e -1 1 30"],
      ["request -1 with practitioner 1", "not there"],
    ],
    [
      "a practitioner that is not there",
      ["e 1 1 30", "e 1 9 30"],
      ["request 1 with practitioner 9", "practitioner 9"],
    ],
    ["a score that is no number", ["e 1 1 30", "e 1 1 NaN"], ["line 8", "whole numbers"]],
    ["half a place", ["u 1 4 0", "u 0.5 4 0"], ["line 4", "whole numbers"]],
    ["places without end", ["u 1 4 0", "u Infinity 4 0"], ["line 4", "whole numbers"]],
    ["a number written in another base", ["u 1 4 0", "u 0x1 4 0"], ["line 4", "whole numbers"]],
    ["a number that 32 bits would cut to 1", ["u 1 4 0", "u 4294967297 4 0"], ["line 4", "32 bits"]],
    ["a field too few", ["r 2 1 1", "r 2 1"], ["line 3", "3 whole numbers"]],
    ["a field too many", ["r 2 1 1", "r 2 1 1 1"], ["line 3", "3 whole numbers"]],
    ["a row of no kind", ["r 2 1 1", "x 2 1 1"], ["line 3", "begins with x"]],
    [
      "a row named like something else's property",
      ["r 2 1 1", "constructor 2 1 1"],
      ["line 3", "begins with"],
    ],
    ["a header that miscounts", ["p bm 2 2 3", "p bm 2 2 4"], ["header", "does not count"]],
    ["a header with a scale that is none", ["3 100", "3 much"], ["line 1", "4 whole numbers"]],
    ["a header with a scale of nothing", ["3 100", "3 0"], ["header", "scale 0"]],
    ["a header of another format", ["p bm", "p gap"], ["line 1", "not the header"]],
    ["no header", ["p bm 2 2 3 100\n", ""], ["header", "missing"]],
    ["two headers", ["p bm 2 2 3 100\n", "p bm 2 2 3 100\np bm 2 2 3 100\n"], ["header", "twice"]],
  ])("is refused for %s, naming the row", (_, [good, bad], [where, message]) => {
    expect(text).toContain(good);
    expect(readInstanceText(text.replace(good, bad))).toEqual({
      kind: "unreadable",
      where,
      message: expect.stringContaining(message),
    });
  });

  it("may hold its rows in any order of kinds, comments, blank lines and other ends of line", () => {
    const mixed = `# schools\n\n${text.split("\n").toReversed().join("\r\n")}`;
    const turned: Sheet = {
      ...sheet,
      requests: sheet.requests.toReversed(),
      people: sheet.people.toReversed(),
    };
    expect(readInstanceText(mixed)).toEqual(readInstanceText(textOf(turned)));
  });
});

describe("bytes that cannot be used", () => {
  it.each<Fault<number>>([
    ["wanted", [column.wanted + 1, -1], ["request 1", "wanted -1"]],
    ["days", [column.days, 1_000_001], ["request 0", "days 1000001"]],
    ["priority", [column.priority, -4], ["request 0", "priority -4"]],
    ["the best omitted score", [column.bestOmitted, -2], ["request 0", "best omitted score -2"]],
    ["slots", [column.slots + 1, -3], ["practitioner 1", "slots -3"]],
    ["days of a practitioner", [column.dayCapacity, -1], ["practitioner 0", "days -1"]],
    ["a least load", [column.leastLoad, -1], ["practitioner 0", "least load -1"]],
    ["pairs that begin too late", [column.start, 1], ["request 0", "start 1"]],
    ["pairs that begin before the file", [column.start, -1], ["request 0", "start -1"]],
    ["pairs that fall", [column.start + 1, 4], ["the end of the pairs", "falls"]],
    ["pairs that end too early", [column.start + 2, 2], ["the end of the pairs", "2 is not 3"]],
    [
      "a practitioner that is not there",
      [column.practitioner + 1, 2],
      ["request 1 with practitioner 2", "outside"],
    ],
    [
      "a practitioner before the first",
      [column.practitioner, -1],
      ["request 0 with practitioner -1", "outside"],
    ],
    ["a pair told twice", [column.practitioner + 1, 1], ["request 1 with practitioner 1", "twice"]],
    ["a score", [column.score + 2, -30], ["request 1 with practitioner 1", "score -30"]],
    ["the mark of the format", [0, 0x424d4232], ["header", "not that of"]],
    ["a negative count", [1, -2], ["header", "negative"]],
    ["more requests than the file holds", [1, 3], ["length", "the header says"]],
    ["more pairs than any machine holds", [3, 2 ** 31 - 1], ["length", "the header says"]],
    ["a scale of nothing", [4, 0], ["header", "scale 0"]],
  ])("are refused for %s, naming the row", (_, [at, word], [where, message]) => {
    expect(withWord(at, word)).toEqual({
      kind: "unreadable",
      where,
      message: expect.stringContaining(message),
    });
  });

  it("are refused when cut short anywhere or followed by anything", () => {
    const bytes = bytesOf(words);
    for (let length = 0; length < bytes.length; length++)
      expect(readInstanceBytes(bytes.subarray(0, length)).kind).toBe("unreadable");
    for (const trailing of [1, 2, 3, 4, 64])
      expect(
        readInstanceBytes(Uint8Array.from({ length: bytes.length + trailing }, (_, at) => bytes[at] ?? 0)),
      ).toMatchObject({ kind: "unreadable", where: "length" });
  });

  it("are read the same from anywhere within a larger buffer", () => {
    const bytes = bytesOf(words);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(readInstanceBytes(shifted.subarray(3))).toEqual(readInstanceBytes(bytes));
  });
});
