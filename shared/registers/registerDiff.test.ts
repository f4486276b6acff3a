import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SchoolUrn } from "../domain/ids.ts";
import type { Establishment } from "./establishment.ts";
import { readEstablishments, type Register } from "./gias.ts";
import { acceptable, compareRegisters } from "./registerDiff.ts";
import { syntheticRegister } from "./syntheticRegister.ts";

function register(schools: number, seed = 1): Register {
  const made = syntheticRegister({ area: "Brent", schools, seed });
  const reading = readEstablishments(made.kind === "made" ? made.text : "");
  if (reading.kind !== "read") throw new Error("The synthetic register was refused");
  return reading;
}

const whole = register(200);
const reading = (kept: number) => ({
  ...whole,
  kind: "read" as const,
  establishments: whole.establishments.slice(0, kept),
  rows: kept,
  outsideEngland: 0,
  warnings: [],
});

const edit = (change: (school: Establishment, index: number) => Partial<Establishment>): Register => ({
  absent: [],
  establishments: whole.establishments.map((school, index) => ({ ...school, ...change(school, index) })),
});

describe("comparing two registers", () => {
  test("finds nothing between a register and itself", () => {
    const { notCompared, ...lists } = compareRegisters(whole, whole);
    expect(notCompared).toEqual([]);
    expect(Object.values(lists).flat()).toEqual([]);
  });

  test("reports a school that the file lacks as vanished, never as closed", () => {
    const diff = compareRegisters(whole, reading(190));
    expect(diff.vanished).toEqual(whole.establishments.slice(190));
    expect([diff.closed, diff.changedStatus]).toEqual([[], []]);
  });

  test("is its own mirror: what opened one way vanished or closed the other", () => {
    const anySubset = fc.subarray([...whole.establishments]);
    fc.assert(
      fc.property(anySubset, anySubset, (a, b) => {
        const there = compareRegisters({ absent: [], establishments: a }, { absent: [], establishments: b });
        const back = compareRegisters({ absent: [], establishments: b }, { absent: [], establishments: a });
        const urns = (schools: readonly Establishment[]) => new Set(schools.map(({ urn }) => urn));
        expect(urns(there.opened).isSubsetOf(urns(back.vanished))).toBe(true);
        expect(urns(there.vanished).isDisjointFrom(urns(there.closed))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test("names what changed of a school: its name, trust, federation and status", () => {
    const diff = compareRegisters(
      whole,
      edit((_, index) =>
        index === 0
          ? {
              name: "Renamed School",
              trustCode: "77",
              federationCode: "88",
              status: "open-proposed-to-close",
            }
          : {},
      ),
    );
    const urn = whole.establishments[0]?.urn;
    expect(diff.renamed).toMatchObject([{ urn, to: "Renamed School" }]);
    expect(diff.movedTrust).toMatchObject([{ urn, to: "77" }]);
    expect(diff.movedFederation).toMatchObject([{ urn, to: "88" }]);
    expect(diff.changedStatus).toMatchObject([{ urn, to: "open-proposed-to-close" }]);
  });

  test("does not call a lost trust column an exodus from trusts", () => {
    const next: Register = { ...edit(() => ({ trustCode: null })), absent: ["trustCode"] };
    const diff = compareRegisters(whole, next);
    expect([diff.movedTrust, diff.notCompared]).toEqual([[], ["trust"]]);
  });

  test("lists a new open school as opened, and a school that closed as closed", () => {
    const urn = SchoolUrn.parse("899999");
    const first = whole.establishments.find(({ status }) => status === "open");
    if (!first) throw new Error("No open school");
    const others = whole.establishments.filter((school) => school !== first);
    const closed: Establishment = { ...first, status: "closed" };
    const diff = compareRegisters(whole, {
      absent: [],
      establishments: [...others, closed, { ...first, urn }],
    });
    expect(diff.opened.map((school) => school.urn)).toEqual([urn]);
    expect(diff.closed).toEqual([closed]);
  });
});

describe("accepting a register", () => {
  test.each([
    [200, "acceptable"],
    [196, "acceptable"],
    [195, "refused"],
    [1, "refused"],
  ])("with %i schools after one with 200 is %s: two per cent is the most it may lose", (kept, kind) => {
    expect(acceptable(whole, reading(kept)).kind).toBe(kind);
  });

  test("takes the first register of all", () => {
    expect(acceptable(null, reading(5))).toEqual({ kind: "acceptable" });
  });

  test("passes the reader's refusal on, with row and column", () => {
    const refusal = acceptable(whole, readEstablishments("URN,EstablishmentName\r\n100001,Oakfield\r\n"));
    expect(refusal).toMatchObject({ kind: "refused" });
    expect(refusal.kind === "refused" && refusal.reasons[0]).toContain("EstablishmentStatus (code)");
  });
});
