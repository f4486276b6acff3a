import type { ConsentParty } from "../../../shared/domain/partnership.ts";
import type { Weighted } from "../population/chance.ts";

/** What a party does when it is asked. */
export type Answer = "yes" | "no" | "counter" | "silence";

/** How parties of a round answer: the first round has everything, a later one settles. */
export type Manners = Readonly<Record<ConsentParty, Weighted<Answer>>>;

export const firstRound: Manners = {
  practitioner: [
    ["yes", 74],
    ["no", 12],
    ["counter", 6],
    ["silence", 8],
  ],
  "home-head": [
    ["yes", 90],
    ["no", 4],
    ["counter", 3],
    ["silence", 3],
  ],
  "receiving-head": [
    ["yes", 94],
    ["no", 3],
    ["counter", 1],
    ["silence", 2],
  ],
};

export const laterRound: Manners = {
  practitioner: [
    ["yes", 86],
    ["no", 14],
  ],
  "home-head": [
    ["yes", 96],
    ["no", 4],
  ],
  "receiving-head": [["yes", 1]],
};

/** Why practitioners decline, each as often as its weight. */
export const declineReasons = [
  ["no-capacity-now", 30],
  ["dates-do-not-suit", 26],
  ["too-far", 12],
  ["not-my-expertise", 10],
  ["conflict-of-interest", 6],
  ["personal", 8],
  ["other", 8],
] as const;

/** What parties answered in a round, counted. */
export interface Answered {
  accepted: number;
  declined: number;
  countered: number;
  countersTaken: number;
  released: number;
  releaseRefused: number;
  agreed: number;
  notAgreed: number;
  silent: number;
  /** Acceptances that came after the last place or day was taken. */
  tooLate: number;
}

export const nothingAnswered = (): Answered => ({
  accepted: 0,
  declined: 0,
  countered: 0,
  countersTaken: 0,
  released: 0,
  releaseRefused: 0,
  agreed: 0,
  notAgreed: 0,
  silent: 0,
  tooLate: 0,
});
