import { gapTiers, unitsMissing } from "./certificate/gapTiers.ts";
import { exact, mark, whole } from "./problem/cells.ts";
import { longFingerprint } from "./facts/digest.ts";
import type { Encoded } from "./problem/encode.ts";
import { priorityWeight } from "./problem/extent.ts";
import { proposalsOf } from "./explain/explain.ts";
import type { MatchInput } from "./facts/facts.ts";
import { fitOf } from "./fit/fit.ts";
import { metricsOf } from "./explain/metrics.ts";
import { isBest, type OpenRun, openRun, type Watch } from "./openRun.ts";
import { uselessOverrides } from "./problem/pins.ts";
import type { CertificateSummary, MatchOutcome, MatchResult, ObjectiveTiers } from "./explain/result.ts";
import { byId, compared } from "./facts/order.ts";
import type { Roster } from "./facts/roster.ts";
import { tiersOfPrice } from "./problem/scale.ts";
import type { SolvedParts } from "./solve/memory.ts";
import type { Solution } from "./solve/solution.ts";
import type { Solved } from "./explain/standing.ts";
import { unmetOf } from "./explain/unmet.ts";

/** Changes whenever the same input could give another answer. */
export const engineVersion = "1.30.0";

/** A fingerprint of everything that a run knows, the same for any order of rows (not of fields within one). */
function digestOf(input: MatchInput): string {
  const { schools, calendars = [], practitioners, requests, recentSupport, ...others } = input;
  const supportText = recentSupport
    .map(({ homeSchoolId, receivingSchoolId, onDate, deploymentId, offerId }) =>
      [homeSchoolId, receivingSchoolId, onDate, deploymentId ?? "", ...(offerId ? [offerId] : [])].join(" "),
    )
    .toSorted(compared);
  const rows = [schools, calendars, practitioners, requests].map((list) => list.toSorted(byId));
  return longFingerprint(`${engineVersion}\n${JSON.stringify([others, rows, supportText])}`);
}

function objectiveOf(solved: Solved): ObjectiveTiers {
  const { roster, pinned, encoded, solution } = solved;
  const { policy } = roster.input;
  const tiers = { leastLoads: 0, priorityWeighted: 0, fitLessRotation: 0, proposedAgain: 0 };
  const used = new Int32Array(roster.practitioners.length);
  const count = (i: number, j: number, fit: number): void => {
    const [request, person] = [roster.requests[i], roster.practitioners[j]];
    if (request === undefined || person === undefined) return;
    const again = request.lastProposed.includes(person.id) ? 1 : 0;
    const held = person.loadSlots + whole(used, j);
    if (whole(used, j) < (person.leastSlots ?? 0)) tiers.leastLoads++;
    used[j] = whole(used, j) + 1;
    tiers.priorityWeighted += priorityWeight(roster, request);
    tiers.fitLessRotation += fit + again * policy.stabilityBonus - held * policy.rotationCostPerLoad;
    tiers.proposedAgain += again;
  };
  pinned.peopleOf.forEach((people, i) => {
    for (const j of people) {
      const request = roster.requests[i];
      if (request !== undefined) count(i, j, fitOf(roster.pairsFor(request)(j)));
    }
  });
  for (let e = 0; e < solution.taken.length; e++) {
    if (mark(solution.taken, e) === 0) continue;
    count(whole(solved.requestOfPair, e), whole(encoded.problem.practitioner, e), whole(encoded.fit, e));
  }
  return tiers;
}

/** What is in doubt by tier: as the bounds of the parts tell it or, of the first tiers, a proof of their own. */
function gapOf({ encoded: { scale }, solution, firstTiers }: OpenRun): CertificateSummary["gap"] {
  const gap = { leastLoads: 0, priorityWeighted: 0, fitLessRotation: 0 };
  for (const claim of solution.claims) {
    const part = gapTiers(scale, claim);
    gap.leastLoads += part.leastLoads;
    gap.priorityWeighted += part.priorityWeighted;
    gap.fitLessRotation += firstTiers === null ? part.fitLessRotation : unitsMissing(scale.fitUnit, claim);
  }
  return { ...gap, ...firstTiers };
}

/** What is proven, by tier: parts without a gap add nothing to it. A valid verdict says that the claims are true. */
function certificateOf(run: OpenRun, objective: ObjectiveTiers): CertificateSummary {
  const { verdict } = run;
  const gap = gapOf(run);
  return {
    valid: verdict.valid,
    optimal: isBest(run),
    bound: {
      leastLoads: objective.leastLoads + gap.leastLoads,
      priorityWeighted: objective.priorityWeighted + gap.priorityWeighted,
      fitLessRotation: objective.fitLessRotation + gap.fitLessRotation,
    },
    gap,
    checks: verdict.checks,
  };
}

/** What one more place of each practitioner would buy, for those of whom it would buy anything. */
export function pricesOf(roster: Roster, encoded: Encoded, solution: Solution): MatchResult["prices"] {
  return roster.practitioners.flatMap((person, j) => {
    const price = exact(solution.slotPrice, j);
    const tiers = tiersOfPrice(encoded.scale, price);
    return tiers.priorityWeighted === 0 && tiers.fit <= 0 ? [] : [{ personId: person.id, ...tiers }];
  });
}

/**
 * Matches requests with practitioners: exact, certified and explained. Pure: the same rows in any order give
 * the same bytes. Rows that cannot be used are named instead of being guessed at. `watch` hears each stage
 * as it ends and changes nothing; `known` parts are not solved again.
 */
export function match(input: MatchInput, watch: Watch = () => {}, known?: SolvedParts): MatchOutcome {
  const opening = openRun(input, watch, known);
  if (opening.kind === "invalid-input") return opening;
  const result = resultOf(opening.run);
  watch("explain");
  return { kind: "matched", result, solvedParts: opening.run.solvedParts };
}

/** All that a run answers: what is stored of it each night. */
export function resultOf(run: OpenRun): MatchResult {
  const { roster, pinned, encoded, solution } = run;
  const proposals = proposalsOf(run);
  const objective = objectiveOf(run);
  const metrics = metricsOf(run, proposals);
  return {
    engineVersion,
    inputDigest: digestOf(roster.input),
    proposals,
    unmet: unmetOf(run),
    unfollowed: [...pinned.unfollowed, ...uselessOverrides(roster)],
    objective,
    certificate: certificateOf(run, objective),
    fairness: { ...run.fairness, worstFit: metrics.worstFit },
    prices: pricesOf(roster, encoded, solution),
    metrics,
  };
}
