import { inWords } from "../terms.ts";

/** How a run's reasons are told of a practitioner, to others and to themself. */
const tellings: readonly (readonly [RegExp, string, string])[] = [
  [/^Claims (?!nothing)(.+?), (can .+)$/, "Says that they can help with $1: $2", "You can help with $1: $2"],
  [
    /^Works in (.+?), at a school for (.+)$/,
    "Works with $1, at a school for $2",
    "You work with $1, at a school for $2",
  ],
  [/^The practitioner's school beside (.+)$/, "The practitioner's school beside $1", "Your school beside $1"],
  [/^Works (.+) by choice$/, "Prefers to work $1", "You prefer to work $1"],
  [/^Can work (.+)$/, "Can work $1, and prefers another way", "You can work $1, and prefer another way"],
  [
    /^Gave no dates$/,
    "Gave no dates: any school day is taken as free",
    "You gave no dates: any school day is taken as free",
  ],
  [
    /^Holds 0 deployments or open offers now$/,
    "Had no other work or open offer",
    "You had no other work or open offer",
  ],
  [
    /^Holds (\d+) deployments? or open offers? now$/,
    "Had other work or open offers: $1",
    "You had other work or open offers: $1",
  ],
];

/** A reason of the fit, as the practitioner reads it of themself, or anybody else of them. */
export function reasonInWords(because: string, isTheirs: boolean): string {
  const told = inWords(because);
  const found = tellings.find(([pattern]) => pattern.test(told));
  return found ? told.replace(found[0], isTheirs ? found[2] : found[1]) : told;
}
