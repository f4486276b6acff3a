import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MatchOutcome } from "../explain/result.ts";
import { madeUpArea } from "../facts/madeUpArea.ts";
import { match } from "../match.ts";

const area = madeUpArea({ schools: 6, practitioners: 6, requests: 5, codes: 4, seed: 11 });

/** Every number within some facts, with what holds it. */
function numbersIn(
  value: unknown,
  found: { holder: object; key: string }[] = [],
): { holder: object; key: string }[] {
  if (typeof value !== "object" || value === null) return found;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === "number") found.push({ holder: value, key });
    else numbersIn(inner, found);
  }
  return found;
}

/** What is wrong with an outcome of facts in which one number was replaced, or null. */
function faultOf(outcome: MatchOutcome, number: number): string | null {
  if (outcome.kind === "invalid-input") return outcome.problems.length > 0 ? null : "refused without a row";
  if (!Number.isFinite(number)) return "answered as if it were a number";
  if (!outcome.result.certificate.valid) return "answered without a proof";
  const figures = numbersIn(outcome.result).map(({ holder, key }) => Number(Reflect.get(holder, key)));
  return figures.every(Number.isFinite) ? null : "answered with what is no number";
}

describe("a number spoilt anywhere", () => {
  it("is refused when it is none, and else refused or answered with a proof", () => {
    const numbers = fc.constantFrom(Number.NaN, Infinity, -Infinity, -1, 0.5, 0, 7, 10_000, 2 ** 31, 2 ** 53);
    fc.assert(
      fc.property(fc.nat(), numbers, (which, number) => {
        const input = structuredClone(area);
        const cells = numbersIn(input);
        const cell = cells[which % cells.length];
        if (cell === undefined) throw new Error("an area has numbers");
        Reflect.set(cell.holder, cell.key, number);
        expect(faultOf(match(input), number)).toBe(null);
      }),
      { numRuns: 600 },
    );
  });
});
