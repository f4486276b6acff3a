import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesOf, type Sheet, sheets, textOf, wordsOf } from "./files.arbitrary.ts";
import { bestByTryingAll } from "./everyAnswer.arbitrary.ts";
import type { Instance, InstanceReading } from "../instances/instance.ts";
import { readInstanceBytes } from "../instances/instanceBytes.ts";
import { readInstanceText } from "../instances/instanceText.ts";
import { solveInstance } from "../instances/solveInstance.ts";

/** An accepted instance written down again, by the layout that the format's description gives. */
const sheetOf = (instance: Instance): Sheet => ({
  scale: instance.scoreScale,
  requests: Array.from(instance.wanted, (wanted, i) => ({
    wanted,
    days: instance.days[i] ?? 0,
    priority: instance.priority[i] ?? 0,
  })),
  people: Array.from(instance.slots, (slots, j) => ({
    slots,
    days: instance.dayCapacity[j] ?? 0,
    leastLoad: instance.leastLoad[j] ?? 0,
  })),
  pairs: Array.from(instance.score, (score, e) => ({
    request: instance.start.findLastIndex((first) => first <= e),
    person: instance.practitioner[e] ?? 0,
    score,
  })),
});

/** What is wrong with the answer to a file that was accepted, which trying every answer tells; null when nothing is. */
function wrongIn(reading: InstanceReading, days: boolean): object | null {
  if (reading.kind !== "instance") return null;
  const outcome = solveInstance(reading.instance, { objectiveWeight: null, days, cases: 10_000 });
  if (outcome.kind !== "solved") return null;
  const [short = 0, priorityFilled, fit] = bestByTryingAll(sheetOf(reading.instance), {
    days,
    objectiveWeight: null,
  });
  const right = { leastLoadShort: -short, priorityFilled, fit, gap: 0, certified: true };
  return isDeepStrictEqual({ ...outcome, ...right }, outcome) ? null : { right, outcome };
}

const smallSheets = sheets({ requests: 3, people: 3, leastLoad: 0 });

const oddWords = fc.oneof(
  fc.integer({ min: -2, max: 5 }),
  fc.constantFrom(1_000_000, 2 ** 31 - 1, -(2 ** 31)),
);

describe("a spoilt file", () => {
  it("of bytes is refused or answered rightly, whatever words of it are spoilt", () => {
    fc.assert(
      fc.property(
        smallSheets,
        fc.array(fc.tuple(fc.nat(), oddWords), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (good, spoilt, days) => {
          const spoiltWords = wordsOf(good);
          for (const [at, word] of spoilt) spoiltWords[at % spoiltWords.length] = word;
          expect(wrongIn(readInstanceBytes(bytesOf(spoiltWords)), days)).toBe(null);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("of text is refused or answered rightly, whatever fields of it are spoilt", () => {
    const odd = fc.constantFrom(
      "-1",
      "0",
      "1",
      "2",
      "1000000",
      "4294967297",
      "1e3",
      "0.5",
      "NaN",
      "",
      "e",
      "\n",
      "# ",
    );
    fc.assert(
      fc.property(
        smallSheets,
        fc.array(fc.tuple(fc.nat(), odd), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (good, spoilt, days) => {
          const fields = textOf(good).split(" ");
          for (const [at, field] of spoilt) fields[at % fields.length] = field;
          expect(wrongIn(readInstanceText(fields.join(" ")), days)).toBe(null);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("of nothing but noise is refused", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.string({ maxLength: 200 }), (bytes, noise) => {
        expect(readInstanceBytes(bytes).kind).toBe("unreadable");
        expect(readInstanceText(noise).kind).toBe("unreadable");
      }),
      { numRuns: 500 },
    );
  });
});
