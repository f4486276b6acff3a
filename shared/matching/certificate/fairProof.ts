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
