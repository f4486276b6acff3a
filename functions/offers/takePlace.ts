import { counted } from "../../shared/domain/counted.ts";
import type { Refusal } from "../../shared/contract/problems.ts";
import { mayYetTake, type Offer } from "../../shared/domain/offers/offer.ts";
import { end } from "../../shared/domain/offers/offerSteps.ts";
import { newsOf, type OfferNews, recipientOf } from "../../shared/domain/offers/offerEvents.ts";
import { holdCapacity } from "../../shared/domain/people/capacity.ts";
import type { SupportRequest } from "../../shared/domain/requests/request.ts";
import { takeSlot } from "../../shared/domain/requests/requestSteps.ts";
import { refuse, wrongState } from "../../shared/runtime/refusal.ts";
import { capacityOf, writeCapacity } from "../../shared/store/capacity.ts";
import { offers, offersOfRequest } from "../../shared/store/rows/requests.ts";
import { replace, type Store, type Write } from "../../shared/store/store.ts";
import type { ToAnswer } from "./standing.ts";

/** A place and days taken: the request one place shorter, and what else is written and told with it. */
export interface PlaceTaken {
  readonly kind: "place-taken";
  readonly request: SupportRequest;
  readonly writes: readonly Write[];
  readonly announce: readonly OfferNews[];
}

/** Takes a place of the request and the days of the practitioner; with the last place, other offers end. */
export async function takePlace(
  store: Store,
  { request, offer, person }: ToAnswer,
): Promise<PlaceTaken | Refusal> {
  const taken = takeSlot(request);
  if (taken.kind === "slots-filled")
    return refuse("slots-filled", "Others took every place on this request first.");
  if (taken.kind === "wrong-state") return wrongState("request", taken.state, taken.allowed);
  const found = await capacityOf(store, person, offer.academicYear);
  const held = holdCapacity(found.capacity, offer.terms.days);
  switch (held.kind) {
    case "deployments-used-up":
      return refuse("capacity-used-up", "No further deployment can be held at the same time.");
    case "days-used-up":
      return refuse(
        "capacity-used-up",
        `The offer takes ${counted(offer.terms.days, "day")} and ${counted(held.daysLeft, "is", "are")} left in ${offer.academicYear}.`,
      );
    case "held": {
      const superseded = taken.row.slotsOpen > 0 ? [] : await othersEnded(store, offer);
      return {
        kind: "place-taken",
        request: taken.row,
        writes: [
          writeCapacity({ ...found, capacity: held.capacity }),
          ...superseded.map((each) => replace(offers, each)),
        ],
        announce: superseded.map((each) =>
          newsOf(each, "offer-superseded", [recipientOf(each, "practitioner")]),
        ),
      };
    }
  }
}

async function othersEnded(store: Store, offer: Offer): Promise<Offer[]> {
  const others = await store.all(offersOfRequest(offer.requestId));
  return others
    .filter((each) => each.offerId !== offer.offerId && mayYetTake(each))
    .flatMap((each) => {
      const ended = end(each, "superseded", "Every place on the request was taken");
      return ended.kind === "ended" ? [ended.offer] : [];
    });
}
