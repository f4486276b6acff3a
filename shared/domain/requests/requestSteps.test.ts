import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { madeUpRequest } from "../deployments/deployment.testdata.ts";
import { PersonId } from "../ids.ts";
import { daysSought, type SupportRequest } from "./request.ts";
import { lookAnew, returnSlot } from "./requestSteps.ts";

const leaving = PersonId.parse("per_00000009");
const halves = fc.integer({ min: 1, max: 12 }).map((half) => half / 2);
const handedOver = (request: SupportRequest, daysLeft: number): SupportRequest => {
  const anew = lookAnew(request, leaving, daysLeft);
  if (anew.kind !== "changed") throw new Error(`Nobody was at work in ${anew.state}`);
  return anew.row;
};

describe("the days sought for a place", () => {
  it("are those that were asked for until work is handed over, then those that are left", () => {
    fc.assert(
      fc.property(halves, (left) => {
        const taken = { ...madeUpRequest("in-delivery"), slotsOpen: 0 };
        expect(daysSought(taken)).toBe(taken.daysEach);
        const open = handedOver(taken, left);
        expect([open.state, open.slotsOpen, daysSought(open)]).toEqual(["open", 1, left]);
        expect(daysSought(returnSlot({ ...open, slotsOpen: 0 }))).toBe(left);
      }),
    );
  });

  it("are never fewer than any place may lack, of a request for several people", () => {
    fc.assert(
      fc.property(fc.array(halves, { minLength: 1, maxLength: 4 }), (lefts) => {
        const asked = { ...madeUpRequest("in-delivery"), people: 5, slotsOpen: 0 };
        const open = lefts.reduce(handedOver, asked);
        expect([open.slotsOpen, daysSought(open)]).toEqual([lefts.length, Math.max(...lefts)]);
        expect(daysSought(returnSlot(open))).toBe(asked.daysEach);
        expect(daysSought(handedOver({ ...asked, slotsOpen: 1 }, 0.5))).toBe(asked.daysEach);
      }),
    );
  });
});
