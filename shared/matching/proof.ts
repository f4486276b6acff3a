/**
 * Why no better answer exists for one part of a problem. Prices bound everything that a case allows; a split
 * says that every answer either leaves a pair out or takes it, and proves both. Pairs, requests and groups
 * are those of the whole problem; prices stand in the order of the part's requests and groups.
 */
export type ProofCase =
  | { readonly kind: "prices"; readonly requestPrice: Float64Array; readonly groupPrice: Float64Array }
  | {
      readonly kind: "split";
      readonly pair: number;
      readonly without: ProofCase;
      readonly taking: ProofCase;
    };

/** Requests that share no practitioner with those of any other part. */
export interface ProvenPart {
  readonly requests: Int32Array;
  readonly groups: Int32Array;
  readonly proof: ProofCase;
}

/** An answer with its proof. */
export interface ProvenAnswer {
  /** 1 for each pair that is chosen. */
  readonly taken: Uint8Array;
  readonly parts: readonly ProvenPart[];
}
