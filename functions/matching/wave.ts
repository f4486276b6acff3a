import type { WaveView } from "../../shared/contract/routes/runViews.ts";
import type { Refusal } from "../../shared/contract/problems.ts";
import type { RunId } from "../../shared/domain/ids.ts";
import type { SupportRequest } from "../../shared/domain/request.ts";
import type { Proposal } from "../../shared/domain/run.ts";
import type { RoutePolicyName } from "../../shared/domain/vocabulary.ts";
import { act } from "../../shared/runtime/act.ts";
import { isRefusal, notFound, refuse } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { requestsIn } from "../../shared/store/rows/requests.ts";
import { proposalsOf } from "../../shared/store/rows/runs.ts";
import type { Store } from "../../shared/store/store.ts";
import type * as z from "zod";
import { confirming } from "./confirm.ts";
import { publishedOrRefused } from "./publishedRun.ts";

interface InTurn {
  readonly proposal: Proposal;
  readonly request: SupportRequest;
}

interface Wave {
  /** Proposals that may be sent, in the order in which they are. */
  readonly inTurn: readonly InTurn[];
  /** How many more of each route may be sent in this wave. */
  readonly left: Map<RoutePolicyName, number>;
}

/** Higher priority first, then the better fit, then the ids. */
const beforeOther = (a: InTurn, b: InTurn): number =>
  b.request.priority - a.request.priority ||
  b.proposal.fit - a.proposal.fit ||
  (idOf(a) < idOf(b) ? -1 : idOf(a) > idOf(b) ? 1 : 0);
const idOf = ({ proposal }: InTurn): string => `${proposal.requestId} ${proposal.personId}`;

/** What a wave of the latest run may send: proposals of open requests on routes whose policy sends in waves. */
async function waveOf(store: Store, runId: RunId, leastAcceptance: number): Promise<Wave | Refusal> {
  const published = await publishedOrRefused(store, runId);
  if (isRefusal(published)) return published;
  const partnership = await store.get(partnerships, {});
  if (!partnership) return notFound("partnership");
  if (partnership.latestRunId !== runId)
    return refuse(
      "out-of-date",
      `The run ${partnership.latestRunId} is newer: send a wave of what it proposes.`,
    );
  const left = new Map(partnership.policies.map(({ name, offersPerWave }) => [name, offersPerWave ?? 0]));
  if ([...left.values()].every((count) => count === 0))
    return refuse("wrong-state", "No route policy sends in waves: set `offersPerWave` of one first.");
  const [open, proposals] = await Promise.all([store.all(requestsIn("open")), store.all(proposalsOf(runId))]);
  const requestOf = new Map(open.map((request) => [request.requestId, request]));
  const inTurn = proposals.flatMap((proposal): InTurn[] => {
    const request = requestOf.get(proposal.requestId);
    const isLikely = (proposal.expectedAcceptance?.share ?? 0) >= leastAcceptance;
    return request && isLikely ? [{ proposal, request }] : [];
  });
  return { inTurn: inTurn.toSorted(beforeOther), left };
}

/** Sends several offers at once, each in a transaction of its own: what cannot be sent is named, and the rest is sent. */
export const sendWave: Handler<"sendWave"> = async ({ params, body }, context) => {
  const { store } = context;
  const { runId } = params;
  const wave = await waveOf(store, runId, body.leastAcceptance);
  if (isRefusal(wave)) return wave;
  const { left } = wave;
  const [sent, notSent]: [z.input<typeof WaveView>["sent"], z.input<typeof WaveView>["notSent"]] = [[], []];
  for (const { proposal, request } of wave.inTurn) {
    const ofRoute = left.get(request.routePolicy) ?? 0;
    if (sent.length === body.most) break;
    if (ofRoute === 0) continue;
    const { reason } = body;
    const answer = await act({ store }, () => confirming(context, { key: proposal, reason, inWave: true }));
    if (isRefusal(answer)) {
      const { requestId, personId } = proposal;
      notSent.push({ requestId, personId, problem: answer.problem, detail: answer.detail });
      continue;
    }
    sent.push(answer.body);
    left.set(request.routePolicy, ofRoute - 1);
  }
  return context.act(async () => ({ reply: { status: 200, body: { runId, sent, notSent } } }));
};
