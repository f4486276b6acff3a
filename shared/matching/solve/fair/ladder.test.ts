import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { opened } from "../../answered.testdata.ts";
import { fairestBelow } from "../../certificate/ladder.ts";
import type { LadderProof, RungProof } from "../../certificate/fairProof.ts";
import type { ProofCase } from "../../certificate/proof.ts";
import { madeUpArea } from "../../facts/madeUpArea.ts";
import { componentsOf } from "../../problem/components.ts";
import { solve } from "../solve.ts";
import { bestByTryingAll, judgedProblems, standingOf } from "./judged.arbitrary.ts";
import { climbed } from "./ladder.ts";
import { dearestOf, pieceOf, questionOf } from "./question.ts";
import { kept, open, out, residualOf } from "../../problem/residual.ts";

const judged = judgedProblems({ daysBind: true }).map((tiers) => ({ ...tiers, last: null }));
type Judged = typeof judged extends fc.Arbitrary<infer Tiers> ? Tiers : never;

const effort = { cases: 1000, work: 1e12 };

/** The answer that a climb from nothing but the first tier comes to, with its proof. */
function climbOf({ first, levelOf }: Judged) {
  const { taken, ladder } = climbed({ first, levelOf, begin: new Uint8Array(levelOf.length) }, effort);
  if (ladder === null) throw new Error("nothing so small leaves the first tier open");
  return { taken, proof: ladder };
}

/** One of the answers that are as good in the first tier, fair or not. */
function otherOf({ first }: Judged, draws: readonly number[]): Uint8Array {
  const weight = first.weight.map((worth, e) => 1000 * worth - (draws[e] ?? 0));
  return solve({ ...first, weight, slotCost: first.slotCost.map((cost) => 1000 * cost) }, effort.cases).taken;
}

/**
 * What would prove an answer level by level if it were the fairest: the best bounds that there are, true or not. Levels
 * above the one asked about may cost something too, by which a fairer answer would seem to be worth no more.
 */
function claimedFor(
  { first, levelOf }: Judged,
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
  const { length } = proof.requestPrice;
  return {
    ...proof,
    requestPrice: proof.requestPrice.map((price, x) => (x === at % length ? price + by : price)),
  };
}

function movedRung(rung: RungProof, { kind, at, by }: Move): RungProof {
  const isMoved = (x: number, length: number): boolean => x === at % length;
  if (kind === "price") return { ...rung, proof: movedPrice(rung.proof, at, by) };
  if (kind === "scale") return { ...rung, scale: rung.scale + by };
  if (kind === "level") return { ...rung, level: rung.level + Math.sign(by) };
  if (kind === "foreign") return { ...rung, penalties: new Map([...rung.penalties, [at % 5, 10 * by]]) };
  if (kind === "request" && rung.proof.kind === "prices") {
    const isLeft = (_: number, x: number, all: { readonly length: number }): boolean =>
      !isMoved(x, all.length);
    const requestPrice = rung.proof.requestPrice.filter(isLeft);
    return { ...rung, requests: rung.requests.filter(isLeft), proof: { ...rung.proof, requestPrice } };
  }
  const penalties = Array.from(rung.penalties, ([level, penalty], x) => {
    const next = isMoved(x, rung.penalties.size) ? penalty + by : penalty;
    return [level, next] as const;
  });
  return { ...rung, penalties: new Map(penalties) };
}

function movedProof({ first, rungs }: LadderProof, move: Move): LadderProof {
  const isMoved = (x: number): boolean => x === move.at % Math.max(1, rungs.length);
  if (move.kind === "missing") return { first, rungs: rungs.filter((_, x) => !isMoved(x)) };
  if (move.kind === "first") return { first: { ...first, scale: first.scale + move.by }, rungs };
  return { first, rungs: rungs.map((rung, x) => (isMoved(x) ? movedRung(rung, move) : rung)) };
}

describe("a climb within the days", () => {
  it("comes to the fairest of all answers where it proves every level, and as far as it proves any", () => {
    let places = 0;
    fc.assert(
      fc.property(judged, (tiers) => {
        const { taken, proof } = climbOf(tiers);
        const below = fairestBelow(tiers, taken, proof);
        const [mine, best] = [standingOf(tiers, taken), bestByTryingAll(tiers)];
        const proven = (ladder: readonly number[] = []): number[] => ladder.filter((level) => level < below);
        expect(mine?.ladder.length).toBe(best.ladder.length);
        expect(proven(mine?.ladder)).toEqual(proven(best.ladder));
        expect(mine?.worth).toBe(best.worth);
        places += proven(best.ladder).length - best.ladder.length;
      }),
      { numRuns: 300 },
    );
    // With cases enough, nothing so small stays open.
    expect(places).toBe(0);
  });

  it("is as true where the first tier weighs so much that no mixture tells units apart", () => {
    const proven = { some: 0, all: 0 };
    fc.assert(
      fc.property(judged, (small) => {
        // Room is left for a unit to be divided in fifty.
        const times = Math.floor(2 ** 47 / (50 * Math.max(1, dearestOf(small.first))));
        const heavy = (cells: Float64Array): Float64Array => cells.map((worth) => worth * times);
        const first = {
          ...small.first,
          weight: heavy(small.first.weight),
          slotCost: heavy(small.first.slotCost),
        };
        const tiers = { ...small, first };
        const climb = climbed({ ...tiers, begin: new Uint8Array(tiers.levelOf.length) }, effort);
        const below = climb.ladder === null ? -Infinity : fairestBelow(tiers, climb.taken, climb.ladder);
        const [mine, best] = [standingOf(tiers, climb.taken), bestByTryingAll(tiers)];
        const told = (ladder: readonly number[] = []): number[] => ladder.filter((level) => level < below);
        expect(told(mine?.ladder)).toEqual(told(best.ladder));
        if (below > -Infinity) proven[below === Infinity ? "all" : "some"]++;
      }),
      { numRuns: 200 },
    );
    expect(proven.all).toBeGreaterThan(100);
  });

  it("is as true where it ran out of work, and never much above what it may look at", () => {
    const proven = { some: 0, all: 0 };
    fc.assert(
      fc.property(judged, fc.nat(110), (tiers, percent) => {
        const part = { ...tiers, begin: new Uint8Array(tiers.levelOf.length) };
        const unhindered = climbed(part, effort);
        const work = Math.ceil((percent / 100) * unhindered.work);
        const climb = climbed(part, { ...effort, work });
        expect(unhindered.work < work ? climb : unhindered).toEqual(unhindered);
        expect(climb.work).toBeLessThan(work + 3000);
        const below = climb.ladder === null ? -Infinity : fairestBelow(tiers, climb.taken, climb.ladder);
        const [mine, best] = [standingOf(tiers, climb.taken), bestByTryingAll(tiers)];
        const told = (ladder: readonly number[] = []): number[] => ladder.filter((level) => level < below);
        expect(told(mine?.ladder)).toEqual(told(best.ladder));
        if (below > -Infinity) proven[below === Infinity ? "all" : "some"]++;
      }),
      { numRuns: 300 },
    );
    expect(Math.min(proven.some, proven.all)).toBeGreaterThan(10);
  });

  it("is believed as far as it is true, whatever is wrong with the proof or the answer", () => {
    const draws = fc.array(fc.nat(20), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(judged, fc.option(moves), draws, (tiers, move, drawn) => {
        const other = otherOf(tiers, drawn);
        const proof = claimedFor(tiers, other);
        const below = fairestBelow(tiers, other, move === null ? proof : movedProof(proof, move));
        fc.pre(below > -Infinity);
        const [mine, best] = [standingOf(tiers, other), bestByTryingAll(tiers)];
        const proven = (ladder: readonly number[] = []): number[] => ladder.filter((level) => level < below);
        expect(mine?.worth).toBe(best.worth);
        expect(proven(mine?.ladder)).toEqual(proven(best.ladder));
      }),
      { numRuns: 1500, maxSkipsPerRun: 1000 },
    );
  });

  it("is believed no further where levels above the one that is proven cost something", () => {
    const draws = fc.array(fc.nat(20), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(judged, draws, (tiers, drawn) => {
        const other = otherOf(tiers, drawn);
        const below = fairestBelow(tiers, other, claimedFor(tiers, other, { penaltyAbove: 1 }));
        fc.pre(below > -Infinity);
        const [mine, best] = [standingOf(tiers, other), bestByTryingAll(tiers)];
        const proven = (ladder: readonly number[] = []): number[] => ladder.filter((level) => level < below);
        expect(proven(mine?.ladder)).toEqual(proven(best.ladder));
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
      fc.property(judged, (tiers) => {
        const { taken, proof } = climbOf(tiers);
        fc.pre(proof.rungs.length > 0);
        const lowest = proof.rungs[0]?.level;
        expect(fairestBelow(tiers, taken, { ...proof, rungs: proof.rungs.slice(1) })).toBe(lowest);
      }),
      { numRuns: 100, maxSkipsPerRun: 1000 },
    );
  });
});

describe("a made-up area in which days bind", () => {
  const input = madeUpArea({ schools: 60, practitioners: 80, requests: 40, codes: 20, seed: 3 });
  const policy = { ...input.policy, fairness: "worst-first" } as const;

  it("has every place proven, and the same answer from parts that are known", () => {
    const { fairness, solution, solvedParts } = opened({ ...input, policy });
    expect(fairness).toMatchObject({ proven: "every place" });
    expect(fairness.placesProven).toBe(solution.taken.reduce((sum, each) => sum + each, 0));
    expect(opened({ ...input, policy }, solvedParts).solution.taken).toEqual(solution.taken);
  });
});
