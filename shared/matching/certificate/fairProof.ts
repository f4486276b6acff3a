import type { ProofCase, ProvenPart } from "./proof.ts";

/** Prices of one tier, for each request, group and practitioner of the whole problem. */
export interface TierPrices {
  readonly requestPrice: Float64Array;
  readonly groupPrice: Float64Array;
  readonly slotPrice: Float64Array;
}

/**
 * Why no fairer answer exists: for each level of fit at which places must be filled, lowest first, the prices
 * of the nodes that are stuck at it. Nodes are requests, then groups, then practitioners; the prices of stage
 * `s` stand from `start[s]` up to `start[s + 1]`, and all others are 0.
 */
export interface FairStages {
  readonly level: Int32Array;
  readonly start: Int32Array;
  readonly node: Int32Array;
  readonly price: Int32Array;
}

/** Proof that an answer is best in the first tier, then fairest, then best in the last tier where there is one. */
export interface FairProof {
  readonly first: TierPrices;
  readonly stages: FairStages;
  readonly last: TierPrices | null;
}

/**
 * Why no answer within the days has fewer places at one level of fit, with the first tier and all lower levels as they
 * are: some requests that share nobody with others, at that level, and a bound of what is asked of them. A pair is
 * worth `scale` times what it is in the first tier less the penalty of its level, which others than those told do not
 * have. The proof numbers requests as they are told here, and their pairs that no lower level decided in that order.
 */
export interface RungProof {
  readonly level: number;
  readonly requests: Int32Array;
  readonly groups: Int32Array;
  readonly scale: number;
  readonly penalties: ReadonlyMap<number, number>;
  readonly proof: ProofCase;
}

/** Proof that an answer is best in the first tier, counted `scale` times, and then of each level that has one, lowest first. */
export interface LadderProof {
  readonly first: { readonly scale: number; readonly parts: readonly ProvenPart[] };
  readonly rungs: readonly RungProof[];
}

/**
 * Why the places of every answer weigh at least so much by level that has as much of the first tier, and as many places, as
 * one that is known: the bound of a problem in which a pair is worth `scale` times what it is in the first tier, and
 * `perPlace`, less what its level weighs.
 */
export interface LevelsProof {
  readonly scale: number;
  readonly perPlace: number;
  readonly proof: ProofCase;
}

/** Why no answer as good has all its places above a level: as if they weighed nothing, they weigh more than that. */
export interface WorstProof extends LevelsProof {
  readonly level: number;
}
