import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { componentsOf } from "../problem/components.ts";
import { kept, open, out, residualOf } from "../problem/residual.ts";
import { bestByTryingAll, judgedWithinDays, standingOf, toldBelow } from "../solve/fair/judged.arbitrary.ts";
import { climbed } from "../solve/fair/ladder.ts";
import { pieceOf, questionOf } from "../solve/fair/question.ts";
import { solve } from "../solve/solve.ts";
import type { FairTiers } from "./fairness.ts";
import type { LadderProof, RungProof } from "./fairProof.ts";
import { fairestBelow } from "./ladder.ts";
import type { ProofCase } from "./proof.ts";

type Levelled = Pick<FairTiers, "first" | "levelOf">;

const effort = { cases: 1000, work: 1e12 };

/** One of the answers that are as good in the first tier, fair or not. */
function otherOf({ first }: Levelled, draws: readonly number[]): Uint8Array {
  const weight = first.weight.map((worth, e) => 1000 * worth - (draws[e] ?? 0));
  return solve({ ...first, weight, slotCost: first.slotCost.map((cost) => 1000 * cost) }, effort.cases).taken;
}

/**
 * What would prove an answer level by level if it were the fairest: the best bounds that there are, true or not. Levels
 * above the one asked about may cost something too, by which a fairer answer would seem to be worth no more.
 */
function claimedFor(
  { first, levelOf }: Levelled,
  taken: Uint8Array,
  { penaltyAbove }: { readonly penaltyAbove?: number } = {},
): LadderProof {
  const fate = first.need.map((need, e) =>
    need > (first.dayCapacity[first.practitioner[e] ?? 0] ?? 0) ? out : open,
  );
  const rungs: RungProof[] = [];
  const shared = new Map<number, number>();
  const inOrder = [...new Set(levelOf.toSorted())];
  for (const level of inOrder) {
    const above = penaltyAbove === undefined ? [] : inOrder.filter((each) => each > level);
    const costs = new Map([
      ...shared,
      [level, 1],
      ...above.map((each) => [each, penaltyAbove ?? 0] as const),
    ]);
    const all = Array.from(levelOf.keys()).filter((e) => levelOf[e] === level && fate[e] === open);
    const used = all.filter((e) => taken[e] === 1);
    const { problem, pairs } = residualOf(first, Uint8Array.from(fate));
    for (const part of used.length === 0 ? [] : componentsOf(problem)) {
      const mine = part.pairs.map((x) => pairs[x] ?? 0);
      const piece = pieceOf({ ...part, pairs: Int32Array.from(mine) }, { levelOf, taken });
      const question = questionOf(piece, { tierUnits: 1 + taken.length, costs });
      if (question === null || !used.some((e) => mine.includes(e))) continue;
      const { proof } = solve(question.problem, effort.cases).parts[0] ?? {};
      if (proof !== undefined) rungs.push({ ...question, ...part, level, proof });
    }
    for (const e of all)
      if (used.length === 0 || used.length === all.length) fate[e] = used.length === 0 ? out : kept;
    if (used.length > 0 && used.length < all.length) shared.set(level, 1);
  }
  return { first: { scale: 1, parts: solve(first, effort.cases).parts }, rungs };
}

/** Which of the numbers of a proof is moved, and by how much. */
interface Move {
  readonly kind: "price" | "penalty" | "scale" | "level" | "missing" | "request" | "foreign" | "first";
  readonly at: number;
  readonly by: number;
}

const moves: fc.Arbitrary<Move> = fc.record({
  kind: fc.constantFrom("price", "penalty", "scale", "level", "missing", "request", "foreign", "first"),
  at: fc.nat(50),
  by: fc.integer({ min: -200, max: 200 }).map((halves) => halves / 2),
});

function movedPrice(proof: ProofCase, at: number, by: number): ProofCase {
  if (proof.kind === "split") return { ...proof, without: movedPrice(proof.without, at, by) };
  if (proof.kind === "ceiling") return { ...proof, rest: movedPrice(proof.rest, at, by) };
  const moved = (price: number, x: number, { length }: Float64Array): number =>
    x === at % length ? price + by : price;
  return { ...proof, requestPrice: proof.requestPrice.map(moved) };
}

function movedRung(rung: RungProof, { kind, at, by }: Move): RungProof {
  const isMoved = (x: number, length: number): boolean => x === at % length;
  if (kind === "price") return { ...rung, proof: movedPrice(rung.proof, at, by) };
  if (kind === "scale") return { ...rung, scale: rung.scale + by };
  if (kind === "level") return { ...rung, level: rung.level + Math.sign(by) };
  if (kind === "foreign") return { ...rung, penalties: new Map([...rung.penalties, [at % 5, 10 * by]]) };
  if (kind === "request" && rung.proof.kind === "prices") {
    const isLeft = (_: number, x: number, { length }: Int32Array | Float64Array): boolean =>
      !isMoved(x, length);
    const requestPrice = rung.proof.requestPrice.filter(isLeft);
    return { ...rung, requests: rung.requests.filter(isLeft), proof: { ...rung.proof, requestPrice } };
  }
  const penalties = Array.from(
    rung.penalties,
    ([level, penalty], x) => [level, penalty + (isMoved(x, rung.penalties.size) ? by : 0)] as const,
  );
  return { ...rung, penalties: new Map(penalties) };
}

function movedProof({ first, rungs }: LadderProof, move: Move): LadderProof {
  const isMoved = (x: number): boolean => x === move.at % Math.max(1, rungs.length);
  if (move.kind === "missing") return { first, rungs: rungs.filter((_, x) => !isMoved(x)) };
  if (move.kind === "first") return { first: { ...first, scale: first.scale + move.by }, rungs };
  return { first, rungs: rungs.map((rung, x) => (isMoved(x) ? movedRung(rung, move) : rung)) };
}

describe("a proof level by level", () => {
  it("is believed as far as it is true, whatever is wrong with the proof or the answer", () => {
    const draws = fc.array(fc.nat(20), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(judgedWithinDays, fc.option(moves), draws, (tiers, move, drawn) => {
        const other = otherOf(tiers, drawn);
        const proof = claimedFor(tiers, other);
        const below = fairestBelow(tiers, other, move === null ? proof : movedProof(proof, move));
        fc.pre(below > -Infinity);
        expect(toldBelow(below, standingOf(tiers, other))).toEqual(toldBelow(below, bestByTryingAll(tiers)));
      }),
      { numRuns: 1500, maxSkipsPerRun: 1000 },
    );
  });

  it("is believed no further where levels above the one that is proven cost something", () => {
    const draws = fc.array(fc.nat(20), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(judgedWithinDays, draws, (tiers, drawn) => {
        const other = otherOf(tiers, drawn);
        const below = fairestBelow(tiers, other, claimedFor(tiers, other, { penaltyAbove: 1 }));
        fc.pre(below > -Infinity);
        expect(toldBelow(below, standingOf(tiers, other))).toEqual(toldBelow(below, bestByTryingAll(tiers)));
      }),
      { numRuns: 300, maxSkipsPerRun: 1000 },
    );
  });

  it("is worth nothing where a request is asked about twice, for which others have no room", () => {
    // The first person takes one half day of the first request, or three of the second: not one and three.
    const first = {
      requestCount: 2,
      practitionerCount: 2,
      wanted: Int32Array.of(1, 1),
      start: Int32Array.of(0, 2, 4),
      practitioner: Int32Array.of(0, 1, 0, 1),
      need: Int32Array.of(1, 1, 3, 3),
      weight: Float64Array.of(1, 1, 1, 1),
      group: Int32Array.of(-1, -1, -1, -1),
      groupLimit: new Int32Array(0),
      slotStart: Int32Array.of(0, 2, 3),
      slotCost: new Float64Array(3),
      dayCapacity: Int32Array.of(3, 3),
    };
    const tiers = { first, levelOf: Int32Array.of(1, 5, 5, 5) };
    const [fairer, other] = [Uint8Array.of(0, 1, 1, 0), Uint8Array.of(1, 0, 0, 1)];
    const priced = (...prices: number[]): ProofCase => ({
      kind: "prices",
      requestPrice: Float64Array.from(prices),
      groupPrice: new Float64Array(0),
    });
    const groups = new Int32Array(0);
    const best = { scale: 4, parts: [{ requests: Int32Array.of(0, 1), groups, proof: priced(4, 4) }] };
    const rung = { level: 1, groups, scale: 16, penalties: new Map([[1, 4]]) };
    const twice = { ...rung, requests: Int32Array.of(0, 0, 1), proof: priced(7, 8, 10) };
    expect(fairestBelow(tiers, fairer, { first: best, rungs: [] })).toBe(5);
    expect(fairestBelow(tiers, other, { first: best, rungs: [twice] })).toBe(1);
  });

  it("is worth nothing where a level that needs one has no proof", () => {
    fc.assert(
      fc.property(judgedWithinDays, (tiers) => {
        const { taken, ladder } = climbed({ ...tiers, begin: new Uint8Array(tiers.levelOf.length) }, effort);
        const [lowest, ...others] = ladder?.rungs ?? [];
        fc.pre(ladder !== null && lowest !== undefined);
        expect(fairestBelow(tiers, taken, { ...ladder, rungs: others })).toBe(lowest.level);
      }),
      { numRuns: 100, maxSkipsPerRun: 1000 },
    );
  });
});
