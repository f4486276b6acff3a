import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mediumSheet } from "./peer.arbitrary.ts";
import { instanceOf, type Sheet } from "./files.arbitrary.ts";
import { check } from "../certificate/certificate.ts";
import { type Dice, diceFrom } from "../facts/madeUpArea.ts";
import { encodeInstance } from "../instances/encodeInstance.ts";
import { solveInstance } from "../instances/solveInstance.ts";
import { objectiveOf } from "../problem/answer.ts";
import { solutionOfOnePart } from "../solve/solution.ts";
import { assign } from "../solve/places/assign.ts";
import { type Change, change } from "../solve/places/changes.ts";
import { keepAlive, standingOf } from "../solve/places/live.ts";

const objectiveWeight = 2000;

const worth = (sheet: Sheet, request: number, score: number): number =>
  (sheet.requests[request]?.priority ?? 0) * objectiveWeight + score;

const slotsOf = (practitioner: number, slots: number): Change => ({
  kind: "slots",
  practitioner,
  costs: Array.from({ length: slots }, () => 0),
});

/** One thing that happens to a sheet, told to the sheet and to the answer kept alive. */
function happening(sheet: Sheet, dice: Dice): { sheet: Sheet; told: Change } {
  const [i, j] = [dice.below(sheet.requests.length), dice.below(sheet.people.length)];
  const others = sheet.pairs.filter(({ request, person }) => request !== i || person !== j);
  switch (dice.below(4)) {
    case 0:
      return { sheet: { ...sheet, pairs: others }, told: { kind: "refused", request: i, practitioner: j } };
    case 1: {
      const score = dice.below(1000);
      return {
        sheet: { ...sheet, pairs: [...others, { request: i, person: j, score }] },
        told: { kind: "fits", request: i, practitioner: j, weight: worth(sheet, i, score) },
      };
    }
    case 2: {
      const slots = dice.below(4);
      return {
        sheet: { ...sheet, people: sheet.people.map((row, at) => (at === j ? { ...row, slots } : row)) },
        told: slotsOf(j, slots),
      };
    }
    default: {
      const request = dice.below(3) === 0 ? i : sheet.requests.length;
      const asked = { wanted: dice.below(4), days: 1, priority: 1 + dice.below(4) };
      const requests = sheet.requests.toSpliced(request, 1, asked);
      const people = new Set(Array.from({ length: 6 }, () => dice.below(sheet.people.length)));
      const mine = Array.from(people, (person) => ({ request, person, score: dice.below(1000) }));
      const next = {
        ...sheet,
        requests,
        pairs: [...sheet.pairs.filter((pair) => pair.request !== request), ...mine],
      };
      const choices = mine.map(({ person, score }) => ({
        practitioner: person,
        weight: worth(next, request, score),
      }));
      return { sheet: next, told: { kind: "asked", request, wanted: asked.wanted, choices } };
    }
  }
}

describe("an answer kept alive", () => {
  it("is after many changes, told one by one or at once, the one from scratch with its prices, and proven", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const dice = diceFrom(seed);
        let sheet = mediumSheet({ seed, pairsPerRequest: 6, leastLoad: 0 });
        const encoded = encodeInstance(instanceOf(sheet), { objectiveWeight, days: false });
        if (encoded.kind !== "encoded") throw new Error(encoded.message);
        const live = keepAlive(encoded.problem, encoded.tiers);
        // The problem holds as many slots as there are pairs for; pairs that come may need the others.
        change(
          live,
          sheet.people.map(({ slots }, practitioner) => slotsOf(practitioner, slots)),
        );
        for (let times = 0; times < 12; times++) {
          const batch: Change[] = [];
          for (let more = 1 + dice.below(4); more > 0; more--) {
            const next = happening(sheet, dice);
            sheet = next.sheet;
            batch.push(next.told);
          }
          change(live, batch);
          const { problem, answer } = standingOf(live);
          const scratch = assign(problem, { tiers: encoded.tiers, candidates: Infinity, isFirst: true });
          expect(answer).toEqual({
            taken: scratch.taken,
            requestPrice: scratch.requestPrice,
            slotPrice: scratch.slotPrice,
          });
          const solution = solutionOfOnePart(problem, answer);
          expect(check(problem, solution, solution.claims).valid).toBe(true);
          expect(solveInstance(instanceOf(sheet), { objectiveWeight, days: false, cases: 1 })).toMatchObject({
            objective: Number(objectiveOf(problem, answer.taken)),
            gap: 0,
          });
        }
      }),
      { numRuns: 25 },
    );
  });
});
