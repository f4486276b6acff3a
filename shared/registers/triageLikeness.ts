import { requestExamples } from "./requestExamples.ts";
import { codes } from "./taxonomy.ts";
import { onceAsked } from "./onceAsked.ts";
import { isEveryday, type Stemmed, stemmingOnce, wordsOf } from "./triageWords.ts";

/** What a text shares with the examples of a code: how telling that is, and the words of the text that it is. */
export interface Likeness {
  points: number;
  isTelling: boolean;
  readonly words: Set<string>;
}

// A likeness is a hint beside what phrases say, and everyday words are a hint of a hint.
const pointsEach = 0.2;
const everydayShare = 0.5;
const mostTellingEveryday = 1.5;

/** The stems of a text and each pair of neighbouring ones, once each, with the words that they are. */
function marksOf(words: readonly Stemmed[]): Map<string, readonly string[]> {
  const marks = new Map<string, readonly string[]>();
  words.forEach(({ word, stem }, at) => {
    marks.set(stem, [word]);
    const next = words[at + 1];
    if (next) marks.set(`${stem} ${next.stem}`, [word, next.word]);
  });
  return marks;
}

function codesByMark(): ReadonlyMap<string, ReadonlySet<string>> {
  const stem = stemmingOnce();
  const found = new Map<string, Set<string>>();
  for (const { code, text } of requestExamples)
    for (const mark of marksOf(wordsOf(text, stem)).keys()) {
      const sharing = found.get(mark);
      if (sharing) sharing.add(code);
      else found.set(mark, new Set([code]));
    }
  return found;
}

const sharedBy = onceAsked(codesByMark);

/** What a mark is worth for each code that has it: the more, the fewer they are. */
function worthOf(mark: string, sharing: number): number {
  const rarity = Math.log(1 + codes.length / sharing);
  return pointsEach * (isEveryday(mark) ? everydayShare * Math.min(rarity, mostTellingEveryday) : rarity);
}

/**
 * How like a text is to the examples of each code with which it shares a word that not any request uses: by all the
 * words that they share, and by each two that stand together in both.
 */
export function likenesses(words: readonly Stemmed[]): ReadonlyMap<string, Likeness> {
  const found = new Map<string, Likeness>();
  for (const [mark, said] of marksOf(words)) {
    const sharing = sharedBy().get(mark) ?? new Set();
    for (const code of sharing) {
      const likeness = found.get(code) ?? { points: 0, isTelling: false, words: new Set<string>() };
      likeness.points += worthOf(mark, sharing.size);
      likeness.isTelling ||= said.length === 1 && !isEveryday(mark);
      for (const word of said) likeness.words.add(word);
      found.set(code, likeness);
    }
  }
  return new Map([...found].filter(([, { isTelling }]) => isTelling));
}
