import * as z from "zod";
import { AuditEntry, type Chain } from "../../domain/audit.ts";
import { DomainEvent, EventType } from "../../domain/events.ts";
import { PersonId } from "../../domain/ids.ts";
import { entity, listOf } from "../entity.ts";

const secondsAt = (instant: string): number => Math.floor(Date.parse(instant) / 1000);
const days = (count: number): number => count * 86_400;

export const auditEntries = entity("audit", {
  schema: AuditEntry,
  place: (row: { chain: string; sequence: number }) => ({
    partition: `AUDIT#${row.chain}`,
    sort: String(row.sequence).padStart(8, "0"),
  }),
});
export const auditOf = (chain: Chain) => listOf(auditEntries, { partition: `AUDIT#${chain}` });

export const outbox = entity("outbox", {
  // Beside the event the item holds its key, which the event as a message does not allow.
  schema: z.object(DomainEvent.shape),
  place: (row: { eventId: string }) => ({ partition: "OUTBOX", sort: row.eventId }),
});
export const outboxList = listOf(outbox, { partition: "OUTBOX" });

/** Outbox rows as the table holds them, read by whoever must get past one that another release wrote. */
export const outboxAsFound = entity(outbox.rowType, { schema: z.looseObject({}), place: outbox.place });

/** Until when what serves an Idempotency-Key is kept, in epoch seconds: two days, for a late repeat. */
export const keptForRepeats = (from: string): number => secondsAt(from) + days(2);

/** The answer that was given to an Idempotency-Key. */
export const answers = entity("answer", {
  schema: z.object({
    route: z.string(),
    account: z.string(),
    key: z.string(),
    bodyHash: z.string(),
    status: z.int(),
    /** The body as JSON, compressed, in base64: some say of thousands of rows what became of them. */
    body: z.string(),
    answeredAt: z.iso.datetime(),
  }),
  place: (row: { route: string; account: string; key: string }) => ({
    // The key has a sort key to itself: an account and a key that both may hold any sign stay apart.
    partition: `ANSWER#${row.route}#${row.account}`,
    sort: `KEY#${row.key}`,
  }),
  expiresAtSeconds: (row) => keptForRepeats(row.answeredAt),
});

const personLetters = (personId: string): string => `PERSON#${personId}#LETTERS`;
/** One message to one recipient: leased while it is being sent, so that a second copy needs a crash. */
export const deliveries = entity("delivery", {
  schema: z.object({
    eventId: z.string(),
    recipient: z.string(),
    about: EventType.exactOptional().describe("Rows from before it was kept have none"),
    state: z.enum(["leased", "sent"]),
    leasedUntil: z.iso.datetime(),
    revision: z.int(),
  }),
  place: (row: { eventId: string; recipient: string }) => ({
    partition: `DELIVERY#${row.eventId}`,
    sort: row.recipient,
  }),
  // By what never changes, so that marking a letter as sent writes no index again.
  listings: ({ recipient, eventId }) =>
    PersonId.safeParse(recipient).success
      ? { gsi1: { partition: personLetters(recipient), sort: eventId } }
      : {},
  expiresAtSeconds: (row) => secondsAt(row.leasedUntil) + days(30),
});
/** Letters to a practitioner, by what they told of, while they are remembered. */
export const deliveriesToPerson = (personId: PersonId) =>
  listOf(deliveries, { index: "gsi1", partition: personLetters(personId) });
