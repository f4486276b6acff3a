import type * as z from "zod";
import type { DomainEvent, Recipient } from "../../shared/domain/events.ts";
import { deliveries } from "../../shared/store/rows/trail.ts";
import { create, replace, type Store } from "../../shared/store/store.ts";

export type Delivery = z.output<typeof deliveries.schema>;

/** Longer than the function may run, so that a lease which ran out belongs to a worker that is gone. */
const leaseMilliseconds = 120_000;

export type Leased =
  | { readonly kind: "leased"; readonly delivery: Delivery }
  | { readonly kind: "held" }
  | { readonly kind: "sent" };

interface Letter {
  readonly event: DomainEvent;
  readonly recipient: Recipient;
  readonly now: string;
}

/** One recipient in one word: the second half of a delivery's key. */
export function recipientKey(recipient: Recipient): string {
  switch (recipient.to) {
    case "brokers":
      return "brokers";
    case "school":
      return recipient.schoolId;
    case "person":
      return recipient.personId;
  }
}

/** Takes the one letter of an event to a recipient for two minutes, unless it was sent or is being sent. */
export async function lease(store: Store, { event, recipient, now }: Letter): Promise<Leased> {
  const key = { eventId: event.eventId, recipient: recipientKey(recipient), about: event.type };
  const found = await store.get(deliveries, key);
  if (found?.state === "sent") return { kind: "sent" };
  if (found && Date.parse(found.leasedUntil) > Date.parse(now)) return { kind: "held" };
  const leasedUntil = new Date(Date.parse(now) + leaseMilliseconds).toISOString();
  const delivery: Delivery = { ...key, state: "leased", leasedUntil, revision: found?.revision ?? 0 };
  const taken = await store.note(found ? replace(deliveries, delivery) : create(deliveries, delivery));
  if (!taken) return { kind: "held" };
  return { kind: "leased", delivery: found ? { ...delivery, revision: delivery.revision + 1 } : delivery };
}

/** Marks a letter as sent, whoever holds its lease by now: sent it is. */
export const markSent = (store: Store, delivery: Delivery): Promise<void> =>
  store.stage(deliveries, [{ ...delivery, state: "sent", revision: delivery.revision + 1 }]);
