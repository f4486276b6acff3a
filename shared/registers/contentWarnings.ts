/** What a free text seems to hold that should not be typed into a request. */
export type ContentFinding =
  | "pupil-name"
  | "date-of-birth"
  | "upn"
  | "nhs-number"
  | "phone-number"
  | "email-address"
  | "postal-address"
  | "safeguarding-case";

/** The finding and where it stands, as UTF-16 offsets into the text. The text itself is never copied. */
export type ContentWarning = {
  readonly kind: "personal-data" | "safeguarding-content";
  readonly finding: ContentFinding;
  readonly start: number;
  readonly end: number;
};

type Detector = {
  readonly finding: ContentFinding;
  readonly pattern: RegExp;
  readonly confirms?: (found: string) => boolean;
};

const upnLetters = "ABCDEFGHJKLMNPQRTUVWXYZ";

// Weights 2 to 13 over the digits, remainder of 23 gives the letter (DfE guide to unique pupil numbers).
function isUpn(found: string): boolean {
  const values = Array.from(found.slice(1), (each) =>
    /\d/.test(each) ? Number(each) : upnLetters.indexOf(each.toUpperCase()),
  );
  const sum = values.reduce((total, value, index) => total + value * (index + 2), 0);
  return upnLetters[sum % upnLetters.length] === found.charAt(0).toUpperCase();
}

// Modulus 11 with weights 10 to 2 (NHS Data Dictionary).
function isNhsNumber(found: string): boolean {
  const digits = Array.from(found.replaceAll(/\D/g, ""), Number);
  const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0);
  return (11 - (sum % 11)) % 11 === digits[9];
}

const child = "(?:pupil|child|student|boy|girl|son|daughter|brother|sister|learner)";
const someone = `(?:(?:a|an|one|another|this|that|the|our|my|some|two|three|several) (?:[\\w-]+ ){0,3}?(?:${child}s?|children|teacher|member of staff|parent|mother|father|carer)|he|she|they)`;
const harm =
  "(?:disclos\\w+|self[- ]harm\\w*|(?:sexual|physical|emotional|domestic) abuse|abus(?:ed|ing|ive)|neglected|groom(?:ed|ing)|exploited|suicid\\w+|overdos\\w+|assault\\w*|inappropriate(?:ly)? touch\\w*|bruis\\w+|beaten|hit (?:him|her|them))";

const detectors: readonly Detector[] = [
  { finding: "email-address", pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g },
  { finding: "upn", pattern: /\b[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]\b/gi, confirms: isUpn },
  { finding: "nhs-number", pattern: /\b\d{3}[ -]?\d{3}[ -]?\d{4}\b/g, confirms: isNhsNumber },
  { finding: "phone-number", pattern: /(?:\+44\s?(?:\(0\)\s?)?|\b0)(?:\d[\s-]?){8,9}\d\b/g },
  {
    finding: "date-of-birth",
    pattern:
      /\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?)\b[\s:-]{0,3}(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9},? \d{4})/gi,
  },
  {
    finding: "postal-address",
    pattern: /\b\d{1,3}[a-z]? (?:[A-Z][a-z]+ ){1,3}(?:Road|Street|Lane|Avenue|Close|Drive|Crescent|Way)\b/g,
  },
  {
    // A capitalised word right after "pupil called", or a child's age or year group right after a name.
    finding: "pupil-name",
    pattern: new RegExp(
      `\\b${child}s? (?:is |was )?(?:called|named) [A-Z][a-z]+(?: [A-Z][a-z'-]+)?|\\b(?:[Pp]upil|[Cc]hild|[Ss]tudent)s?[:,]? [A-Z][a-z]+ [A-Z][a-z'-]+\\b|\\b[A-Z][a-z]+(?: [A-Z][a-z'-]+)?(?:,| \\(| who is) ?(?:aged? \\d{1,2}\\b|in [Yy](?:ear )?\\d{1,2}\\b|\\d{1,2} years? old)`,
      "g",
    ),
  },
  {
    finding: "safeguarding-case",
    pattern: new RegExp(
      `\\b${someone}\\b[^.!?\\n]{0,80}?\\b${harm}|\\b${harm}\\b[^.!?\\n]{0,60}?\\b(?:by|from|against|about|to) ${someone}\\b`,
      "gi",
    ),
  },
  {
    finding: "safeguarding-case",
    pattern:
      /\ballegations? (?:has been |have been |was |were )?(?:made |about |against |of )|\b(?:referred|referral) to (?:the )?(?:lado|mash|social care|children's services|police)\b|\bchild protection (?:plan|conference) for\b|\b(?:police|social worker) (?:is|are|has been|have been) (?:investigating|involved)\b/gi,
  },
];

// Talk of training, policy or provision is what requests are for; it is about nobody.
const isAboutPractice =
  /\b(?:train\w*|polic(?:y|ies)|procedures?|audit|curriculum|lessons?|workshop|inset|how to (?:respond|handle|manage|record)|awareness|assembl(?:y|ies)|prevent\w*|strateg(?:y|ies))\b/i;

function sentenceAround(text: string, start: number, end: number): string {
  const before =
    Math.max(text.lastIndexOf(".", start), text.lastIndexOf("\n", start), text.lastIndexOf("!", start)) + 1;
  const after = text.slice(end).search(/[.!?\n]/);
  return text.slice(before, after === -1 ? text.length : end + after);
}

const isPresentCase =
  /\b(?:yesterday|last (?:night|week)|today|this (?:week|morning)|told (?:us|me|a|her|his)|has (?:disclosed|said|told)|allegations?|lado|mash|police)\b/i;

function isCase(text: string, start: number, end: number): boolean {
  const sentence = sentenceAround(text, start, end);
  return !isAboutPractice.test(sentence) || isPresentCase.test(sentence);
}

const numbers: readonly ContentFinding[] = ["upn", "nhs-number", "phone-number"];

// One string of digits is one finding, whichever kinds of number it could be.
function isAlreadyFound(found: readonly ContentWarning[], next: ContentWarning): boolean {
  return found.some(
    (earlier) =>
      earlier.start < next.end &&
      next.start < earlier.end &&
      (earlier.finding === next.finding ||
        (numbers.includes(earlier.finding) && numbers.includes(next.finding))),
  );
}

/**
 * Looks for personal data and safeguarding cases in a free text, and says of what kind and where, so that a
 * page can ask its writer to take them out. Heuristic: it reads patterns, not meaning, and keeps no text.
 * General talk, such as a request for safeguarding training, gives no warning.
 */
export function contentWarnings(text: string): ContentWarning[] {
  const found: ContentWarning[] = [];
  for (const { finding, pattern, confirms } of detectors) {
    const isCaseFinding = finding === "safeguarding-case";
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (confirms && !confirms(match[0])) continue;
      if (isCaseFinding && !isCase(text, start, end)) continue;
      const kind = isCaseFinding ? "safeguarding-content" : "personal-data";
      const warning: ContentWarning = { kind, finding, start, end };
      if (!isAlreadyFound(found, warning)) found.push(warning);
    }
  }
  return found.toSorted((a, b) => a.start - b.start || a.end - b.end);
}
