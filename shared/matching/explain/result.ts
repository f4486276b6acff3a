import type { PersonId, RequestId } from "../../domain/ids.ts";
import type { FairnessMode } from "../../domain/runs/matchingPolicy.ts";
import type { InputProblem } from "../facts/facts.ts";
import type { FitComponent } from "../fit/fit.ts";
import type { UnfollowedInstruction } from "../problem/pins.ts";
import type { GradedTotal } from "../solve/fair/withinDays.ts";
import type { FairReach } from "../solve/fair/worstFirst.ts";
import type { SolvedParts } from "../solve/memory.ts";
import type { MatchMetrics } from "./matchMetrics.ts";

/** What the objective loses, tier by tier; a tier gains where it is below 0. */
export interface LossTiers {
  /** Places by which people would fall short of their least loads. */
  readonly owed: number;
  readonly priorityWeighted: number;
  /** Basis points of fit less rotation. */
  readonly fit: number;
}

/** What the total would lose were somebody else proposed, by an exchange that can be made: no more is ever lost. */
export interface Loss extends LossTiers {
  /** Whether it is proved that no less is lost. */
  readonly certainty: "exact" | "at-most";
  /** What is lost for certain, by the prices that prove the run; null where they prove nothing of it. */
  readonly atLeast: LossTiers | null;
}

/** Somebody who could take the place, and why somebody else has it. */
export interface Alternate {
  readonly personId: PersonId;
  readonly fit: number;
  readonly whyNot: string;
  /** True when the person could step in with everybody else's proposals left as they are. */
  readonly freeNow: boolean;
  /** Null where no work of the run stands in the way, but a limit does. */
  readonly loss: Loss | null;
  /** Requests that would have to give the person up. */
  readonly neededBy: readonly RequestId[];
}

/** Somebody proposed for a place, and all that explains it. */
export interface Proposal {
  readonly requestId: RequestId;
  readonly personId: PersonId;
  /** Basis points, 0 to 10,000. */
  readonly fit: number;
  readonly pinned: boolean;
  readonly proposedLastRun: boolean;
  readonly distanceMetres: number | null;
  readonly components: readonly FitComponent[];
  readonly rulesPassed: readonly string[];
  readonly overridden: readonly { readonly rule: string; readonly reason: string }[];
  readonly warnings: readonly string[];
  readonly alternates: readonly Alternate[];
}

/** Room that somebody would need more. */
export interface MoreRoom {
  readonly personId: PersonId;
  readonly slots: number;
  readonly halfDays: number;
}

/** A change that would fill the place: each was tried on the run, or its part solved again with it. */
export interface Relaxation {
  readonly code: string;
  readonly sentence: string;
  /** Further places of this request that the change fills while every other request keeps all of its own. */
  readonly gain: number;
  /** People who would come to qualify, or of whom some would need more room. */
  readonly people: number;
  /** Other proposals that would move to somebody else for it. */
  readonly moved: number;
  /** The people who would need more room, least first; empty where the change is another one. */
  readonly more: readonly MoreRoom[];
}

/** A request with open places, why they are open, and what would fill them. */
export interface Unmet {
  readonly requestId: RequestId;
  readonly slots: number;
  readonly binding: { readonly code: string; readonly sentence: string };
  /** Changes that fill open places for certain, those that fill most first. */
  readonly relaxations: readonly Relaxation[];
  /** Whether every change was tried to the end; where not, more may help or help more (`unmetInFull`). */
  readonly isSettled: boolean;
  /** How many people with the expertise each hard rule refused. */
  readonly refusals: readonly { readonly rule: string; readonly people: number }[];
}

/** The lexicographic objective, highest tier first. */
export interface ObjectiveTiers {
  /** Places found for people up to their least loads. */
  readonly leastLoads: number;
  readonly priorityWeighted: number;
  /** Total fit and stability bonuses, less the rotation cost. */
  readonly fitLessRotation: number;
  readonly proposedAgain: number;
}

/** What is proven of an answer, and what is left in doubt. */
export interface CertificateSummary {
  /** True when the independent checker accepts feasibility, objective and bound. */
  readonly valid: boolean;
  /** True when it is proven that no answer is better by the policy: none of a greater total, or none that is fairer. */
  readonly optimal: boolean;
  /**
   * Of the best total: no answer can have a better first tier, nor a better next tier beside the same tiers before
   * it. Where the policy puts the worst place before the total, fit below it is what fairness costs, not a gap.
   */
  readonly bound: Omit<ObjectiveTiers, "proposedAgain">;
  readonly gap: Omit<ObjectiveTiers, "proposedAgain">;
  readonly checks: readonly { readonly name: string; readonly passed: boolean; readonly detail: string }[];
}

/** What the policy's fairness came to, and what it costs. */
export interface FairnessSummary {
  readonly mode: FairnessMode;
  readonly worstFit: number | null;
  /**
   * Total fit of the answer that is best by fit less rotation, less that of this one; below 0 where rotation or stability
   * was given up instead.
   */
  readonly lossInFit: number;
  /** How far it is proven that nothing is fairer; null where the policy does not ask for fairness. */
  readonly proven: FairReach | null;
  /** How many places that are not pinned, from the worst on, no answer has fairer; null like `proven`. */
  readonly placesProven: number | null;
  /** The best level that the worst place, of those not pinned, could have with as much of the first tiers; null where that is not proven. */
  readonly worstAtMost: number | null;
  /** What the places of parts too large to be climbed weigh by grade, and the least they could; null where there is none. */
  readonly graded: GradedTotal | null;
}

/** What one more place of this practitioner would buy. */
export interface PractitionerPrice {
  readonly personId: PersonId;
  readonly priorityWeighted: number;
  readonly fit: number;
}

/** All that a run answers: what is stored of it, and sealed. */
export interface MatchResult {
  readonly engineVersion: string;
  readonly inputDigest: string;
  readonly proposals: readonly Proposal[];
  readonly unmet: readonly Unmet[];
  readonly unfollowed: readonly UnfollowedInstruction[];
  readonly objective: ObjectiveTiers;
  readonly certificate: CertificateSummary;
  readonly fairness: FairnessSummary;
  readonly prices: readonly PractitionerPrice[];
  readonly metrics: MatchMetrics;
}

/** What a run answers: a certified result, or the rows that must be put right first. */
export type MatchOutcome =
  | {
      readonly kind: "matched";
      readonly result: MatchResult;
      /** The answers of its larger parts, which another run may have in common with it. */
      readonly solvedParts: SolvedParts;
    }
  | { readonly kind: "invalid-input"; readonly problems: readonly InputProblem[] };
