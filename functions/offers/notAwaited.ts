import type { Refusal } from "../../shared/contract/problems.ts";
import { isOpen, type Offer, type OfferState } from "../../shared/domain/offers/offer.ts";
import type { NotAwaited } from "../../shared/domain/offers/offerSteps.ts";
import type { ConsentParty } from "../../shared/domain/partnership.ts";
import { refuse, wrongState } from "../../shared/runtime/refusal.ts";

/** Why a party's answer cannot be taken, in the words of what truly happened. */
export function refusalOf(offer: Offer, party: ConsentParty, refused: NotAwaited): Refusal {
  if (refused.kind === "expired")
    return refuse("offer-expired", `The deadline for this answer was ${refused.at}.`);
  if (refused.state === "expired")
    return refuse("offer-expired", "An answer did not come in time, and the offer ended.");
  if (refused.state === "superseded")
    return refuse("slots-filled", "Others took every place on this request first, and the offer ended.");
  const own = offer.consents.find((each) => each.party === party);
  if (own?.answer === "not-yet-asked" && refused.awaited !== undefined)
    return refuse("not-your-turn", `The ${refused.awaited} is to answer first.`);
  if (own?.answer === "yes" && isOpen(offer))
    return refuse("wrong-state", "You have said yes. Until all have, you can say no instead.");
  return wrongState("offer", stateInWords(refused.state, refused.awaited), [`waiting for the ${party}`]);
}

const stateInWords = (state: OfferState, awaited: ConsentParty | undefined): string =>
  awaited === undefined ? state : `${state} and waiting for the ${awaited}`;
