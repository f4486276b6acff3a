import { describe, expect, test } from "vitest";
import { codes } from "./taxonomy.ts";
import { signsOf } from "./triageSigns.ts";
import { wordsOf } from "./triageWords.ts";

const marksOf = (phrase: string): string =>
  [...new Set(wordsOf(phrase).map(({ stem }) => stem))].toSorted().join(" ");

describe("what heads say of a need without its name", () => {
  test("stands by the alphabet, so that a phrase is found where it is looked for", () => {
    const unsorted = codes.filter(({ code }) => signsOf(code).join() !== signsOf(code).toSorted().join());
    expect(unsorted.map(({ code }) => code)).toEqual([]);
  });

  test("is said once: triage takes two phrases of the same stems for one, so a second is dead", () => {
    const repeated = codes.flatMap(({ code, title, words }) => {
      const known = new Set([title, ...words].map(marksOf));
      return signsOf(code).filter((phrase) => known.size === known.add(marksOf(phrase)).size);
    });
    expect(repeated).toEqual([]);
  });

  test("says something to triage: no phrase is made of joining words alone", () => {
    expect(codes.flatMap(({ code }) => signsOf(code)).filter((phrase) => marksOf(phrase) === "")).toEqual([]);
  });
});
