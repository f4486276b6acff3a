import { expectedAcceptance } from "../../shared/domain/people/acceptance.ts";
import type { RunId, SchoolId } from "../../shared/domain/ids.ts";
import type { Proposal, RunSummary, UnmetNeed } from "../../shared/domain/runs/run.ts";
import { giniThousandths } from "../../shared/matching/explain/metrics.ts";
import type * as engine from "../../shared/matching/explain/result.ts";
import { sealOf } from "../../shared/matching/runs/replay.ts";
import { sha256 } from "../../shared/runtime/identity.ts";
import type { RunFacts, YearFacts } from "./runRows.ts";
import { alternateRow, relaxationRow } from "./explanationRow.ts";
import { metricsRow } from "./metricsRow.ts";
import { points } from "./points.ts";
import { withReturns } from "./returns.ts";

/** One academic year beside the engine's answer for it. */
export interface MatchedYear extends YearFacts {
  readonly result: engine.MatchResult;
}

/** The rows that a run publishes, and its figures but for the time it took. */
export interface RunAnswer {
  readonly proposals: readonly Proposal[];
  readonly unmet: readonly UnmetNeed[];
  readonly summary: Omit<RunSummary, "milliseconds" | "stages">;
}

/** Turns the engine's answers into the rows that a broker reads. */
export function answerOf(runId: RunId, facts: RunFacts, years: readonly MatchedYear[]): RunAnswer {
  const schoolOfRequest = new Map(
    years.flatMap(({ input }) => input.requests.map((request) => [request.id, request.schoolId])),
  );
  const homeOf = new Map(
    years.flatMap(({ input }) => input.practitioners.map((person) => [person.id, person.homeSchoolId])),
  );
  const answersOf = new Map(facts.answers.map((each) => [each.personId, each]));
  const proposals = years.flatMap(({ result }) =>
    result.proposals.map((proposal) => ({
      ...proposalRow(proposal),
      runId,
      schoolId: present(schoolOfRequest.get(proposal.requestId)),
      homeSchoolId: present(homeOf.get(proposal.personId)),
      expectedAcceptance: expectedAcceptance(answersOf.get(proposal.personId)),
    })),
  );
  const unmet = years.flatMap(({ result }) =>
    result.unmet.map((need) => ({
      runId,
      requestId: need.requestId,
      schoolId: present(schoolOfRequest.get(need.requestId)),
      slots: need.slots,
      binding: { constraint: need.binding.code, sentence: need.binding.sentence },
      relaxations: need.relaxations.map(relaxationRow),
      isSettled: need.isSettled,
      refusals: [...need.refusals],
    })),
  );
  const leftOut = facts.leftOut.map(({ constraint, sentence, ...need }) => ({
    ...need,
    runId,
    binding: { constraint, sentence },
    relaxations: [],
    isSettled: true,
    refusals: [],
  }));
  return {
    proposals: withReturns(proposals),
    unmet: [...unmet, ...leftOut],
    summary: summaryOf(facts, years, proposals),
  };
}

function present(schoolId: SchoolId | undefined): SchoolId {
  if (schoolId === undefined) throw new Error("The engine named somebody who is not among the facts");
  return schoolId;
}

type FromEngine = Omit<Proposal, "runId" | "schoolId" | "homeSchoolId" | "expectedAcceptance">;

const proposalRow = (proposal: engine.Proposal): FromEngine => ({
  requestId: proposal.requestId,
  personId: proposal.personId,
  fit: points(proposal.fit),
  components: proposal.components.map((each) => ({
    ...each,
    points: points(each.points),
    outOf: points(each.outOf),
  })),
  rulesPassed: [...proposal.rulesPassed],
  warnings: [
    ...proposal.overridden.map(({ rule, reason }) => `The rule ${rule} was set aside: ${reason}`),
    ...proposal.warnings,
  ],
  alternates: proposal.alternates.map(alternateRow),
  pinned: proposal.pinned,
  distanceMetres: proposal.distanceMetres,
  proposedLastRun: proposal.proposedLastRun,
});

function summaryOf(
  facts: RunFacts,
  years: readonly MatchedYear[],
  proposals: readonly Proposal[],
): RunAnswer["summary"] {
  const results = years.map(({ result }) => result);
  const total = (of: (result: engine.MatchResult) => number): number =>
    results.reduce((sum, result) => sum + of(result), 0);
  const worst = results.flatMap(({ metrics }) => (metrics.worstFit === null ? [] : [metrics.worstFit]));
  return {
    ...sealOf(results, sha256),
    requests: facts.leftOut.length + years.reduce((sum, { input }) => sum + input.requests.length, 0),
    practitioners: years[0]?.input.practitioners.length ?? 0,
    slotsWanted:
      total(({ metrics }) => metrics.slotsWanted) + facts.leftOut.reduce((sum, { slots }) => sum + slots, 0),
    slotsFilled: total(({ metrics }) => metrics.slotsFilled),
    totalFit: points(total(({ metrics }) => metrics.totalFit)),
    worstFit: worst.length === 0 ? null : points(Math.min(...worst)),
    ...spreadOf(years, proposals),
    gap: Math.max(0, ...results.map(gapOf)),
    certified: results.every(({ certificate }) => certificate.valid),
    unfollowed: [...facts.unfollowed, ...results.flatMap(({ unfollowed }) => unfollowed)],
    years: years.map(metricsRow),
  };
}

/** How evenly the work lies: Gini of deployments held after the run, and what the five busiest carry of it. */
function spreadOf(
  years: readonly MatchedYear[],
  proposals: readonly Proposal[],
): Pick<RunSummary, "loadGini" | "topFiveShare"> {
  const proposed = Map.groupBy(proposals, ({ personId }) => personId);
  const people = years[0]?.input.practitioners ?? [];
  const loads = people.map(({ id, loadSlots }) => loadSlots + (proposed.get(id)?.length ?? 0));
  const busiest = Array.from(proposed.values(), (mine) => mine.length).toSorted((a, b) => b - a);
  const carried = busiest.slice(0, 5).reduce((sum, count) => sum + count, 0);
  return {
    loadGini: giniThousandths(loads) / 1000,
    topFiveShare: proposals.length === 0 ? 0 : carried / proposals.length,
  };
}

/**
 * The share of the bound that is not proved reached, in the highest tier that has any; 0 when optimal. Total fit
 * that is given up for the worst place is no gap: it is the loss told beside the policy's fairness.
 */
export function gapOf({ certificate, fairness }: Proved): number {
  const { bound, gap, optimal } = certificate;
  if (optimal) return 0;
  if (gap.leastLoads > 0) return gap.leastLoads / Math.max(1, bound.leastLoads);
  if (gap.priorityWeighted > 0) return gap.priorityWeighted / Math.max(1, bound.priorityWeighted);
  if (fairness.mode === "worst-first" || gap.fitLessRotation === 0) return 0;
  return gap.fitLessRotation / Math.max(1, Math.abs(bound.fitLessRotation));
}

/** What a run proved, as far as its gap needs it. */
interface Proved {
  readonly certificate: Pick<engine.CertificateSummary, "bound" | "gap" | "optimal">;
  readonly fairness: Pick<engine.FairnessSummary, "mode">;
}
