import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestByTryingAll } from "./everyAnswer.arbitrary.ts";
import { instanceOf, type Sheet, sheets } from "./files.arbitrary.ts";
import { mediumSheet } from "./peer.arbitrary.ts";
import { spoilings } from "./spoilings.arbitrary.ts";
import { check } from "../certificate/certificate.ts";
import type { ProvenAnswer, Worth } from "../certificate/proof.ts";
import { diceFrom } from "../facts/madeUpArea.ts";
import { encodeInstance } from "../instances/encodeInstance.ts";
import { answerTo } from "../instances/solveInstance.ts";
import type { Problem } from "../problem/problem.ts";
import { solveDaysByTiers } from "../solve/days/dayTiers.ts";
import { type Solution, solutionOfOnePart } from "../solve/solution.ts";

/** Priority outweighs scores by little, or by far, so that it is counted apart. */
const [objectiveWeight, farOutweighing] = [2000, 1_000_000] as const;

/** An answer with its proof, beside what is known of the sheet by itself. */
interface Known {
  readonly sheet: Sheet;
  readonly days: boolean;
  readonly objectiveWeight: number;
  readonly problem: Problem;
  readonly answer: Solution;
  /** Nothing that the best answer is worth is less than this. */
  readonly reachable: number;
}

function known(sheet: Sheet, days: boolean, reachable: number | null): Known {
  const options = { objectiveWeight, days, cases: 300 };
  const encoded = encodeInstance(instanceOf(sheet), options);
  if (encoded.kind !== "encoded") throw new Error(encoded.message);
  const answer = answerTo(encoded, options);
  const verdict = check(encoded.problem, answer, answer.claims);
  if (!verdict.valid) throw new Error("The answer's own proof is not accepted");
  const objective = answer.claims.reduce((sum, claim) => sum + claim.objective, 0n);
  return {
    sheet,
    days,
    objectiveWeight,
    problem: encoded.problem,
    answer,
    reachable: reachable ?? Number(objective),
  };
}

/** An answer to a sheet in which days are short, found and proven tier by tier. */
function knownByTiers(sheet: Sheet): Known {
  const options = { objectiveWeight: farOutweighing, days: true, cases: 300 };
  const encoded = encodeInstance(instanceOf(sheet), options);
  if (encoded.kind !== "encoded") throw new Error(encoded.message);
  const { problem, tiers } = encoded;
  const found = solveDaysByTiers(problem, { tiers, rounds: 4, spent: () => 0 });
  const answer = solutionOfOnePart(problem, found, found.bound);
  if (!check(problem, answer, answer.claims).valid) throw new Error("The answer's own proof is not accepted");
  return {
    sheet,
    days: true,
    objectiveWeight: farOutweighing,
    problem,
    answer,
    reachable: Number(found.objective),
  };
}

/** What chosen pairs are worth by the sheet alone, or null when they break a limit of it. */
function worthOf({ sheet, days, objectiveWeight: weight }: Known, taken: ArrayLike<number>): number | null {
  const pairs = sheet.pairs.toSorted((a, b) => a.request - b.request);
  if (taken.length !== pairs.length || Array.from(taken).some((mark) => mark !== 0 && mark !== 1))
    return null;
  const chosen = pairs.filter((_, e) => taken[e] === 1);
  const breaksRequest = sheet.requests.some(
    ({ wanted }, i) => chosen.filter(({ request }) => request === i).length > wanted,
  );
  const breaksPerson = sheet.people.some((person, j) => {
    const mine = chosen.filter(({ person: who }) => who === j);
    const spent = mine.reduce((sum, { request }) => sum + (sheet.requests[request]?.days ?? 0), 0);
    return mine.length > person.slots || (days && mine.length > 0 && spent > person.days);
  });
  if (breaksRequest || breaksPerson) return null;
  return chosen.reduce(
    (sum, { request, score }) => sum + (sheet.requests[request]?.priority ?? 0) * weight + score,
    0,
  );
}

/** What is untrue in a spoilt answer that the checker accepts with the claims that it reckons itself; or null. */
function untrueIn(one: Known, spoilt: ProvenAnswer): string | null {
  const claims = check(one.problem, spoilt, []).parts.map(({ objective, bound }): Worth => ({
    objective: objective ?? -1n,
    bound: bound ?? -1n,
  }));
  if (!check(one.problem, spoilt, claims).valid) return null;
  const worth = worthOf(one, spoilt.taken);
  if (worth === null) return "a limit is broken";
  if (claims.reduce((sum, { objective }) => sum + objective, 0n) !== BigInt(worth))
    return "the objective is another";
  return claims.reduce((sum, { bound }) => sum + bound, 0n) < one.reachable ? "the bound is passed" : null;
}

const medium = Array.from({ length: 6 }, (_, at) => {
  const days = at % 2 === 1;
  return known(mediumSheet({ seed: 300 + at, pairsPerRequest: 6, leastLoad: 0 }), days, null);
});
const small = fc
  .sample(sheets({ requests: 5, people: 4, leastLoad: 0 }), { numRuns: 40, seed: 5 })
  .flatMap((sheet) => {
    const [, reachable = 0] = bestByTryingAll(sheet, { days: true, objectiveWeight });
    return sheet.pairs.length === 0 ? [] : [known(sheet, true, reachable)];
  });

const tiered = [310, 311, 312].map((seed) =>
  knownByTiers(mediumSheet({ seed, pairsPerRequest: 6, leastLoad: 0 })),
);

describe("the checker", () => {
  it.each(spoilings)("accepts nothing untrue when %s", (_, spoil) => {
    fc.assert(
      fc.property(
        fc.constantFrom(...medium, ...tiered, ...small),
        fc.integer({ min: 1, max: 1_000_000 }),
        (one, seed) => {
          expect(untrueIn(one, spoil(one.answer, diceFrom(seed)))).toBe(null);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("accepts nothing untrue when an answer and its proof are spoilt in several ways at once", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...medium, ...tiered, ...small),
        fc.integer({ min: 1, max: 1_000_000 }),
        (one, seed) => {
          const dice = diceFrom(seed);
          let spoilt: ProvenAnswer = one.answer;
          for (let times = 2 + dice.below(3); times > 0; times--)
            spoilt = dice.pick(spoilings)[1](spoilt, dice);
          expect(untrueIn(one, spoilt)).toBe(null);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it("accepts no claim of more than the answer is worth, nor of a bound lower than is proven", () => {
    for (const { problem, answer } of [...medium, ...tiered, ...small])
      for (const key of ["objective", "bound"] as const)
        for (const change of [-1n, 1n, -(2n ** 53n), 2n ** 53n, 2n ** 64n]) {
          const claims = answer.claims.map((claim, x) =>
            x === 0 ? { ...claim, [key]: claim[key] + change } : claim,
          );
          expect(check(problem, answer, claims).valid).toBe(false);
        }
  });

  it("has answers of all kinds of proof to spoil", () => {
    expect(tiered.map(({ answer }) => answer.parts[0]?.proof.kind)).toContain("ceiling");
    expect(small.some(({ answer }) => answer.parts.some(({ proof }) => proof.kind === "split"))).toBe(true);
  });

  it("knows the answers' own proofs to be true, and rejects most of what is spoilt", () => {
    expect([...medium, ...tiered, ...small].map((one) => untrueIn(one, one.answer))).toEqual(
      [...medium, ...tiered, ...small].map(() => null),
    );
    const verdicts = spoilings.flatMap(([, spoil], at) =>
      [...medium, ...tiered].map(
        ({ problem, answer }) => check(problem, spoil(answer, diceFrom(at + 1)), answer.claims).valid,
      ),
    );
    expect(verdicts.filter((isValid) => !isValid).length).toBeGreaterThan(verdicts.length / 2);
  });
});
