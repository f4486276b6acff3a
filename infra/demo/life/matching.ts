import type * as z from "zod";
import type { ProposalView, RunView, UnmetView } from "../../../shared/contract/routes/views.ts";
import type { RequestId } from "../../../shared/domain/ids.ts";
import type { Drive } from "../drive.ts";
import { forEachInFlight } from "../inFlight.ts";
import { everyItem } from "../../../shared/runtime/everyItem.ts";

export type Run = z.output<typeof RunView>;
export type Proposal = z.output<typeof ProposalView>;
export type Unmet = z.output<typeof UnmetView>;

/** The run that is in force, with what it proposes and what it could not fill. */
export interface LatestRun {
  readonly run: Run;
  readonly proposals: readonly Proposal[];
  readonly unmet: readonly Unmet[];
}

/** Reads the run in force. A partnership without one is a fault of the service by now. */
export async function latestRun({ api, accounts }: Drive): Promise<LatestRun> {
  const as = accounts.broker;
  const { latestRunId } = await api.call("getPartnership", { as });
  if (latestRunId === null) {
    const { items } = await api.call("listRuns", { as, query: { limit: 5 } });
    const seen = items.map(({ state, trigger, failure }) => `${trigger} ${state} ${failure ?? ""}`.trim());
    throw new Error(`No match run was published; the partnership's runs: ${seen.join("; ") || "none"}`);
  }
  const params = { runId: latestRunId };
  const [run, proposals, unmet] = await Promise.all([
    api.call("getRun", { as, params }),
    everyItem((query) => api.call("listProposals", { as, params, query })),
    everyItem((query) => api.call("listUnmet", { as, params, query })),
  ]);
  return { run, proposals, unmet };
}

/** Open places by the constraint that left them open. */
export function unmetByConstraint(unmet: readonly Unmet[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { binding, slots } of unmet)
    counts.set(binding.constraint, (counts.get(binding.constraint) ?? 0) + slots);
  return Object.fromEntries([...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

/** Refusals of a confirmation that are the truth: what the run reckoned with has been taken since. */
const takenSince = ["slots-filled", "capacity-used-up", "already-exists", "out-of-date"] as const;

/** Of two proposals by which two schools would support each other the first: once it is offered the other is refused. */
export function oneWay(proposals: readonly Proposal[]): Proposal[] {
  const offered = new Set<string>();
  return proposals.filter(({ schoolId, homeSchoolId }) => {
    if (offered.has(`${schoolId} ${homeSchoolId}`)) return false;
    offered.add(`${homeSchoolId} ${schoolId}`);
    return true;
  });
}

/** Confirms proposals, each as an offer. Returns how many became one and how many came too late. */
export async function confirmAll(
  { api, accounts }: Drive,
  proposals: readonly Proposal[],
  reason?: string,
): Promise<{ readonly confirmed: number; readonly tooLate: number }> {
  const body = reason === undefined ? {} : { reason };
  const answers = await forEachInFlight(inTurnByPerson(oneWay(proposals)), async (ofPerson) => {
    let confirmed = 0;
    for (const { runId, requestId, personId } of ofPerson) {
      const asked = { as: accounts.broker, params: { runId, requestId, personId }, body };
      const answer = await api.attempt("confirmProposal", asked, takenSince);
      if (answer.kind === "answered") confirmed += 1;
    }
    return confirmed;
  });
  const confirmed = answers.reduce((sum, each) => sum + each, 0);
  return { confirmed, tooLate: proposals.length - confirmed };
}

/** One practitioner's proposals are confirmed in turn, so that their last day goes to the same request each time. */
const inTurnByPerson = (proposals: readonly Proposal[]): Proposal[][] => [
  ...Map.groupBy(proposals, ({ personId }) => personId).values(),
];

/** The proposals for some requests. */
export const proposalsFor = (
  proposals: readonly Proposal[],
  requestIds: ReadonlySet<RequestId>,
): Proposal[] => proposals.filter(({ requestId }) => requestIds.has(requestId));
