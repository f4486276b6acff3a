import type { ProofCase, ProvenAnswer, ProvenPart } from "../certificate/proof.ts";
import type { Dice } from "../facts/madeUpArea.ts";

/** Changes an answer or its proof at a place that the dice choose. */
type Spoiling = (answer: ProvenAnswer, dice: Dice) => ProvenAnswer;

const oneOf = <Cell>(cells: ArrayLike<Cell>, dice: Dice): number => dice.below(Math.max(1, cells.length));

/** Changes one case of a proof. */
function caseSpoilt(proof: ProofCase, dice: Dice, change: (proof: ProofCase) => ProofCase): ProofCase {
  if (proof.kind === "prices" || dice.below(3) === 0) return change(proof);
  if (proof.kind === "ceiling")
    return dice.below(2) === 0
      ? { ...proof, count: caseSpoilt(proof.count, dice, change) }
      : { ...proof, rest: caseSpoilt(proof.rest, dice, change) };
  return dice.below(2) === 0
    ? { ...proof, taking: caseSpoilt(proof.taking, dice, change) }
    : { ...proof, without: caseSpoilt(proof.without, dice, change) };
}

const partSpoilt = (
  answer: ProvenAnswer,
  dice: Dice,
  change: (part: ProvenPart) => ProvenPart,
): ProvenAnswer => {
  const at = oneOf(answer.parts, dice);
  return { ...answer, parts: answer.parts.map((part, x) => (x === at ? change(part) : part)) };
};

const proofSpoilt = (
  answer: ProvenAnswer,
  dice: Dice,
  change: (proof: ProofCase) => ProofCase,
): ProvenAnswer =>
  partSpoilt(answer, dice, (part) => ({ ...part, proof: caseSpoilt(part.proof, dice, change) }));

const splitsChanged =
  (
    change: (split: Extract<ProofCase, { kind: "split" }>, dice: Dice, pairs: number) => ProofCase,
  ): Spoiling =>
  (answer, dice) =>
    proofSpoilt(answer, dice, (proof) =>
      proof.kind === "split" ? change(proof, dice, answer.taken.length) : proof,
    );

const ceilingsChanged =
  (change: (ceiling: Extract<ProofCase, { kind: "ceiling" }>, dice: Dice) => ProofCase): Spoiling =>
  (answer, dice) =>
    proofSpoilt(answer, dice, (proof) => (proof.kind === "ceiling" ? change(proof, dice) : proof));

const pricesChanged =
  (change: (price: number, dice: Dice) => number): Spoiling =>
  (answer, dice) =>
    proofSpoilt(answer, dice, (proof) => {
      if (proof.kind !== "prices") return proof;
      const requestPrice = proof.requestPrice.slice();
      for (let times = 1 + dice.below(3); times > 0; times--) {
        const at = oneOf(requestPrice, dice);
        requestPrice[at] = change(requestPrice[at] ?? 0, dice);
      }
      return { ...proof, requestPrice };
    });

const takenChanged =
  (change: (taken: Uint8Array, dice: Dice) => void): Spoiling =>
  (answer, dice) => {
    const taken = answer.taken.slice();
    change(taken, dice);
    return { ...answer, taken };
  };

type Named = readonly [title: string, spoil: Spoiling];

/** Ways in which an answer with its proof may be wrong, each with what is done to it. */
export const spoilings: readonly [Named, ...Named[]] = [
  [
    "another pair is chosen or left",
    takenChanged((taken, dice) => {
      const at = oneOf(taken, dice);
      taken[at] = 1 - (taken[at] ?? 0);
    }),
  ],
  [
    "a chosen pair makes way for another",
    takenChanged((taken, dice) => {
      const chosen = Array.from(taken.keys()).filter((e) => taken[e] === 1);
      taken[chosen[oneOf(chosen, dice)] ?? 0] = 0;
      taken[oneOf(taken, dice)] = 1;
    }),
  ],
  ["a pair is chosen more than once", takenChanged((taken, dice) => void (taken[oneOf(taken, dice)] = 2))],
  ["the marks are too few", (answer) => ({ ...answer, taken: answer.taken.slice(1) })],
  ["prices are lower", pricesChanged((price, dice) => Math.max(0, price - 1 - dice.below(3000)))],
  ["prices are higher", pricesChanged((price, dice) => price + 1 + dice.below(3000))],
  ["prices are nothing", pricesChanged(() => 0)],
  ["prices are below nothing", pricesChanged((price) => -1 - price)],
  [
    "prices are no whole numbers",
    pricesChanged((price, dice) => dice.pick([Number.NaN, Infinity, -Infinity, price + 0.5])),
  ],
  [
    "prices are too few",
    (answer, dice) =>
      proofSpoilt(answer, dice, (proof) =>
        proof.kind === "prices" ? { ...proof, requestPrice: proof.requestPrice.slice(1) } : proof,
      ),
  ],
  ["one half of a split is proven twice", splitsChanged((split) => ({ ...split, without: split.taking }))],
  [
    "a split is on another pair",
    splitsChanged((split, dice, pairs) => ({ ...split, pair: dice.below(Math.max(1, pairs)) })),
  ],
  ["a split is on no pair", splitsChanged((split, _, pairs) => ({ ...split, pair: pairs }))],
  [
    "a case is split once more on a pair decided already",
    (answer, dice) =>
      proofSpoilt(answer, dice, (proof) => ({
        kind: "split",
        pair: proof.kind === "split" ? proof.pair : 0,
        taking: proof,
        without: proof,
      })),
  ],
  [
    "a part leaves a request out",
    (answer, dice) => partSpoilt(answer, dice, (part) => ({ ...part, requests: part.requests.slice(1) })),
  ],
  [
    "a part names a request twice",
    (answer, dice) =>
      partSpoilt(answer, dice, (part) => ({
        ...part,
        requests: Int32Array.from([...part.requests, ...part.requests.slice(0, 1)]),
      })),
  ],
  [
    "a part names a request that is not there",
    (answer, dice) =>
      partSpoilt(answer, dice, (part) => ({
        ...part,
        requests: Int32Array.from([...part.requests, 99_999]),
      })),
  ],
  [
    "a ceiling counts in another unit",
    ceilingsChanged((ceiling, dice) => ({
      ...ceiling,
      unit: dice.pick([0, 1, ceiling.unit + 1, 2 * ceiling.unit]),
    })),
  ],
  [
    "a unit of a ceiling has another price",
    ceilingsChanged((ceiling, dice) => ({
      ...ceiling,
      price: dice.pick([ceiling.price + 1, ceiling.unit + 1, -1, 0.5, 0]),
    })),
  ],
  [
    "units of a ceiling are read as more or fewer",
    ceilingsChanged((ceiling, dice) => ({
      ...ceiling,
      fineness: dice.pick([0, -1, 1, 2 * ceiling.fineness, 0.5]),
    })),
  ],
  [
    "a ceiling counts what is left below it",
    ceilingsChanged((ceiling) => ({ ...ceiling, count: ceiling.rest })),
  ],
  ["a part is left out", (answer) => ({ ...answer, parts: answer.parts.slice(1) })],
  [
    "a part is told twice",
    (answer) => ({ ...answer, parts: [...answer.parts, ...answer.parts.slice(0, 1)] }),
  ],
];
