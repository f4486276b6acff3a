import { describe, expect, it } from "vitest";
import { fitComponents } from "../fit/fit.ts";
import { hardRules } from "./rules.ts";
import { type Change, pairWith } from "./rules.testdata.ts";

describe("the days of a pair", () => {
  const freeFrom = (from: string): Change => ({
    home: { calendar: "a" },
    asking: { calendar: "b" },
    person: { availability: [{ from, to: "2026-02-20" }] },
  });
  const unavailable = hardRules.find(({ name }) => name === "unavailable");

  it("are those on which both schools are open, in the rule and in what earned the points", () => {
    const [few, enough] = [pairWith(freeFrom("2026-02-06")), pairWith(freeFrom("2026-02-05"))];
    expect([few.daysFree, few.daysAsked, enough.daysFree]).toEqual([1, 45, 2]);
    expect([unavailable?.refuses(few), unavailable?.refuses(enough)]).toEqual([true, false]);
    expect(unavailable?.why(few)).toContain("Free on 1 day on which both schools are open");
    const because = fitComponents(few).find(({ name }) => name === "availability")?.because;
    expect(because).toContain("with both schools open, on 1 of the 45 days");
  });

  it("are weekdays where a calendar is not known, and this is said", () => {
    const pair = pairWith({ ...freeFrom("2026-02-06"), asking: {} });
    expect([pair.daysFree, pair.daysAsked]).toEqual([6, 55]);
    const because = fitComponents(pair).find(({ name }) => name === "availability")?.because;
    expect(because).toBe(
      "free on 6 of 55 weekdays asked for; on which of them the schools are open is not known",
    );
  });
});
