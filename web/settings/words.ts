import { payersInWords } from "../../shared/domain/inWords.ts";
import { partiesInWords } from "../terms.ts";
import { pounds, shortDate } from "../words.ts";

export const fairnessInWords: Readonly<Record<string, string>> = {
  "total-fit": "the most fit in all",
  "worst-first": "the worst places first",
  "worst-first-among-best": "the worst places first, among the answers of most fit",
};

export const nearnessInWords: Readonly<Record<string, string>> = {
  exact: "the expertise asked for, and no other",
  sibling: "also what is near to it",
  family: "also anything of its family",
};

/** What each setting is called. */
export const settingNames: Readonly<Record<string, string>> = {
  name: "Name",
  area: "Area",
  brokerEmail: "Address of the brokers",
  fairness: "After the priorities comes",
  nearestExpertise: "Expertise that may be proposed",
  rotationCostPerLoad: "Points that each piece of work already held costs",
  stabilityBonus: "Points for what the last run proposed too",
  "weights.expertise": "Points for expertise",
  "weights.phase": "Points for phase",
  "weights.context": "Points for like schools",
  "weights.distance": "Points for distance",
  "weights.availability": "Points for availability",
  "weights.rotation": "Points for whose turn it is",
  "weights.workingStyle": "Points for the way of working",
  pastEmployerMonths: "Months without support of a school that one has left",
  pastMembershipMonths: "Months that a school stays tied to a trust it has left",
  reciprocalYears: "Years without support in return",
  consentOrder: "Who is asked, in this order",
  "consentWorkingDays.practitioner": "Working days for the practitioner",
  "consentWorkingDays.home-head": "Working days for their head",
  "consentWorkingDays.receiving-head": "Working days for the head of the school that asked",
  basePriority: "Priority of its requests, 4 counting most",
  offersPerWave: "Offers in one wave, at most",
  leastAcceptance: "Least share of yes that a wave expects of a proposal",
  payer: "Who pays",
};

/** A setting by its place, in words: of a rate, with the day from which it holds. */
export function settingInWords(what: string): string {
  const rate = /^rates\.([\d-]+)\.(\w+)$/.exec(what);
  if (!rate) return settingNames[what] ?? what;
  const [, from = "", part] = rate;
  return `${part === "dayRatePence" ? "Day rate" : "Of which for the home school,"} from ${shortDate(from)}`;
}

const parties: Readonly<Record<string, string>> = partiesInWords;
const payers: Readonly<Record<string, string>> = payersInWords;
const inTurn = (value: string): string =>
  value
    .split(" ")
    .map((each) => parties[each] ?? each)
    .join(", then ");

/** A share in percent, with all its digits but those that come of counting in halves. */
export const inPercent = (share: number): number => Number((share * 100).toPrecision(14));

const hundredths = (value: string): string => String(Number(value) / 100);

const values: Readonly<Record<string, (value: string) => string>> = {
  fairness: (value) => fairnessInWords[value] ?? value,
  nearestExpertise: (value) => nearnessInWords[value] ?? value,
  payer: (value) => payers[value] ?? value,
  rotationCostPerLoad: hundredths,
  stabilityBonus: hundredths,
  leastAcceptance: (value) => `${inPercent(Number(value))} %`,
  consentOrder: inTurn,
};

/** The value of a setting in words. */
export function valueInWords(what: string, value: string | undefined): string {
  if (value === undefined || value === "-") return "Nothing said";
  return what.endsWith("Pence") ? pounds(Number(value)) : (values[what]?.(value) ?? value);
}
