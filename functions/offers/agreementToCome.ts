import { isOpen, liveOfferStates } from "../../shared/domain/offers/offer.ts";
import { mayReadName } from "../../shared/domain/offers/offerView.ts";
import { chargeFor } from "../../shared/domain/deployments/money.ts";
import { isRefusal, notFound, wrongState } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { people } from "../../shared/store/rows/people.ts";
import { schoolWith } from "../../shared/store/schools.ts";
import { offerAtHand } from "./access.ts";
import { deploymentOf } from "./agreement.ts";

/** What an open offer would become with its third yes: who, what for, how long, and at what price. */
export const readAgreement: Handler<"getAgreement"> = async ({ params }, { world, store, session }) => {
  const atHand = await offerAtHand(store, session, params);
  if (isRefusal(atHand)) return atHand;
  const { offer, request, by } = atHand;
  if (!isOpen(offer))
    return wrongState(
      "offer",
      offer.state,
      liveOfferStates.filter((state) => state !== "agreed"),
    );
  const deployment = deploymentOf(offer, by.policy, world.now());
  if (isRefusal(deployment)) return deployment;
  const [person, supported, home] = await Promise.all([
    store.get(people, offer),
    schoolWith(store, offer.schoolId),
    schoolWith(store, offer.homeSchoolId),
  ]);
  if (!person || !supported || !home) return notFound("offer");
  const { objectives: agreed, agreedAt: _now, ...agreement } = deployment.agreement;
  const { chargedPence, brokeragePence } = chargeFor(agreement, agreement.daysPlanned);
  const { requestId, offerId, personId } = offer;
  return {
    status: 200,
    body: {
      requestId,
      offerId,
      supportedSchool: { schoolId: supported.schoolId, name: supported.name },
      homeSchool: { schoolId: home.schoolId, name: home.name },
      practitioner: { personId, name: mayReadName(session, offer) ? person.name : null },
      objectives: request.objectives.filter(({ objectiveId }) => agreed.includes(objectiveId)),
      ...agreement,
      chargedPence,
      brokeragePence,
    },
  };
};
