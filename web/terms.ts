import type { DeclineReason, OfferState } from "../shared/domain/offers/offer.ts";
import type { FollowUpSpan } from "../shared/domain/outcomes/outcome.ts";
import type { ConsentParty } from "../shared/domain/partnership.ts";
import type { RequestState } from "../shared/domain/requests/request.ts";
import type {
  Audience,
  ClaimLevel,
  Mode,
  Phase,
  Setting,
  SupportType,
  Urgency,
} from "../shared/domain/vocabulary.ts";
import { titleOf } from "../shared/registers/taxonomy.ts";
import type * as z from "zod";
import type { Option } from "./fields.ts";
import { capital } from "./html.ts";
import { shortDate } from "./words.ts";

/** The coded words of the domain, as people read them. */
export const modesInWords: Readonly<Record<Mode, string>> = {
  "on-site": "at the school",
  remote: "remotely",
  hybrid: "partly at the school, partly remotely",
};

export const phasesInWords: Readonly<Record<Phase, string>> = {
  "early-years": "early years",
  primary: "primary",
  secondary: "secondary",
  "post-16": "post-16",
};

export const levelsInWords: Readonly<Record<ClaimLevel, string>> = {
  "can-share": "can share it",
  "can-coach": "can coach it",
  "can-lead-review": "can lead a review of it",
};

export const supportTypesInWords: Readonly<Record<SupportType, string>> = {
  coaching: "coaching",
  review: "a review",
  training: "training",
  "model-lesson": "model lessons",
  resource: "materials",
  network: "a network",
};

export const audiencesInWords: Readonly<Record<Audience, string>> = {
  headteacher: "the head",
  "senior-leaders": "senior leaders",
  "middle-leaders": "middle leaders",
  teachers: "teachers",
  "support-staff": "support staff",
  "business-staff": "business staff",
  governors: "governors",
};

export const settingsInWords: Readonly<Record<Setting, string>> = {
  "small-school": "small schools",
  special: "special schools",
  "alternative-provision": "alternative provision",
  faith: "faith schools",
};

export const urgenciesInWords: Readonly<Record<Urgency, string>> = {
  "this-week": "this week",
  "this-half-term": "this half term",
  "this-term": "this term",
  "this-year": "this academic year",
};

/** Priorities of requests: a run weighs 4 most. */
export const prioritiesInWords: Readonly<Record<string, string>> = {
  1: "when there is room",
  2: "in turn",
  3: "soon",
  4: "before all others",
};

export const requestStatesInWords: Readonly<Record<RequestState, string>> = {
  draft: "a draft that you have not sent",
  submitted: "sent",
  triaged: "with the broker",
  open: "open: people are looked for",
  agreed: "agreed",
  "in-delivery": "under way",
  review: "being reviewed",
  closed: "closed",
};

export const offerStatesInWords: Readonly<Record<OfferState, string>> = {
  sent: "asked",
  accepted: "the practitioner said yes",
  agreed: "agreed by all three",
  countered: "other terms were suggested",
  declined: "somebody said no",
  expired: "not answered in time",
  withdrawn: "withdrawn",
  superseded: "others took the place",
};

export const declineReasonsInWords: Readonly<Record<z.infer<typeof DeclineReason>, string>> = {
  "no-capacity-now": "I have no time for it now",
  "dates-do-not-suit": "The dates do not suit me",
  "too-far": "It is too far",
  "not-my-expertise": "It is not what I can help with",
  "conflict-of-interest": "I have an interest in this school",
  "release-refused": "My head will not release me",
  "terms-not-agreed": "I do not agree with the terms",
  personal: "For personal reasons",
  other: "Another reason",
};

export const partiesInWords: Readonly<Record<ConsentParty, string>> = {
  practitioner: "the practitioner",
  "home-head": "the practitioner's own head",
  "receiving-head": "the head of the school that asked",
};

export const spansInWords: Readonly<Record<FollowUpSpan, string>> = {
  "one-term": "a term after",
  "three-terms": "three terms after",
};

/** The options of a choice, from a table of words. */
export const optionsOf = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([value, text]) => [value, capital(text)]);

/** A code of expertise as people read it. */
export const codeInWords = titleOf;

const metresInMile = 1609.344;

/** A distance in miles, to a tenth unless told otherwise. */
export const inMiles = (metres: number, decimals = 1): string => (metres / metresInMile).toFixed(decimals);

/** Miles in metres. */
export const milesInMetres = (miles: number): number => Math.round(miles * metresInMile);

const modes: Readonly<Record<string, string>> = modesInWords;

/** Parts of the sentences of a run that codes or a trade say shortly, and how they are told to people. */
const tellings: readonly (readonly [RegExp, (...found: string[]) => string])[] = [
  [/\b[A-Z]{2}-[A-Z0-9]{2,6}\b/g, (code = "") => codeInWords(code)],
  ...Object.entries(levelsInWords).map(
    ([level, words]) => [new RegExp(` at level ${level}`), () => `, ${words}`] as const,
  ),
  [/^pupils/, () => "the practitioner's school beside the one that asked: pupils"],
  [/([\d.]+) km between/, (_, kilometres) => `${inMiles(Number(kilometres) * 1000)} miles between`],
  // To a hundredth, or a distance would look like the limit that it is beyond.
  [/([\d.]+) km\b/g, (_, kilometres) => `${inMiles(Number(kilometres) * 1000, 2)} miles`],
  [/\b\d{4}-\d\d-\d\d\b/g, (date = "") => shortDate(date)],
  [/early-years/g, () => phasesInWords["early-years"]],
  [/\b(works?) (on-site|remote|hybrid)\b/i, (_, works = "", mode = "") => `${works} ${modes[mode] ?? mode}`],
  [/^Any code of the same family/, () => "Help with something near to it"],
];

/** A sentence of a run, or a reason of a fit, as its reader says it. */
export function inWords(sentence: string): string {
  const told = tellings.reduce((text, [pattern, tell]) => text.replace(pattern, tell), sentence);
  return capital(told);
}
