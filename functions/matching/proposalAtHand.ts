import type { Refusal } from "../../shared/contract/problems.ts";
import type { PersonId, RequestId, RunId } from "../../shared/domain/ids.ts";
import { isLive, type Offer } from "../../shared/domain/offers/offer.ts";
import { policyNamed, type RoutePolicy } from "../../shared/domain/partnership.ts";
import type { SupportRequest } from "../../shared/domain/requests/request.ts";
import type { Proposal } from "../../shared/domain/runs/run.ts";
import { isRefusal, notFound, refuse, wrongState } from "../../shared/runtime/refusal.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { offersOfRequest, requests } from "../../shared/store/rows/requests.ts";
import { proposals } from "../../shared/store/rows/runs.ts";
import type { Store } from "../../shared/store/store.ts";
import { publishedOrRefused } from "./publishedRun.ts";

/** Which run proposed whom for what. */
export interface ProposalKey {
  readonly runId: RunId;
  readonly requestId: RequestId;
  readonly personId: PersonId;
}

/** A proposal that may still be acted on, with what the offer is made from. */
export interface ProposalAtHand {
  readonly proposal: Proposal;
  readonly request: SupportRequest;
  readonly policy: RoutePolicy;
  /** Every offer that was ever made for the request. */
  readonly offers: readonly Offer[];
}

/** The proposal, if the latest run still makes it and its request still has a place. */
export async function proposalAtHand(store: Store, key: ProposalKey): Promise<ProposalAtHand | Refusal> {
  const { runId, requestId, personId } = key;
  const published = await publishedOrRefused(store, runId);
  if (isRefusal(published)) return published;
  const [proposal, request, partnership, offers] = await Promise.all([
    store.get(proposals, key),
    store.get(requests, { requestId }),
    store.get(partnerships, {}),
    store.all(offersOfRequest(requestId)),
  ]);
  if (!proposal || !request || !partnership) return notFound("proposal");
  const { latestRunId } = partnership;
  const stands =
    latestRunId === runId ||
    (latestRunId !== null && (await store.get(proposals, { runId: latestRunId, requestId, personId })));
  if (!stands)
    return refuse("out-of-date", `The run ${latestRunId} no longer proposes this. Look at what it proposes.`);
  if (request.state !== "open") return wrongState("request", request.state, ["open"]);
  if (request.slotsOpen < 1) return refuse("slots-filled", "Every place on this request has been accepted.");
  return { proposal, request, policy: policyNamed(partnership, request.routePolicy), offers };
}

/** Why no further offer of this request can go to somebody who holds one. */
export function refusedAsHolder(offers: readonly Offer[], personId: PersonId): Refusal | undefined {
  const held = offers.find((offer) => offer.personId === personId && isLive(offer));
  return held && refuse("already-exists", `This practitioner's offer ${held.offerId} is ${held.state}.`);
}
