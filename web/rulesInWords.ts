import { capital } from "./html.ts";

/** The hard rules, each by what it is about. */
const rules: Readonly<Record<string, string>> = {
  expertise: "expertise",
  "same-school": "the school's own staff",
  "same-trust": "same trust",
  "same-federation": "same federation",
  "same-foundation": "same foundation trust",
  "same-umbrella": "same umbrella trust",
  "same-group": "same group of schools",
  "past-employer": "worked at the school before",
  "declared-reason": "a tie that they declared",
  reciprocal: "support that goes both ways",
  "home-school-in-concern": "own school in a category of concern",
  "assurance-lapsed": "letter of assurance",
  "designation-missing": "designation",
  parked: "on a break",
  "held-already": "on this request already",
  "declined-already": "said no to this request",
  excluded: "excluded by the broker",
  phase: "phase",
  mode: "way of working",
  "too-far": "distance",
  unavailable: "dates",
  "no-slots": "pieces of work left this year",
  "no-days": "days left this year",
};

/** What leaves places open beside the rules. */
const others: Readonly<Record<string, string>> = {
  "no-expertise": "nobody can help with it",
  "too-few-qualify": "fewer people may come than are asked for",
  "one-school": "the limit on people from one school",
  capacity: "days and places taken by other work",
};

/** A rule by what it is about; one that is not known here by its name. */
export const ruleInWords = (rule: string): string => rules[rule] ?? rule.replaceAll("-", " ");

/** A refusal of the API, in which each rule stands by its name before a colon. */
export const rulesTold = (detail: string): string =>
  detail.replace(/\b([a-z-]+): /g, (all, rule: string) => (rules[rule] ? `${capital(rules[rule])}: ` : all));

/** What leaves places open, as a run names it. */
export const constraintsInWords = { ...rules, ...others };
