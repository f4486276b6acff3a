import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codes } from "./taxonomy.ts";
import { labelledSentences, type LabelledSentence } from "./triageSentences.testdata.ts";
import { suggestCodes } from "./triageText.ts";

/** Per cent of the sentences whose code is among the first `places` suggestions. */
function accuracy(sentences: readonly LabelledSentence[], places: number): number {
  const right = sentences.filter(({ code, text }) =>
    suggestCodes(text)
      .slice(0, places)
      .some((suggestion) => suggestion.code === code),
  );
  return (100 * right.length) / sentences.length;
}

const tuning = labelledSentences.filter((_, index) => index % 2 === 0);
const heldOut = labelledSentences.filter((_, index) => index % 2 === 1);

describe("suggesting codes from a request's text", () => {
  test("is right at first place for 70 % and within three for 90 % of the sentences held out from tuning", () => {
    const row = (name: string, sentences: readonly LabelledSentence[]): string =>
      `${name}: ${sentences.length} sentences, top-1 ${accuracy(sentences, 1).toFixed(1)} %, top-3 ${accuracy(sentences, 3).toFixed(1)} %`;
    console.log([row("Triage, held out", heldOut), row("Triage, tuning half", tuning)].join("\n"));
    expect(accuracy(heldOut, 1)).toBeGreaterThanOrEqual(70);
    expect(accuracy(heldOut, 3)).toBeGreaterThanOrEqual(90);
    expect(accuracy(tuning, 1)).toBeGreaterThanOrEqual(70);
  });

  test("is measured on every one of the 123 codes", () => {
    expect(new Set(labelledSentences.map(({ code }) => code))).toEqual(
      new Set(codes.map(({ code }) => code)),
    );
  });

  test("shows, for each suggestion, words that stand in the text", () => {
    for (const { text } of labelledSentences) {
      const said = text.toLowerCase().replaceAll(/[^a-z0-9&]+/g, " ");
      const shown = suggestCodes(text).map(({ words }) =>
        words.map((word) => word.replaceAll(/[^a-z0-9&]+/g, " ")),
      );
      expect(shown.filter((words) => words.length === 0)).toEqual([]);
      expect(shown.flat().filter((word) => !said.includes(word))).toEqual([]);
    }
  });

  test("suggests nothing for a text that points nowhere", () => {
    expect(suggestCodes("")).toEqual([]);
    expect(suggestCodes("Please could somebody from another school come and help us next term")).toEqual([]);
  });

  test("gives at most five distinct codes, best first, the same for the same text, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const found = suggestCodes(text);
        const scores = found.map(({ score }) => score);
        expect(found.length).toBeLessThanOrEqual(5);
        expect(new Set(found.map(({ code }) => code)).size).toBe(found.length);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        expect(suggestCodes(text)).toEqual(found);
      }),
    );
  });
});
