import type { Refusal } from "../../shared/contract/problems.ts";
import type { Partnership } from "../../shared/domain/partnership.ts";
import { changedSinceRead } from "../../shared/runtime/refusal.ts";
import { matchingInForce } from "../match/policyOf.ts";

/** A partnership as it is shown: what its runs weigh is told in full, whoever decided it. */
export const shownPartnership = (partnership: Partnership) => ({
  ...partnership,
  matching: matchingInForce(partnership.matching),
});

/** The same as it is once it is written in place of the one that was read. */
export const shownWritten = (partnership: Partnership) =>
  shownPartnership({ ...partnership, revision: partnership.revision + 1 });

/** Why rules are not written by somebody who read others than those in force; they may not have said what they read. */
export const changedSince = (read: number | undefined, now: Partnership | undefined): Refusal | undefined =>
  read === undefined || read === now?.revision ? undefined : changedSinceRead("partnership");
