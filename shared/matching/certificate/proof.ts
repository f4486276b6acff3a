/**
 * Why no better answer exists for one part of a problem. Prices bound everything that a case allows; a split
 * says that every answer either leaves a pair out or takes it, and proves both. A ceiling reads worths and costs to the
 * nearest `unit`: `count` bounds how many units an answer holds, each read as `fineness`, and only whole ones count; in
 * `rest` every unit is worth `price` less, so that no answer is worth more than what `rest` proves and the price of as many
 * units as there can be. Within either, further cases read what it reads. Pairs, requests and groups are those of the
 * whole problem; prices stand in the order of the part's requests and groups.
 */
export type ProofCase =
  | PricesProof
  | {
      readonly kind: "split";
      readonly pair: number;
      readonly without: ProofCase;
      readonly taking: ProofCase;
    }
  | {
      readonly kind: "ceiling";
      readonly unit: number;
      readonly fineness: number;
      readonly price: number;
      readonly count: ProofCase;
      readonly rest: ProofCase;
    };

export interface PricesProof {
  readonly kind: "prices";
  readonly requestPrice: Float64Array;
  readonly groupPrice: Float64Array;
}

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

/** What a part of an answer is worth, and the bound that nothing better passes: exact, however large. */
export interface Worth {
  readonly objective: bigint;
  readonly bound: bigint;
}

/** The same as the checker reckons it; null where an answer or its prices are no exact whole numbers. */
export type Reckoned = { readonly [key in keyof Worth]: bigint | null };

/** What the checker found; `valid` only when every check passed. */
export interface CertificateVerdict {
  readonly valid: boolean;
  readonly checks: readonly { readonly name: string; readonly passed: boolean; readonly detail: string }[];
  /** Objective and proven bound of each part, as the checker computes them itself. */
  readonly parts: readonly Reckoned[];
}
