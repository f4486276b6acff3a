import { describe, expect, it } from "vitest";
import { candidatesOf } from "../candidates/best.ts";
import { fieldOf } from "../candidates/field.ts";
import { madeUpArea } from "../facts/madeUpArea.ts";
import { rosterOf } from "../facts/roster.ts";
import { solve } from "../solve/solve.ts";
import { encode } from "./encode.ts";
import { pinsOf } from "./pins.ts";
import { leastProvenPrices, priorityWorth, unproven } from "./pricing.ts";

describe("what prices do not yet prove", () => {
  it("is asked of everybody where an answer leaves places open, though the request has a price", () => {
    const area = madeUpArea({ schools: 30, practitioners: 40, requests: 40, codes: 3, seed: 905 });
    const roster = rosterOf({ ...area, requests: area.requests.map((row) => ({ ...row, pinned: [] })) });
    const pinned = pinsOf(roster);
    const found = candidatesOf(fieldOf(roster, pinned))(
      roster.requests.map((_, request) => ({ request, most: 2, above: -Infinity })),
    );
    const encoded = encode(roster, pinned, found);
    if (encoded.kind === "too-large") throw new Error(encoded.problem.message);
    const solution = solve(encoded.problem, 100);
    const emptied = { ...solution, taken: new Uint8Array(solution.taken.length) };
    const cut = found.filter(({ leftOut }) => leftOut > -Infinity);
    const prices = leastProvenPrices(roster.requests.length, solution, priorityWorth(encoded));
    expect(cut.some(({ request }) => (prices[request] ?? 0) > 0)).toBe(true);
    expect(unproven(encoded, { found, solution: emptied })).toEqual(
      cut.map(({ request }) => ({ request, most: Infinity, above: -Infinity })),
    );
  });
});
