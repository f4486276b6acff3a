import { describe, expect, it } from "vitest";
import { isWithinLimits, objectiveOf } from "../../problem/answer.ts";
import type { Problem } from "../../problem/problem.ts";
import { diceFrom } from "../../facts/madeUpArea.ts";
import { solve } from "../solve.ts";
import { withinDays } from "./withinDays.ts";

/** One part with more pairs than are climbed: people have days for some of their places only. */
function largePart() {
  const [requestCount, practitionerCount, slots] = [120, 90, 2];
  const dice = diceFrom(7);
  const pairs = Array.from({ length: requestCount * practitionerCount }, () => 100 * dice.below(100));
  const needs = Array.from({ length: requestCount }, () => 1 + dice.below(3));
  const first: Problem = {
    requestCount,
    practitionerCount,
    wanted: new Int32Array(requestCount).fill(1),
    start: Int32Array.from({ length: requestCount + 1 }, (_, i) => i * practitionerCount),
    practitioner: Int32Array.from(pairs, (_, e) => e % practitionerCount),
    need: Int32Array.from(pairs, (_, e) => needs[Math.floor(e / practitionerCount)] ?? 1),
    weight: Float64Array.from(pairs, () => 1001),
    group: new Int32Array(pairs.length).fill(-1),
    groupLimit: new Int32Array(0),
    slotStart: Int32Array.from({ length: practitionerCount + 1 }, (_, j) => j * slots),
    slotCost: new Float64Array(practitionerCount * slots),
    dayCapacity: new Int32Array(practitionerCount).fill(5),
  };
  return { first, levelOf: Int32Array.from(pairs) };
}

describe("a part with more pairs than are climbed", () => {
  it("is made fairer by grades within its limits, with a bound of its worst place and of what its places weigh", () => {
    const part = largePart();
    const weight = part.first.weight.map((worth, e) => 1_000_000 * worth - (part.levelOf[e] ?? 0));
    const begin = solve({ ...part.first, weight }, 100, { unit: 1_000_000 }).taken;
    const [found] = withinDays([{ ...part, begin, free: begin.map(() => 0) }], {
      cases: 100,
      countsPlaces: true,
      tiers: { unit: 1000, room: 1 },
    });
    const worstOf = (taken: Uint8Array): number =>
      part.levelOf
        .filter((_, e) => taken[e] === 1)
        .reduce((least, level) => Math.min(least, level), Infinity);
    if (found === undefined) throw new Error("No answer to the part");
    const { taken, worstAtMost, graded } = found;
    expect(isWithinLimits(part.first, taken)).toBe(true);
    expect(objectiveOf(part.first, taken)).toBeGreaterThanOrEqual(objectiveOf(part.first, begin));
    expect(worstOf(taken)).toBeGreaterThan(worstOf(begin));
    expect(worstAtMost).toBeGreaterThanOrEqual(worstOf(taken));
    expect(worstAtMost).toBeLessThan(10_000);
    expect(graded.bound).toBeGreaterThan(0);
    expect(graded.bound).toBeLessThanOrEqual(graded.total);
  });
});
