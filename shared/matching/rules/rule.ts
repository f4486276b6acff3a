import type { IsoDate } from "../facts/facts.ts";
import type { Pair } from "../facts/pair.ts";

/** A condition without which a pair is never proposed. */
export interface HardRule {
  readonly name: string;
  /** The day from which the rule, in this form, has been part of the engine. */
  readonly since: IsoDate;
  /** Whether a broker may set it aside for one person with a recorded reason. */
  readonly overridable: boolean;
  /** What a pair that passes has shown, in plain words. */
  readonly passed: string;
  readonly refuses: (pair: Pair) => boolean;
  /** The record that made the rule refuse; asked only of a pair that it refuses. */
  readonly why: (pair: Pair) => string;
}
