import { describe, expect, it } from "vitest";
import { type Fault, shares } from "./faults.ts";
import { simulate } from "./simulate.ts";

/** What must have been done by somebody, or the simulation is about nothing. */
const steps = [
  "agreement-decided",
  "offer-accepted",
  "offer-chased",
  "offer-declined",
  "offer-expired",
  "offer-withdrawn",
  "release-decided",
  "request-withdrawn",
];

const isFault = (name: string): name is Fault => name in shares;
const faults = Object.keys(shares).filter(isFault);

/** Describes a thousand seeds, a hundred to a test. */
export function describeThousand(first: number): void {
  const taken = new Set<string>();
  const struck = new Set<Fault>();
  describe("whatever dies, is lost or comes twice, all that must hold holds once it is over", () => {
    const hundreds = Array.from({ length: 10 }, (_, index) => first + index * 100);
    it.each(hundreds.map((from) => ({ from, to: from + 99 })))(
      "by the seeds $from to $to",
      async ({ from, to }) => {
        for (let seed = from; seed <= to; seed += 1) {
          const simulation = await simulate(seed);
          expect({ seed, violations: simulation.violations }).toEqual({ seed, violations: [] });
          for (const step of simulation.taken) taken.add(step);
          for (const fault of simulation.struck.keys()) struck.add(fault);
        }
      },
    );

    it("and every fault struck, and offers ended in every way", () => {
      expect([...taken].toSorted()).toEqual(expect.arrayContaining(steps));
      expect([...struck].toSorted()).toEqual(faults.toSorted());
    });
  });
}
