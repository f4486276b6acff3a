import { type AuditEntry, firstBrokenLink } from "../../shared/domain/audit.ts";
import { recipientKey } from "../../functions/notify/lease.ts";
import { hearersOf } from "../../shared/runtime/publish.ts";
import { sha256 } from "../../shared/runtime/identity.ts";
import { deploymentsOfRequest } from "../../shared/store/rows/deployments.ts";
import { capacitiesOf } from "../../shared/store/rows/people.ts";
import { offersOfRequest, requestList } from "../../shared/store/rows/requests.ts";
import { auditOf, deliveries, outboxList } from "../../shared/store/rows/trail.ts";
import type { Store } from "../../shared/store/store.ts";
import type { Offer } from "../../shared/domain/offers/offer.ts";
import type { Simulated } from "./world.ts";

const holds = ({ state, consents }: Offer): boolean =>
  ["sent", "accepted", "countered", "agreed"].includes(state) &&
  consents.some(({ party, answer }) => party === "practitioner" && answer === "yes");

/** What is wrong with the places, days and deployments as they stand. */
async function untrue(store: Store): Promise<string[]> {
  const wrong: string[] = [];
  const held: Offer[] = [];
  for (const request of await store.all(requestList)) {
    const { requestId } = request;
    const offers = await store.all(offersOfRequest(requestId));
    const holding = offers.filter(holds);
    const agreed = offers.filter(({ state }) => state === "agreed");
    const made = await store.all(deploymentsOfRequest(requestId));
    held.push(...holding);
    if (holding.length > request.people) wrong.push(`${holding.length} hold ${request.people} places`);
    if (request.state !== "closed" && request.slotsOpen !== request.people - holding.length)
      wrong.push(`${request.slotsOpen} of ${request.people} places are open and ${holding.length} held`);
    if (made.length !== agreed.length)
      wrong.push(`${agreed.length} offers are agreed and ${made.length} deployments there`);
    const trail = await store.all(auditOf(`request:${requestId}`));
    if (firstBrokenLink(trail, sha256) !== undefined) wrong.push("the trail of a request is broken");
  }
  for (const capacity of await store.all(capacitiesOf("2026-27"))) {
    const mine = held.filter(({ personId }) => personId === capacity.personId);
    const days = mine.reduce((sum, { terms }) => sum + terms.days, 0);
    if (capacity.deploymentsLeft < 0 || capacity.daysLeft < 0) wrong.push("a capacity is below nothing");
    if (capacity.deploymentsTotal - capacity.deploymentsLeft !== mine.length)
      wrong.push(`${capacity.deploymentsTotal - capacity.deploymentsLeft} held and ${mine.length} by offers`);
    if (capacity.daysTotal - capacity.daysLeft !== days)
      wrong.push(`${capacity.daysTotal - capacity.daysLeft} days held and ${days} by offers`);
  }
  return wrong;
}

/** What has not been told to whom it should have been. */
async function untold(store: Store, { watch: { events }, mailbox }: Simulated): Promise<string[]> {
  const { posted, excused } = mailbox;
  const wrong = (await store.all(outboxList)).map(({ type }) => `${type} is still in the outbox`);
  for (const event of events.values()) {
    if (!hearersOf(event.type).includes("notify")) continue;
    for (const recipient of event.tell) {
      const key = { eventId: event.eventId, recipient: recipientKey(recipient) };
      const delivery = await store.get(deliveries, key);
      if (delivery?.state !== "sent") wrong.push(`${recipientKey(recipient)} was not told of ${event.type}`);
    }
    const recipients = new Set(event.tell.map(recipientKey)).size;
    const letters = posted.get(event.eventId) ?? 0;
    if (letters < recipients) wrong.push(`${letters} letters told ${recipients} of ${event.type}`);
    if (letters > recipients + (excused.get(event.eventId) ?? 0))
      wrong.push(`${letters} letters told ${recipients} of ${event.type}, and no crash explains it`);
  }
  return wrong;
}

/** All that is wrong once everything has come to rest, in words. */
export const wrongAtRest = async (store: Store, simulated: Simulated): Promise<string[]> => [
  ...(await untrue(store)),
  ...(await untold(store, simulated)),
];

/** Every step of the trails of all requests. */
export async function trailsIn(store: Store): Promise<AuditEntry[]> {
  const requests = await store.all(requestList);
  return (
    await Promise.all(requests.map(({ requestId }) => store.all(auditOf(`request:${requestId}`))))
  ).flat();
}
