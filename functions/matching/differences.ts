import type { DifferencesView } from "../../shared/contract/routes/runViews.ts";
import type { MatchInput } from "../../shared/matching/facts/facts.ts";
import { engineVersion } from "../../shared/matching/match.ts";
import { diffRuns as differencesBetween, type RunDiff } from "../../shared/matching/runs/diff.ts";
import { isRefusal } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import type { World } from "../../shared/runtime/world.ts";
import type * as z from "zod";
import type { RunFacts } from "../match/runRows.ts";
import { solvedPartsIn } from "../match/solvedParts.ts";
import { pointsOrNone } from "../match/points.ts";
import { publishedWithFacts } from "./publishedRun.ts";

type YearView = z.input<typeof DifferencesView>["years"][number];

const withoutRequests = (input: MatchInput): MatchInput => ({ ...input, requests: [] });

/** The two inputs of each year that either run looked at: one that did not look at a year had no request in it. */
function yearsOfBoth(from: RunFacts, to: RunFacts) {
  const [before, after] = [from, to].map(
    ({ years }) => new Map(years.map(({ academicYear, input }) => [academicYear, input])),
  );
  const all = [...new Set([...from.years, ...to.years].map(({ academicYear }) => academicYear))].toSorted();
  return all.flatMap((academicYear) => {
    const [was, is] = [before?.get(academicYear), after?.get(academicYear)];
    if (was && is) return [{ academicYear, inputs: [was, is] as const }];
    if (was) return [{ academicYear, inputs: [was, withoutRequests(was)] as const }];
    return is ? [{ academicYear, inputs: [withoutRequests(is), is] as const }] : [];
  });
}

const yearView = (academicYear: string, { inputs, outcomes, figures, solves }: RunDiff): YearView => ({
  academicYear,
  inputs: [...inputs],
  outcomes: outcomes.map(({ cause, before, after, ...outcome }) => {
    const value = outcome.personId === null ? (count: number | null) => count : pointsOrNone;
    return {
      ...outcome,
      before: value(before),
      after: value(after),
      cause: { ...cause, changes: [...cause.changes] },
    };
  }),
  figures: [...figures],
  solves,
});

// A request is answered within 29 seconds: the last solve begun, and the two runs themselves, need some of them.
const longestSearchMilliseconds = 12_000;
const millisecondsOf = (world: World): number => Date.parse(world.now());

export const diffRuns: Handler<"diffRuns"> = async ({ params, query }, { store, world }) => {
  const { runId, fromRunId } = params;
  const to = await publishedWithFacts(store, runId);
  if (isRefusal(to)) return to;
  const from = await publishedWithFacts(store, fromRunId);
  if (isRefusal(from)) return from;
  const known = await solvedPartsIn(store, [fromRunId, runId]);
  const timeUp = millisecondsOf(world) + longestSearchMilliseconds;
  let left = query.solves;
  const years = yearsOfBoth(from.facts, to.facts).map(({ academicYear, inputs }) => {
    const allowed = { solves: left, isTimeUp: () => millisecondsOf(world) >= timeUp, known };
    const found = differencesBetween(inputs[0], inputs[1], allowed);
    if (found.kind === "invalid-input") throw new Error("A published run has facts that cannot be used");
    left -= found.diff.solves;
    return yearView(academicYear, found.diff);
  });
  const engineVersions = {
    from: from.summary.engineVersion,
    to: to.summary.engineVersion,
    now: engineVersion,
  };
  return { status: 200, body: { runId, fromRunId, engineVersions, years } };
};
