/** A word of a text as it was written, and the stem under which it is looked up. */
export type Stemmed = { readonly word: string; readonly stem: string };

// Words that any request uses; matching on them would suggest codes by chance.
const everyday = new Set(
  (
    "a about across after again all alongside already also am among an and another any anyone anybody are around as ask asked at away " +
    "back be because become been before being below best better between both but by can cannot come could day do does done " +
    "down each either else end enough ever every everyone everybody few find first for from full get give go going good got had half has have " +
    "he her here him his how i if in into is it its just keep kind know last least less let like little look lot make " +
    "many may me more most much must my need needs never new next no nobody none not nothing now of off often on once one " +
    "only or other our out over own part per perhaps person place please point put quite rather really right run same say " +
    "see seem several she should since so some someone somebody something soon start still such sure take than thank that the their them " +
    "then there these they thing think this those three through time to together too two under until up us use used using " +
    "value very want wanted was way we week well were what when where whether which while who whole why will with within without " +
    "work working would yet you your school schools pupil pupils child children student students teacher teachers staff class " +
    "classes help support advice visit term terms year years month months day days key stage primary secondary academy lesson lessons " +
    "teach teaching taught learn learning lead leader leaders leading head heads headteacher colleague colleagues experience experienced " +
    "improve improving improvement develop developing development plan planning provision quality level levels wide across via etc " +
    "post job number understand arrive arriving growing opening open procedures monitor place places conversation own " +
    "team use useful weak strong poor low high small large four five six seven eight nine ten twelve twenty"
  ).split(" "),
);

const endings: readonly (readonly [RegExp, string])[] = [
  [/ies$/, "y"],
  [/(ss|us|is)$/, "$1"],
  [/(sh|ch|x|z)es$/, "$1"],
  [/s$/, ""],
  [/(?<=\w{4})(?:ing|ed|ly)$/, ""],
  [/(?<=\w{4})(?:er|or)$/, ""],
  [/(?<=\w{5})(?:ance|ence)$/, ""],
  [/(?<=\w{4})(?:ation|ition|ion)$/, ""],
  [/(?<=\w{4})(?:al|ic)$/, ""],
  [/(?<=\w{4})e$/, ""],
  [/(\w{3}[bdgmnprt])\1$/, "$1"],
];

/** The stem of a word: rough, but the same for a text and for the taxonomy. */
export function stemOf(word: string): string {
  let stem = word.toLowerCase();
  for (const [ending, replacement] of endings) {
    if (!ending.test(stem)) continue;
    stem = stem.replace(ending, replacement);
  }
  return stem.replace(/([bdgmnprt])\1$/, "$1");
}

/** The words of a text in order. A word keeps an ampersand or hyphen inside it apart: `d&t` is one word. */
export function wordsOf(text: string): Stemmed[] {
  const found = text.toLowerCase().match(/[a-z0-9]+(?:&[a-z0-9]+)*/g) ?? [];
  return found.map((word) => ({ word, stem: stemOf(word) }));
}

/** Whether a word says anything about the need. */
export const isTelling = (word: string): boolean => word.length > 1 && !everyday.has(word);
