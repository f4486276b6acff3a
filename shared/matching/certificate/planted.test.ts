import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Problem } from "../problem/problem.ts";
import { bruteForce, smallProblems, worthIfAllowed } from "../problem/smallProblems.arbitrary.ts";
import { solve } from "../solve/solve.ts";
import { check } from "./certificate.ts";
import type { CertificateVerdict, PricesProof, ProofCase, ProvenPart, Worth } from "./proof.ts";

const solved = fc.boolean().chain((daysBind) =>
  smallProblems({ daysBind }).map((problem) => ({
    problem,
    solution: solve(problem, 10_000),
    optimum: Number(bruteForce(problem)),
  })),
);

const requestOf = (p: Problem, e: number): number =>
  p.start.findIndex((first, i) => e >= first && e < (p.start[i + 1] ?? 0));

type Plant = (problem: Problem, taken: Uint8Array, e: number) => Uint8Array;
const marked = (taken: Uint8Array, isMarked: (e: number) => boolean): Uint8Array =>
  taken.map((mark, e) => (isMarked(e) ? 1 : mark));

/** Ways to spoil an answer around one pair. */
const plants: Readonly<Record<string, Plant>> = {
  "one pair more or less": (_, taken, e) => taken.map((mark, x) => (x === e ? 1 - mark : mark)),
  "somebody else in a place": (p, taken, e) =>
    taken.map((mark, x) => (x === e ? 1 : requestOf(p, x) === requestOf(p, e) ? 0 : mark)),
  "another request for somebody": (p, taken, e) =>
    taken.map((mark, x) => (x === e ? 1 : p.practitioner[x] === p.practitioner[e] ? 0 : mark)),
  "a practitioner with all they could do": (p, taken, e) =>
    marked(taken, (x) => p.practitioner[x] === p.practitioner[e]),
  "a request with all it could have": (p, taken, e) =>
    marked(taken, (x) => requestOf(p, x) === requestOf(p, e)),
  "a group with all it could have": (p, taken, e) => marked(taken, (x) => p.group[x] === p.group[e]),
  "a pair chosen twice": (_, taken, e) => taken.map((mark, x) => (x === e ? 2 : mark)),
  "no pair at all": (_, taken) => taken.map(() => 0),
  "a mark too few": (_, taken) => taken.subarray(1),
  "a mark too many": (_, taken) => Uint8Array.of(...taken, 0),
};

type Spoil = (prices: Float64Array, at: number, by: number) => Float64Array;
const replaced = (value: (price: number, by: number) => number): Spoil => {
  return (prices, at, by) => prices.map((price, x) => (x === at % prices.length ? value(price, by) : price));
};

/** Ways to spoil prices. */
const spoils: Readonly<Record<string, Spoil>> = {
  raised: replaced((price, by) => price + by),
  lowered: replaced((price, by) => price - by),
  negative: replaced((_, by) => -by),
  "not a number": replaced(() => Number.NaN),
  "a fraction": replaced((price) => price + 0.5),
  infinite: replaced(() => Infinity),
  "too large to be exact": replaced(() => 2 ** 53),
  "one too few": (prices) => prices.slice(1),
  "one too many": (prices) => Float64Array.of(...prices, 0),
};

/** What the checker reckons, as claims; where it reckons nothing, claims that it cannot accept. */
const reckoned = ({ parts }: CertificateVerdict): Worth[] =>
  parts.map(({ objective, bound }) => ({ objective: objective ?? -1n, bound: bound ?? -1n }));

/** What a proof proves, by letting each practitioner try every set of pairs; infinite where it is no proof. */
function bruteBound(p: Problem, part: ProvenPart, fixed = new Map<number, boolean>()): number {
  const { proof } = part;
  if (proof.kind === "split") {
    const left = bruteBound(p, { ...part, proof: proof.without }, new Map(fixed).set(proof.pair, false));
    return Math.max(
      left,
      bruteBound(p, { ...part, proof: proof.taking }, new Map(fixed).set(proof.pair, true)),
    );
  }
  if (proof.kind === "ceiling") return Infinity;
  const { requestPrice, groupPrice } = proof;
  const prices = [...requestPrice, ...groupPrice];
  if (requestPrice.length !== part.requests.length || groupPrice.length !== part.groups.length)
    return Infinity;
  if (!prices.every((price) => price >= 0 && Number.isSafeInteger(price))) return Infinity;
  const priceOf = (e: number): number => {
    const own = requestPrice[part.requests.indexOf(requestOf(p, e))] ?? 0;
    return own + (groupPrice[part.groups.indexOf(p.group[e] ?? -1)] ?? 0);
  };
  const best = (j: number, pairs: readonly number[], chosen: readonly number[]): number => {
    const [e, ...rest] = pairs;
    const slots = p.slotCost.subarray(p.slotStart[j], p.slotStart[j + 1]);
    if (e === undefined) {
      const days = chosen.reduce((sum, x) => sum + (p.need[x] ?? 0), 0);
      if (chosen.length > slots.length || days > (p.dayCapacity[j] ?? 0)) return -Infinity;
      return chosen.reduce((sum, x, c) => sum + (p.weight[x] ?? 0) - priceOf(x) - (slots[c] ?? 0), 0);
    }
    const taking = fixed.get(e) === false ? -Infinity : best(j, rest, [...chosen, e]);
    return fixed.get(e) === true ? taking : Math.max(taking, best(j, rest, chosen));
  };
  let bound = part.requests.reduce((sum, i, x) => sum + (p.wanted[i] ?? 0) * (requestPrice[x] ?? 0), 0);
  part.groups.forEach((g, x) => (bound += (p.groupLimit[g] ?? 0) * (groupPrice[x] ?? 0)));
  for (let j = 0; j < p.practitionerCount; j++) {
    const mine = Array.from(p.weight.keys()).filter(
      (e) => p.practitioner[e] === j && part.requests.includes(requestOf(p, e)),
    );
    bound += best(j, mine, []);
  }
  return bound;
}

/** The proof with the prices of one of its cases spoilt. */
function spoilt(proof: ProofCase, spoil: (prices: PricesProof) => ProofCase): ProofCase {
  if (proof.kind === "prices") return spoil(proof);
  return proof.kind === "split"
    ? { ...proof, taking: spoilt(proof.taking, spoil) }
    : { ...proof, rest: spoilt(proof.rest, spoil) };
}

describe("an answer into which is planted", () => {
  it.each(Object.entries(plants))(
    "%s is rejected, unless trying every answer finds none better",
    (_, plant) => {
      fc.assert(
        fc.property(solved, fc.nat(), ({ problem, solution, optimum }, at) => {
          fc.pre(problem.weight.length > 0);
          const taken = plant(problem, solution.taken, at % problem.weight.length);
          const isBest = worthIfAllowed(problem, taken) === optimum;
          const verdict = check(problem, { ...solution, taken }, solution.claims);
          expect(verdict.valid).toBe(isBest);
          const claims = reckoned(verdict);
          const restated = check(problem, { ...solution, taken }, claims);
          expect(restated.valid && claims.every(({ objective, bound }) => objective === bound)).toBe(isBest);
        }),
        { numRuns: 150 },
      );
    },
  );
});

const columns = [
  "wanted",
  "start",
  "practitioner",
  "need",
  "weight",
  "group",
  "slotStart",
  "slotCost",
  "dayCapacity",
] as const;
const lengthened = (cells: Int32Array | Float64Array, by: number): Int32Array | Float64Array =>
  by < 0
    ? cells.subarray(0, by)
    : cells instanceof Int32Array
      ? Int32Array.of(...cells, ...Array.from({ length: by }, () => 0))
      : Float64Array.of(...cells, ...Array.from({ length: by }, () => 0));

describe("a problem with a column that is", () => {
  it.each([
    ["too short", -1],
    ["too long", 1],
  ])("%s is rejected, whatever is answered and claimed", (_, by) => {
    fc.assert(
      fc.property(solved, fc.constantFrom(...columns), ({ problem, solution }, column) => {
        fc.pre(problem[column].length > 0);
        const spoilt: Problem = { ...problem, [column]: lengthened(problem[column], by) };
        const claims = reckoned(check(spoilt, solution, solution.claims));
        expect(check(spoilt, solution, solution.claims).valid).toBe(false);
        expect(check(spoilt, solution, claims).valid).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it("naming a practitioner or a group that is not there is rejected", () => {
    fc.assert(
      fc.property(
        solved,
        fc.constantFrom("practitioner", "group"),
        fc.nat(),
        ({ problem, solution }, column, at) => {
          fc.pre(problem.weight.length > 0);
          const none = column === "group" ? problem.groupLimit.length : problem.practitionerCount;
          const cells = problem[column].map((row, e) => (e === at % problem.weight.length ? none : row));
          const spoilt: Problem = { ...problem, [column]: cells };
          const claims = reckoned(check(spoilt, solution, solution.claims));
          expect(check(spoilt, solution, claims).valid).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("a proof with a price that is", () => {
  it.each(Object.entries(spoils))("%s is rejected, unless it proves as much", (_, spoil) => {
    fc.assert(
      fc.property(
        solved,
        fc.constantFrom("requestPrice", "groupPrice"),
        fc.record({ at: fc.nat(), by: fc.integer({ min: 1, max: 50 }) }),
        ({ problem, solution }, kind, { at, by }) => {
          const [part] = solution.parts;
          const [claim] = solution.claims;
          fc.pre(
            part !== undefined && claim !== undefined && (kind === "requestPrice" || part.groups.length > 0),
          );
          if (part === undefined || claim === undefined) return;
          const proof = spoilt(part.proof, (prices) => ({ ...prices, [kind]: spoil(prices[kind], at, by) }));
          const proven = { ...part, proof };
          const verdict = check(
            problem,
            { ...solution, parts: [proven, ...solution.parts.slice(1)] },
            solution.claims,
          );
          expect(verdict.valid).toBe(bruteBound(problem, proven) === Number(claim.bound));
        },
      ),
      { numRuns: 150 },
    );
  });
});
