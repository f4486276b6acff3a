import type { Refusal } from "../../shared/contract/problems.ts";
import type { Deployment } from "../../shared/domain/deployments/deployment.ts";
import { holdsCapacity, type Offer } from "../../shared/domain/offers/offer.ts";
import { rateOn, type RoutePolicy } from "../../shared/domain/partnership.ts";
import type { SupportRequest } from "../../shared/domain/requests/request.ts";
import { agree } from "../../shared/domain/requests/requestSteps.ts";
import { refuse } from "../../shared/runtime/refusal.ts";
import { offersOfRequest } from "../../shared/store/rows/requests.ts";
import type { Store } from "../../shared/store/store.ts";
import { deploymentIdOf } from "../../shared/runtime/deploymentId.ts";

/** The deployment that a wholly agreed offer becomes, at the rate in force when its window begins. */
export function deploymentOf(offer: Offer, policy: RoutePolicy, agreedAt: string): Deployment | Refusal {
  const { terms, offerId, requestId, personId, schoolId, homeSchoolId, routePolicy, academicYear } = offer;
  const rate = rateOn(policy, terms.window.from);
  if (!rate)
    return refuse(
      "wrong-state",
      `No day rate of the route ${policy.name} is in force on ${terms.window.from}. Ask the broker to set one.`,
    );
  const { dayRatePence, homeSchoolSharePence } = rate;
  return {
    deploymentId: deploymentIdOf(offerId),
    offerId,
    requestId,
    personId,
    schoolId,
    homeSchoolId,
    routePolicy,
    academicYear,
    state: "agreed",
    agreement: {
      objectives: offer.objectivesAgreed,
      daysPlanned: terms.days,
      window: terms.window,
      mode: terms.mode,
      dayRatePence,
      homeSchoolSharePence,
      payer: policy.payer,
      agreedAt,
    },
    daysDelivered: 0,
    daysCharged: 0,
    midTermReview: null,
    ending: null,
    revision: 0,
  };
}

/** The request after one of its offers was agreed: agreed itself once it has no place or consent left open. */
export async function requestAfter(
  store: Store,
  request: SupportRequest,
  agreed: Offer,
): Promise<SupportRequest> {
  if (request.slotsOpen > 0) return request;
  const others = await store.all(offersOfRequest(request.requestId));
  const waits = others.some(
    (each) => each.offerId !== agreed.offerId && each.state !== "agreed" && holdsCapacity(each),
  );
  if (waits) return request;
  const changed = agree(request);
  if (changed.kind === "wrong-state")
    throw new Error(`A request that is ${changed.state} had offers to agree`);
  return changed.row;
}
