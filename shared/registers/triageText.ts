import { type Leaves, nationalCodeOf, noLeaves } from "../domain/people/expertise.ts";
import { codeOfLeaf } from "./codeToday.ts";
import { codes } from "./taxonomy.ts";
import { likenesses } from "./triageLikeness.ts";
import { isEveryday, wordsOf, type Stemmed } from "./triageWords.ts";
import { heldStem, phrasesByStem, tellingOf, type Phrase } from "./triagePhrases.ts";

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
const fewestPoints = 2.5;
const leafPoints = 6;
// How many other words may stand between those of a phrase.
const wordsBetween = 3;
const wholePhraseWorth = 1.2;

/** What a stem of a text is worth for a code by a phrase, and the words of the text that are of that phrase. */
type Hit = { readonly worth: number; readonly words: readonly string[] };

function wordsOfPhrase(words: readonly Stemmed[], at: number, { stems }: Phrase): readonly Stemmed[] {
  if (stems.length === 1) return words.slice(at, at + 1);
  const reach = stems.length + wordsBetween;
  return words.slice(Math.max(0, at - reach + 1), at + reach).filter(({ stem }) => stems.includes(stem));
}

/** A phrase counts by the telling share of it that is said together. */
function hitOf(words: readonly Stemmed[], at: number, phrase: Phrase): Hit {
  const found = wordsOfPhrase(words, at, phrase);
  const stems = [...new Set(found.map(({ stem }) => stem))];
  const isWhole = stems.length > 1 && stems.length === phrase.stems.length;
  const share = isWhole ? wholePhraseWorth : tellingOf(stems) / phrase.telling;
  return { worth: phrase.weight * share, words: found.map(({ word }) => word) };
}

/** By code and stem, the best hit of a stem, so that no word counts twice for a code however many phrases hold it. */
function bestHits(words: readonly Stemmed[]): Map<string, Map<string, Hit>> {
  const best = new Map<string, Map<string, Hit>>();
  words.forEach(({ stem }, at) => {
    for (const phrase of phrasesByStem().get(stem) ?? []) {
      const hit = hitOf(words, at, phrase);
      const ofCode = best.get(phrase.code) ?? new Map<string, Hit>();
      if (hit.worth > (ofCode.get(stem)?.worth ?? 0)) ofCode.set(stem, hit);
      best.set(phrase.code, ofCode);
    }
  });
  return best;
}

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
  const held = words.map(({ word, stem }) => ({ word, stem: heldStem(stem) }));
  for (const [code, hits] of bestHits(held))
    for (const [stem, hit] of hits)
      add(found, code, { points: hit.worth * tellingOf([stem]), words: hit.words });
}

function addLikenesses(found: Map<string, Evidence>, words: readonly Stemmed[]): void {
  for (const [code, { points, words: said }] of likenesses(words))
    add(found, code, { points, words: [...said] });
}

/** Each leaf in use whose every telling word stands in the text: its national code's evidence, and its own name's. */
function addLeaves(found: Map<string, Evidence>, words: readonly Stemmed[], leaves: Leaves): void {
  for (const leaf of leaves.values()) {
    const named = wordsOf(leaf.name).filter(({ stem }) => !isEveryday(stem));
    const said = words.filter(({ stem }) => named.some((each) => each.stem === stem));
    const isNamed = named.every(({ stem }) => said.some((each) => each.stem === stem));
    if (leaf.isRetired || named.length === 0 || !isNamed) continue;
    const code = codeOfLeaf(leaf);
    const parent = found.get(nationalCodeOf(code));
    add(found, code, { points: parent?.points ?? 0, words: [...(parent?.words ?? [])] });
    add(found, code, { points: leafPoints, words: said.map(({ word }) => word) });
  }
}

/**
 * Suggests expertise codes for a request's free text by the taxonomy's titles and words and by what heads say of a
 * need without its name: a turn of phrase counts the more, the more of it stands together in the text and the fewer
 * codes its words are said of; and what the text shares with made-up requests of a code is a hint beside that. A
 * partnership's leaf comes where the text has its name, before its national code. At
 * most five, best first, ties by code; none when nothing in the text points anywhere. Suggestions are for a person to
 * take or leave.
 */
export function suggestCodes(text: string, leaves: Leaves = noLeaves): TriageSuggestion[] {
  const words = wordsOf(text);
  const found = new Map<string, Evidence>();
  addPhrases(found, words);
  addLikenesses(found, words);
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
