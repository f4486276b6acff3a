import { onceAsked } from "./onceAsked.ts";
import { codes } from "./taxonomy.ts";
import { signsOf } from "./triageSigns.ts";
import { isEveryday, stemmingOnce, wordsOf } from "./triageWords.ts";

/** A turn of phrase that points to a code, as distinct stems. */
export type Phrase = {
  readonly code: string;
  readonly stems: readonly string[];
  /** What the phrase is worth beside others: a title a little more than what else is said of a code. */
  readonly weight: number;
  /** How telling its stems are together. */
  readonly telling: number;
};

const titleWeight = 1.5;
const mostTellingEveryday = 1.5;
const shortestGuessed = 6;
const longestTail = 3;

type Saying = Pick<Phrase, "code" | "stems" | "weight">;

function sayings(): readonly Saying[] {
  const stem = stemmingOnce();
  const stemsOf = (text: string): string[] => [...new Set(wordsOf(text, stem).map((word) => word.stem))];
  return codes
    .flatMap(({ code, title, words }) => [
      { code, stems: stemsOf(title), weight: titleWeight },
      ...[...words, ...signsOf(code)].map((text) => ({ code, stems: stemsOf(text), weight: 1 })),
    ])
    .filter(({ stems }) => stems.length > 0);
}

function groupedByStem<Said extends { readonly stems: readonly string[] }>(sayings: readonly Said[]) {
  const found = new Map<string, Said[]>();
  for (const saying of sayings)
    for (const stem of saying.stems) {
      const sharing = found.get(stem);
      if (sharing) sharing.push(saying);
      else found.set(stem, [saying]);
    }
  return found;
}

const said = onceAsked(sayings);

const telling = onceAsked(
  (): ReadonlyMap<string, number> =>
    new Map(
      Array.from(groupedByStem(said()), ([stem, sharing]): [string, number] => {
        const rarity = Math.log(1 + codes.length / new Set(sharing.map(({ code }) => code)).size);
        return [stem, isEveryday(stem) ? Math.min(rarity, mostTellingEveryday) : rarity];
      }),
    ),
);

/** How telling stems are together: each the more, the fewer codes it is said of; little if any request uses it. */
export const tellingOf = (stems: readonly string[]): number =>
  stems.reduce((sum, stem) => sum + (telling().get(stem) ?? 0), 0);

/** The phrases that hold a stem, by stem. */
export const phrasesByStem = onceAsked((): ReadonlyMap<string, readonly Phrase[]> =>
  groupedByStem(said().map((saying) => ({ ...saying, telling: tellingOf(saying.stems) }))),
);

/** Whether one letter more, one other, or two that changed places make one word of the other. */
function isOneApart(a: string, b: string): boolean {
  if (a.length > b.length) return isOneApart(b, a);
  const at = Array.from(a).findIndex((letter, index) => letter !== b[index]);
  if (at < 0) return b.length - a.length <= 1;
  if (a.length < b.length) return a.slice(at) === b.slice(at + 1);
  const isSwapped = a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
  return isSwapped || a.slice(at + 1) === b.slice(at + 1);
}

const isNear = (stem: string, known: string): boolean =>
  known[0] === stem[0] &&
  known.length >= shortestGuessed - 1 &&
  Math.abs(known.length - stem.length) <= longestTail &&
  (known.startsWith(stem) || stem.startsWith(known) || isOneApart(stem, known));

/**
 * The stem that phrases hold for a stem of a text: itself, or for a long one that no phrase holds, the nearest in
 * length of those with another ending or one letter astray, ties by letters.
 */
export function heldStem(stem: string): string {
  if (phrasesByStem().has(stem) || isEveryday(stem) || stem.length < shortestGuessed) return stem;
  const distance = (known: string): number => Math.abs(known.length - stem.length);
  const [nearest] = Array.from(phrasesByStem().keys())
    .filter((known) => isNear(stem, known))
    .toSorted((a, b) => distance(a) - distance(b) || (a < b ? -1 : 1));
  return nearest ?? stem;
}
