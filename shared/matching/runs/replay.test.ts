import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { longFingerprint } from "../facts/digest.ts";
import type { MatchInput } from "../facts/facts.ts";
import { madeUpArea } from "../facts/madeUpArea.ts";
import { match } from "../match.ts";
import { canonicalText } from "./canonical.ts";
import { rowsShuffled } from "../oracle/changedFacts.arbitrary.ts";
import { changedAreas } from "./changedArea.arbitrary.ts";
import { replay, type Seal, sealOf } from "./replay.ts";

const sealed = (inputs: readonly MatchInput[]): Seal =>
  sealOf(
    inputs.map((input) => match(input)).flatMap((each) => (each.kind === "matched" ? [each.result] : [])),
    longFingerprint,
  );

/** The same value with the fields of every object written in the opposite order. */
const backwards = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, held]) => [name, backwards(held)]),
  );
};

describe("a run that is executed again", () => {
  it("gives the same bytes from the same rows in any order, in each of its years", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: 1, maxLength: 2 }), fc.nat(1000), (seeds, order) => {
        const inputs = seeds.map((seed) =>
          madeUpArea({ schools: 10, practitioners: 15, requests: 12, codes: 8, seed }),
        );
        const again = replay(
          inputs.map((input) => rowsShuffled(input, order)),
          sealed(inputs),
          longFingerprint,
        );
        expect(again).toMatchObject({ isIdentical: true, seal: sealed(inputs) });
      }),
      { numRuns: 15 },
    );
  });

  it("is told from one that decides otherwise, and says so of a seal that was tampered with", () => {
    fc.assert(
      fc.property(changedAreas({ min: 1, max: 4 }), ([before, after]) => {
        const seal = sealed([before]);
        const isSame = canonicalText(match(before)) === canonicalText(match(after));
        expect(replay([after], seal, longFingerprint)).toMatchObject({ isIdentical: isSame });
        const forged = {
          ...seal,
          resultDigest: seal.resultDigest.replace(/^./, (c) => (c === "0" ? "1" : "0")),
        };
        expect(replay([before], forged, longFingerprint)).toMatchObject({ isIdentical: false });
      }),
      { numRuns: 15 },
    );
  });

  it("names the rows that can no longer be used", () => {
    const input = madeUpArea({ schools: 3, practitioners: 2, requests: 1, codes: 8, seed: 1 });
    const requests = input.requests.map((row) => ({ ...row, halfDays: 0 }));
    expect(replay([{ ...input, requests }], sealed([input]), longFingerprint)).toMatchObject({
      kind: "invalid-input",
      problems: [{ where: `requests/${input.requests[0]?.id}/halfDays` }],
    });
  });
});

describe("canonical text", () => {
  it("is one for one value, whatever the order of fields, and reads back as the value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalText(value);
        expect(canonicalText(backwards(value))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("leaves out fields that are undefined, and keeps null", () => {
    expect(canonicalText({ b: null, a: undefined, c: [1, "x"] })).toBe('{"b":null,"c":[1,"x"]}');
  });
});
