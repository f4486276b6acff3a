import type { PricesProof, ProofCase } from "../certificate/proof.ts";

/**
 * Prices of one case of a proof, as high as worths are in the problem itself; of several cases none proves the whole.
 * What a ceiling reads as less is given back for each unit that a price holds, to the nearest.
 */
export function somePrices(proof: ProofCase): PricesProof {
  switch (proof.kind) {
    case "prices":
      return proof;
    case "split":
      return somePrices(proof.without);
    case "ceiling": {
      const { unit, price, rest } = proof;
      const found = somePrices(rest);
      const raised = (prices: Float64Array): Float64Array =>
        unit > price ? prices.map((each) => each + price * Math.round(each / (unit - price))) : prices;
      return {
        kind: "prices",
        requestPrice: raised(found.requestPrice),
        groupPrice: raised(found.groupPrice),
      };
    }
  }
}
