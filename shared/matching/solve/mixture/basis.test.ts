import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exact } from "../../problem/cells.ts";
import { basisOf, type Entrant } from "./basis.ts";

const rowCount = 40;
const entrants: fc.Arbitrary<Entrant> = fc.record({
  uses: fc.subarray(
    Array.from({ length: rowCount }, (_, row) => row),
    { minLength: 1, maxLength: 4 },
  ),
  earns: fc.integer({ min: 1, max: 500 }),
});

/** Something is let in again and again, so often that the inverse is set up anew, and a row is added in between. */
const histories = fc.record({
  room: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: rowCount, maxLength: rowCount }),
  before: fc.array(entrants, { maxLength: 300 }),
  more: fc.integer({ min: 0, max: 40 }),
  after: fc.array(entrants, { minLength: 900, maxLength: 1_200, size: "max" }),
});

describe("a basis", () => {
  it("fills all room, pays what stands in it exactly what it earns, and never earns less, however often something is let in", () => {
    fc.assert(
      fc.property(histories, ({ room, before, more, after }) => {
        const basis = basisOf(Float64Array.from(room));
        const rooms = room.slice();
        const uses: number[][] = rooms.map((_, row) => [row]);
        const earnedInAll = (): number =>
          basis.amount.reduce((sum, each, at) => sum + each * (basis.earned[at] ?? 0), 0);
        const holds = (): void => {
          const prices = basis.prices();
          const filled = rooms.map(() => 0);
          basis.amount.forEach((each, at) => {
            expect(each).toBeGreaterThan(-1e-6);
            const own = uses[at] ?? [];
            for (const row of own) filled[row] = (filled[row] ?? 0) + each;
            const cost = own.reduce((sum, row) => sum + exact(prices, row), 0);
            expect(cost).toBeCloseTo(basis.earned[at] ?? NaN, 6);
          });
          filled.forEach((each, row) => {
            expect(each).toBeCloseTo(rooms[row] ?? NaN, 6);
          });
        };
        const enterAll = (all: readonly Entrant[], extra: readonly number[]): void => {
          let earned = earnedInAll();
          for (const entrant of all) {
            const own = [...entrant.uses, ...extra];
            const at = basis.enter({ ...entrant, uses: own }, 1e-6);
            if (at < 0) continue;
            uses[at] = own;
            expect(earnedInAll()).toBeGreaterThan(earned - 1e-6);
            earned = earnedInAll();
          }
          holds();
        };
        enterAll(before, []);
        const isLimited = basis.limit(more, (at) => (basis.earned[at] === 0 ? 0 : 1));
        const inUse = basis.amount.reduce((sum, each, at) => sum + (basis.earned[at] === 0 ? 0 : each), 0);
        expect(isLimited || inUse > more).toBe(true);
        if (!isLimited) return;
        uses.forEach((own, at) => {
          if (basis.earned[at] !== 0) own.push(rowCount);
        });
        rooms.push(more);
        uses.push([rowCount]);
        holds();
        enterAll(after, [rowCount]);
      }),
      { numRuns: 12 },
    );
  });
});
