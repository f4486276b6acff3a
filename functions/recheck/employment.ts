import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { hasEnded } from "../../shared/domain/deployments/deployment.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import { offerLapses } from "../../shared/domain/people/lapse.ts";
import type { Offer } from "../../shared/domain/offers/offer.ts";
import { end } from "../../shared/domain/offers/offerSteps.ts";
import { newsOf, recipientOf } from "../../shared/domain/offers/offerEvents.ts";
import { eachByItself } from "../../shared/runtime/eachByItself.ts";
import { eachRow } from "../../shared/runtime/eachRow.ts";
import { endingWrites } from "../../shared/store/offerEnding.ts";
import { deploymentsOfPerson } from "../../shared/store/rows/deployments.ts";
import { people } from "../../shared/store/rows/people.ts";
import { offersOfPerson, requests } from "../../shared/store/rows/requests.ts";
import { type Here, keep } from "./raise.ts";
import { lookAtWork } from "./work.ts";

/**
 * Looks at what somebody was offered and has agreed to after their employment changed, they went away or declared a tie:
 * each offer that lapses ends in a write of its own, and each work under way becomes a task, or none any more.
 */
export async function lookAtPerson(here: Here, personId: PersonId): Promise<void> {
  const { store, now } = here;
  const person = await store.get(people, { personId });
  if (!person) return;
  const today = dateAt(now);
  const endOffers = async () =>
    eachRow(store, offersOfPerson(personId), async (offer) => {
      const why = offerLapses(person, offer, today);
      if (why !== null) await withdraw(here, offer, why);
    });
  const lookAtAllWork = async () =>
    eachRow(store, deploymentsOfPerson(personId), async (deployment) => {
      if (!hasEnded(deployment)) await lookAtWork(here, person, deployment);
    });
  await eachByItself([endOffers, lookAtAllWork], (look) => look());
}

/**
 * Withdraws an open offer: its place goes back to the queue, and who had heard of it hears that it is over, never
 * why. Somebody who is away or has left is not written to.
 */
async function withdraw({ store }: Here, offer: Offer, why: "moved" | "away" | "tied"): Promise<void> {
  const { requestId, offerId } = offer;
  const ended = end(offer, "withdrawn", "The practitioner is no longer available for it");
  const request = await store.get(requests, { requestId });
  if (ended.kind !== "ended" || !request) return;
  const told = (
    why === "away" ? (["receiving-head"] as const) : (["practitioner", "receiving-head"] as const)
  ).map((party) => recipientOf(offer, party));
  await keep(store, {
    chain: `request:${requestId}`,
    action: "offer-withdrawn",
    facts: { requestId, offerId },
    writes: await endingWrites(store, { ended, request, declined: false }),
    announce: [newsOf(offer, "offer-withdrawn", told)],
  });
}
