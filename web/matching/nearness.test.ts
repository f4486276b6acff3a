import { describe, expect, it } from "vitest";
import { answered } from "../../functions/match/answered.testdata.ts";
import type { RunMetrics } from "../../shared/domain/runs/runMetrics.ts";
import { checkedInWords, nearness } from "./nearness.ts";

function someYear(): RunMetrics {
  const [made] = answered(1).answer.summary.years;
  if (!made) throw new Error("The made-up area has an academic year");
  return made;
}

const made = someYear();
const { objective } = made;

type Fairness = NonNullable<RunMetrics["fairness"]>;

const fair = (mode: string, more: Partial<Fairness> = {}): Fairness => ({
  mode,
  lossInFit: 12,
  proven: "nothing",
  placesProven: 0,
  worstAtMost: null,
  graded: null,
  ...more,
});

interface Unproven {
  /** How far the bound lies above the answer, as it is kept. */
  readonly missing?: Partial<RunMetrics["bound"]>;
  readonly fairness?: Fairness | null;
}

/** A year of which it is not proven that no answer is better. */
function unproven({ missing = {}, fairness = null }: Unproven): RunMetrics {
  const { leastLoads = 0, priorityWeighted = 0, fitLessRotation = 0 } = missing;
  const bound = {
    leastLoads: objective.leastLoads + leastLoads,
    priorityWeighted: objective.priorityWeighted + priorityWeighted,
    fitLessRotation: objective.fitLessRotation + fitLessRotation,
  };
  return { ...made, bound, fairness, isOptimal: false };
}

describe("how near a run is to the best", () => {
  it("is told by the first tier that is not proved reached", () => {
    const told = [
      { leastLoads: 2, priorityWeighted: 5, fitLessRotation: 1234 },
      { priorityWeighted: 5, fitLessRotation: 1234 },
      { fitLessRotation: 1234 },
      {},
    ].map((missing) => nearness(unproven({ missing })));
    expect(told).toEqual([
      "At most 2 more places may be found for those who are owed work",
      `Priority filled counts ${objective.priorityWeighted}; at most ${objective.priorityWeighted + 5} may be reached`,
      "At most 12.4 points of fit and shared load more may be reached",
      "Proven: no answer has more places or fit. Of equal ones another may be better",
    ]);
  });

  it("calls what fairness costs no gap where the worst place comes before the total", () => {
    const missing = { fitLessRotation: 1200 };
    const told = ["worst-first", "worst-first-among-best"].map((mode) =>
      nearness(unproven({ missing, fairness: fair(mode) })),
    );
    expect(told).toEqual([
      "Not proven: a fairer answer may exist",
      "At most 12 points of fit and shared load more may be reached",
    ]);
  });

  it("says of fairness how far it is proven, never in the engine's codes", () => {
    const told = [
      fair("worst-first", { proven: "every place" }),
      fair("worst-first", { proven: "worst place" }),
      fair("worst-first", { worstAtMost: 41.23 }),
      fair("worst-first-among-best"),
    ].map((fairness) => nearness(unproven({ fairness })));
    expect(told).toEqual([
      "Proven: no answer is fairer",
      "Proven of the worst place: with as many places it cannot be better. Of others it is not proven",
      "Not proven: a fairer answer may exist. Its worst place that is not pinned fits 41.3 of 100 at most",
      "Not proven: a fairer answer may exist",
    ]);
  });

  it("is the best where that is proven, by the policy's own measure", () => {
    const fairness = fair("worst-first", { proven: "every place" });
    const told = [null, fairness].map((each) =>
      nearness({ ...unproven({ fairness: each }), isOptimal: true }),
    );
    expect(told).toEqual(["Proven: no answer is better by the policy", "Proven: no answer is fairer"]);
  });
});

describe("what is proven of a run as a whole", () => {
  it("is that nothing is better only where that is proven of every year", () => {
    const best = { ...made, isOptimal: true };
    const told = [
      { gap: 0, certified: true, years: [best, best] },
      { gap: 0, certified: true, years: [best, unproven({ fairness: fair("worst-first") })] },
      { gap: 0.000123, certified: true, years: [best] },
      { gap: 0, certified: false, years: [best] },
    ].map(checkedInWords);
    expect(told).toEqual([
      "Checked by itself, and proven: no answer is better by the policy.",
      "Checked by itself; whether a better answer by the policy exists is not proven.",
      "Checked by itself; at most 0.02 % better may exist.",
      "This run was not checked.",
    ]);
  });
});
