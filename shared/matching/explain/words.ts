/** Basis points as people read them: points out of 100. */
export const inPoints = (basisPoints: number): string => `${basisPoints / 100}`;

/** The name of a fit component within a sentence. */
export const componentWord = (name: string): string => (name === "workingStyle" ? "working style" : name);

/** A count with its noun, in the singular for one. */
export const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** Names one after another, the last behind an "and". */
export const listed = (names: readonly string[]): string =>
  [...(names.length > 1 ? [names.slice(0, -1).join(", ")] : []), ...names.slice(-1)].join(" and ");

/** How those whom a rule refuses are described, after their number. */
const refusedWords: Readonly<Record<string, string>> = {
  expertise: "below the level asked for or with a code not near enough",
  "same-school": "at the school that asks",
  "same-trust": "in the same trust",
  "same-federation": "in the same federation",
  "past-employer": "lately at the school that asks",
  "same-foundation": "in the same foundation trust",
  "same-umbrella": "in the same umbrella trust",
  "same-group": "in a group with the school of which the kind is not known",
  "declared-reason": "for a declared reason",
  reciprocal: "from a school that this one has lately supported",
  "home-school-in-concern": "from a school in a category of concern",
  "assurance-lapsed": "without a valid letter of assurance",
  "designation-missing": "without the designation",
  parked: "not taking offers at present",
  "held-already": "on the request already",
  "declined-already": "unwilling, having declined it",
  excluded: "excluded by the broker",
  phase: "in another phase",
  mode: "not working in the way asked for",
  "too-far": "too far away",
  unavailable: "not free in the dates asked for",
  "no-slots": "with no further deployment to give",
  "no-days": "with too few days left",
};

/** How people whom rules refuse are described, each rule with their number. */
export const refusedInWords = (
  refused: readonly { readonly rule: string; readonly people: number }[],
): string =>
  refused.map(({ rule, people }) => `${people} ${refusedWords[rule] ?? `refused by ${rule}`}`).join(", ");

/** Orders texts by their code units, the same on any machine: 0 only for the same text. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
