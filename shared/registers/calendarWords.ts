import type { SpanKind } from "../domain/calendar/calendarYear.ts";

/**
 * What the words of a summary say: what its days are, that its day is the first or last one of school or of a
 * holiday, that it is a bank holiday, or nothing that is known.
 */
export type Meaning =
  | { readonly says: "days"; readonly kind: SpanKind }
  | { readonly says: "edge"; readonly of: "term" | "holiday"; readonly edge: "first" | "last" }
  | { readonly says: "bank-holiday" }
  | { readonly says: "nothing" };

/** What days are on which pupils stay at home; on a disaggregated one staff have done their training in the evenings. */
const dayWords: readonly (readonly [RegExp, SpanKind])[] = [
  [/\bdisaggregated\b/i, "closed"],
  [
    /\b(?:inset|in-service|non[- ]pupil|pupil[- ]free|closed to (?:all )?(?:pupils|students|children))\b/i,
    "inset",
  ],
  [
    /\b(?:staff (?:training|development)|(?:teacher )?training days?|occasional day|(?:pd|cpd|professional development) days?)\b/i,
    "inset",
  ],
];

/** What other words say; the first that fits decides. */
const kindWords: readonly (readonly [RegExp, SpanKind])[] = [
  [/\b(?:half[- ]?term|holidays?|break|vacation)\b/i, "holiday"],
  [/\b(?:closed|closure)\b/i, "closed"],
  [/(?<!\bmid[- ])\bterm\b/i, "term"],
];

const bankHoliday = /\bbank holiday\b/i;
const holiday = /\b(?:half[- ]?term|holidays?|vacation|christmas|easter|break(?!s? up))\b/i;
const school = /\b(?:terms?|schools?|academy|college|academic year|pupils|students|children)\b/i;
const first =
  /\b(?:start|starts|starting|begin|begins|beginning|commences?|first day|(?:re-?)?opens?|returns?|resumes?|back)\b/i;
const comingBack = /\b(?:(?:re-?)?opens?|returns?|resumes?|back)\b/i;
const last = /\b(?:ends?|ending|finish|finishes|last day|closes|schools close|breaks? up|breaking up)\b/i;
const goingHome = /\b(?:closes|schools close|breaks? up|breaking up)\b/i;

/** The words of which a summary must be made to be read as one end of something: any other may change its meaning. */
const plainWords = new Set(
  `a academic academy after again all am and at autumn back before begin beginning begins break breaking breaks children
  christmas close closes college commence commences day days easter end ending ends finish finishes first following for
  from half halfterm holiday holidays in last lent may michaelmas new october february of on open opens pm pupils re
  reopen reopens resume resumes return returns school schools second spring start starting starts students summer term
  terms the third to trinity until up vacation winter year years monday tuesday wednesday thursday friday january march april
  june july august september november december`
    .trim()
    .split(/\s+/),
);
const isPlain = (word: string): boolean => plainWords.has(word) || /^\d+(?:st|nd|rd|th|am|pm)?$/.test(word);

function edgeIn(summary: string): Meaning | undefined {
  const [isFirst, isLast] = [first.test(summary), last.test(summary)];
  const words = summary.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (isFirst === isLast || !words.every(isPlain)) return undefined;
  const edge = isFirst ? "first" : "last";
  if (!holiday.test(summary)) return school.test(summary) ? { says: "edge", of: "term", edge } : undefined;
  const isOfTerm = isFirst
    ? comingBack.test(summary) || /\b(?:after|following|from)\b/i.test(summary)
    : goingHome.test(summary) || /\b(?:for|before)\b/i.test(summary);
  return { says: "edge", of: isOfTerm ? "term" : "holiday", edge };
}

/** A summary with its dashes and spaces of whatever kind as the plain one: half-term is set with several. */
export const plainly = (summary: string): string =>
  summary.replaceAll(/\p{Pd}/gu, "-").replaceAll(/\s+/g, " ");

/** What a summary says. */
export function meaningOf(written: string): Meaning {
  const summary = plainly(written);
  if (bankHoliday.test(summary)) return { says: "bank-holiday" };
  const kindBy = (words: typeof kindWords) => words.find(([each]) => each.test(summary))?.[1];
  const day = kindBy(dayWords);
  const edge = day ? undefined : edgeIn(summary);
  if (edge) return edge;
  const kind = day ?? kindBy(kindWords);
  // One end of a term or holiday in words that are not all known is not the whole of it.
  const mayBeEdge = (kind === "term" || kind === "holiday") && (first.test(summary) || last.test(summary));
  const isUnclear = kind === undefined || mayBeEdge;
  return isUnclear ? { says: "nothing" } : { says: "days", kind };
}
