import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { opened } from "../answered.testdata.ts";
import { check } from "../certificate/certificate.ts";
import { madeUpArea } from "../facts/madeUpArea.ts";
import type { OpenRun } from "../openRun.ts";
import { mark, whole } from "../problem/cells.ts";
import { earningsOf } from "./earnings.ts";
import { type Exchange, exchangesOf } from "./exchange.ts";
import { reroutesOf } from "./reroute.ts";

function limitedRun(seed: number): OpenRun {
  const area = madeUpArea({ schools: 12, practitioners: 24, requests: 30, codes: 4, seed });
  const requests = area.requests.map((row) => ({ ...row, maxFromOneSchool: 1 }));
  return opened({ ...area, requests });
}

/** Every exchange that a run tells of, with the pair that it brings in. */
function exchangesIn(run: OpenRun): readonly (Exchange & { readonly pair: number })[] {
  const earnings = earningsOf(run);
  const exchanges = exchangesOf(run, { earnings, ...reroutesOf(run, earnings) });
  const { start } = run.encoded.problem;
  const { taken } = run.solution;
  return Array.from(taken.keys()).flatMap((chosen) => {
    const i = whole(run.requestOfPair, chosen);
    if (mark(taken, chosen) === 0) return [];
    const others = Array.from(
      { length: whole(start, i + 1) - whole(start, i) },
      (_, x) => whole(start, i) + x,
    );
    return others.flatMap((pair) => {
      const exchange = mark(taken, pair) === 1 ? null : exchanges.instead(pair, chosen);
      return exchange === null ? [] : [{ ...exchange, pair }];
    });
  });
}

/** What the independent checker says of the answer after an exchange that is claimed to cost so much. */
function isBorneOut(run: OpenRun, { pair, lost, won, cost }: Exchange & { readonly pair: number }): boolean {
  const { problem } = run.encoded;
  const { solution } = run;
  const taken = solution.taken.map((chosen, e) => (lost.includes(e) ? 0 : won.includes(e) ? 1 : chosen));
  const i = whole(run.requestOfPair, pair);
  const claims = solution.claims.map((claim, x) =>
    solution.parts[x]?.requests.includes(i)
      ? { ...claim, objective: claim.objective - BigInt(cost.whole) }
      : claim,
  );
  const isMade = mark(taken, pair) === 1 && lost.every((e) => mark(solution.taken, e) === 1);
  return isMade && check(problem, { ...solution, taken }, claims).valid;
}

describe("exchanges", () => {
  it("can be made, each for what it costs, as the checker of answers finds", () => {
    let longest = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const run = limitedRun(seed);
        const exchanges = exchangesIn(run);
        longest = Math.max(longest, ...exchanges.map(({ won }) => won.length));
        expect(exchanges.filter((exchange) => !isBorneOut(run, exchange))).toEqual([]);
      }),
      { numRuns: 20 },
    );
    expect(longest).toBeGreaterThan(2);
  });
});
