import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EventId, PersonId, RequestId } from "../domain/ids.ts";
import { derivedId, freshId, sha256 } from "./identity.ts";

const from2020To2150 = fc.integer({ min: 1_577_836_800_000, max: 5_680_281_600_000 });

describe("a fresh id", () => {
  it("is valid for its kind and sorts by the time it was made", () => {
    fc.assert(
      fc.property(from2020To2150, from2020To2150, (one, other) => {
        const [first, second] = [freshId(EventId, one), freshId(EventId, other)];
        expect(EventId.parse(first)).toBe(first);
        fc.pre(one !== other);
        expect(first < second).toBe(one < other);
      }),
    );
  });

  it("is never another's, though a thousand be made in one millisecond", () => {
    const ids = Array.from({ length: 1000 }, () => freshId(RequestId, 1_788_249_600_000));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("a derived id", () => {
  it("is the same for the same parts and another for others, however the parts are cut", () => {
    const parts = fc.array(fc.string({ maxLength: 4 }), { maxLength: 4 });
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(derivedId(PersonId, ...one) === derivedId(PersonId, ...other)).toBe(same);
      }),
    );
    expect(derivedId(PersonId, "ab", "c")).not.toBe(derivedId(PersonId, "a", "bc"));
  });

  it("stays what it was in every version, because rows are found by it", () => {
    const digest = sha256('["run","2026-09-01"]');
    expect(derivedId(RequestId, "run", "2026-09-01")).toBe(`req_${digest.slice(0, 26)}`);
    expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});
