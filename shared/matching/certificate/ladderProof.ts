import type { ProofCase, ProvenPart } from "./proof.ts";

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
