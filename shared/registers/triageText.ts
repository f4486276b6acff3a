import MiniSearch from "minisearch";
import { type Leaves, nationalCodeOf, noLeaves } from "../domain/expertise.ts";
import { codeOfLeaf } from "./leaves.ts";
import { codes } from "./taxonomy.ts";
import { triageRules } from "./triageRules.ts";
import { isTelling, stemOf, wordsOf, type Stemmed } from "./triageWords.ts";

/** A code that a text seems to be about, with the words of the text that say so, best first. */
export type TriageSuggestion = {
  readonly code: string;
  readonly title: string;
  /** Points to compare the suggestions of one text by; they mean nothing across texts. */
  readonly score: number;
  readonly words: readonly string[];
};

type Evidence = { points: number; readonly words: Set<string> };

const mostSuggestions = 5;
const fewestPoints = 2;
const phrasePoints = 6;

const processTerm = (term: string): string | null => (isTelling(term) ? stemOf(term) : null);
const tokenize = (text: string): string[] => wordsOf(text).map(({ word }) => word);

const index = new MiniSearch<{ id: string; title: string; words: string }>({
  fields: ["title", "words"],
  tokenize,
  processTerm,
  searchOptions: { boost: { title: 1.6 }, bm25: { k: 1.2, b: 0.3, d: 0.3 } },
});
index.addAll(codes.map(({ code, title, words }) => ({ id: code, title, words: words.join(" ") })));

type Phrase = { readonly code: string; readonly stems: readonly string[] };

const phrases: readonly Phrase[] = codes.flatMap(({ code, title, words }) =>
  [title, ...words]
    .map((phrase) => ({ code, stems: wordsOf(phrase).map(({ stem }) => stem) }))
    .filter(({ stems }) => stems.length > 1),
);

const phraseStarts = Map.groupBy(phrases, ({ stems }) => stems[0] ?? "");

function add(
  found: Map<string, Evidence>,
  code: string,
  hit: { points: number; words: readonly string[] },
): void {
  const evidence = found.get(code) ?? { points: 0, words: new Set<string>() };
  evidence.points += hit.points;
  for (const word of hit.words) evidence.words.add(word);
  found.set(code, evidence);
}

function addPhrases(found: Map<string, Evidence>, words: readonly Stemmed[]): void {
  words.forEach(({ stem: start }, at) => {
    for (const { code, stems } of phraseStarts.get(start) ?? []) {
      const here = words.slice(at, at + stems.length);
      if (here.length < stems.length || here.some(({ stem }, offset) => stem !== stems[offset])) continue;
      add(found, code, { points: phrasePoints, words: [here.map(({ word }) => word).join(" ")] });
    }
  });
}

function addRules(found: Map<string, Evidence>, text: string): void {
  for (const { pattern, code, points } of triageRules) {
    const match = pattern.exec(text);
    if (match) add(found, code, { points, words: [match[0]] });
  }
}

function addSearch(found: Map<string, Evidence>, text: string, words: readonly Stemmed[]): void {
  for (const { id, score, queryTerms } of index.search(text)) {
    const said = words.filter(({ word, stem }) => isTelling(word) && queryTerms.includes(stem));
    add(found, String(id), { points: score, words: said.map(({ word }) => word) });
  }
}

/** Each leaf in use whose every telling word stands in the text: its national code's evidence, and its own name's. */
function addLeaves(found: Map<string, Evidence>, words: readonly Stemmed[], leaves: Leaves): void {
  for (const leaf of leaves.values()) {
    const named = wordsOf(leaf.name).filter(({ word }) => isTelling(word));
    const said = words.filter(({ stem }) => named.some((each) => each.stem === stem));
    const isNamed = named.every(({ stem }) => said.some((each) => each.stem === stem));
    if (leaf.isRetired || named.length === 0 || !isNamed) continue;
    const code = codeOfLeaf(leaf);
    const parent = found.get(nationalCodeOf(code));
    add(found, code, { points: parent?.points ?? 0, words: [...(parent?.words ?? [])] });
    add(found, code, { points: phrasePoints, words: said.map(({ word }) => word) });
  }
}

/**
 * Suggests expertise codes for a request's free text: a search over the taxonomy's titles and words, phrases
 * that stand in the text as in the taxonomy, and a list of rules; a partnership's leaf where the text has its name,
 * before its national code. At most five, best first, ties by code; none
 * when nothing in the text points anywhere. Suggestions are for a person to take or leave.
 */
export function suggestCodes(text: string, leaves: Leaves = noLeaves): TriageSuggestion[] {
  const plain = text.toLowerCase().replaceAll(/[\u2018\u2019]/g, "'");
  const words = wordsOf(plain);
  const found = new Map<string, Evidence>();
  addSearch(found, plain, words);
  addPhrases(found, words);
  addRules(found, plain);
  addLeaves(found, words, leaves);
  const titles = new Map([
    ...codes.map(({ code, title }): [string, string] => [code, title]),
    ...Array.from(leaves.values(), (leaf): [string, string] => [codeOfLeaf(leaf), leaf.name]),
  ]);
  return [...found]
    .filter(([, { points }]) => points >= fewestPoints)
    .toSorted(([a, first], [b, second]) => second.points - first.points || (a < b ? -1 : 1))
    .slice(0, mostSuggestions)
    .map(([code, evidence]) => ({
      code,
      title: titles.get(code) ?? code,
      score: Math.round(evidence.points * 10) / 10,
      words: [...evidence.words],
    }));
}
