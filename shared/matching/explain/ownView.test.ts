import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { opened } from "../answered.testdata.ts";
import type { PersonId, RequestId } from "../../domain/ids.ts";
import type { MatchInput } from "../facts/facts.ts";
import { madeUpArea, personId } from "../facts/madeUpArea.ts";
import { ownView } from "./ownView.ts";
import { viewForPractitioner, type PractitionerView } from "./practitioner.ts";

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const places = fc.integer({ min: 0, max: 13 });

const area = (seed: number): MatchInput =>
  madeUpArea({ schools: 12, practitioners: 14, requests: 12, codes: 8, seed });

function known(view: PractitionerView | null): PractitionerView {
  if (view === null) throw new Error("The run knows everybody in it");
  return view;
}

/** The facts without anybody else, with none of the broker's choices, and with the opposite word on every school. */
const aloneIn = (input: MatchInput, me: PersonId): MatchInput => ({
  ...input,
  practitioners: input.practitioners.filter(({ id }) => id === me),
  schools: input.schools.map((school) => ({
    ...school,
    concern: school.concern === null ? { by: "broker" } : null,
  })),
  requests: input.requests.map((request) => ({
    ...request,
    pinned: [],
    excluded: [],
    overrides: [],
    lastProposed: [],
  })),
  recentSupport: [],
});

describe("a practitioner's own view", () => {
  it("depends on nobody else, on no choice of the broker's and on no word on a school", () => {
    fc.assert(
      fc.property(seeds, places, (seed, at) => {
        const [input, me] = [area(seed), personId(at)];
        const none = new Set<RequestId>();
        const told = known(ownView(opened(input), me, none));
        expect(told.proposed).toEqual([]);
        expect(told).toEqual(known(ownView(opened(aloneIn(input, me)), me, none)));
      }),
      { numRuns: 60 },
    );
  });

  it("tells why they were asked as the broker sees it, of what they were offered alone", () => {
    fc.assert(
      fc.property(seeds, places, (seed, at) => {
        const run = opened(area(seed));
        const { proposed, notAsked } = known(viewForPractitioner(run, personId(at)));
        const offered = new Set(proposed.slice(0, 1).map(({ requestId }) => requestId));
        const own = known(ownView(run, personId(at), offered));
        expect(own.proposed).toEqual(proposed.slice(0, 1));
        expect(own.notAsked.map(({ requestId }) => requestId)).toEqual(
          expect.arrayContaining(notAsked.map(({ requestId }) => requestId)),
        );
      }),
      { numRuns: 30 },
    );
  });

  it("names a rule about their own record that forbids an offer", () => {
    const input = area(4);
    const parked = input.practitioners.map((person) => ({ ...person, parked: true }));
    const { notAsked } = known(ownView(opened({ ...input, practitioners: parked }), personId(0), new Set()));
    expect(notAsked.length).toBeGreaterThan(0);
    for (const { reason, rules } of notAsked) {
      expect(reason).toBe("rule");
      expect(rules.map(({ rule }) => rule)).toContain("parked");
      expect(rules.filter(({ evidence }) => evidence !== undefined)).toEqual([]);
    }
  });
});
