import type { Evidence } from "../../domain/runs/explanation.ts";
import type { Pair } from "../facts/pair.ts";

/** A condition without which a pair is never proposed. */
export interface HardRule {
  readonly name: string;
  /** Whether a broker, and nobody else, may set it aside for one person with a recorded reason. */
  readonly overridable: boolean;
  /** Whether it is about what practitioners declared or agreed, or registers say, and may be told to themselves. */
  readonly isOwn: boolean;
  /** How those whom it refuses are described, after their number. */
  readonly refused: string;
  /** Who could come without it, as a sentence begins; a rule without these words is not proposed to be set aside. */
  readonly without?: string;
  readonly refuses: (pair: Pair) => boolean;
  /** Why the rule refuses, in words that tell nobody what is private; asked only of a pair that it refuses. */
  readonly why: (pair: Pair) => string;
  /** The records that made the rule refuse, at least one; asked only of a pair that it refuses. */
  readonly evidence: (pair: Pair) => readonly Evidence[];
  /**
   * What it is that the rule refuses for, by names that stay while it is the same: an override holds for what was
   * named in it. A rule without it is set aside for whatever makes it refuse.
   */
  readonly causes?: (pair: Pair) => readonly string[];
}

const undated = { from: null, to: null } as const;

/** What the practitioner's own record says. */
export const ofPractitioner = ({ practitioner }: Pair, what: string): readonly Evidence[] => [
  { record: "practitioner", of: practitioner.id, what, ...undated },
];

/** What the request says. */
export const ofRequest = ({ request }: Pair, what: string): readonly Evidence[] => [
  { record: "request", of: request.id, what, ...undated },
];
