import type { DomainEvent, Recipient } from "../../shared/domain/events.ts";
import { ComeAgain, eventQueueFunction } from "../../shared/runtime/queue.ts";
import type { Poster, World } from "../../shared/runtime/world.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { addressOf } from "./address.ts";
import { compose } from "./compose.ts";
import { isNotified } from "./letters.ts";
import { type Leased, lease, markSent, recipientKey } from "./lease.ts";
import { matterFor, rowsOf } from "./matter.ts";

/** Writes to everybody who must know of an event: at least once each, a second time only after a crash. */
export const notifyFunction = (world: World & Poster) =>
  eventQueueFunction(world, "notify", (event) => notify(world, event));

/** Tells each recipient by itself, so that one address that fails keeps nobody else waiting. */
async function notify(world: World & Poster, event: DomainEvent): Promise<void> {
  const recipients = [...new Map(event.tell.map((each) => [recipientKey(each), each])).values()];
  const told = await Promise.allSettled(recipients.map((each) => tell(world, event, each)));
  const failed = told.flatMap((each): unknown[] => (each.status === "rejected" ? [each.reason] : []));
  if (failed.length > 0 && failed.every((each) => each instanceof ComeAgain))
    throw new ComeAgain("Some letters are with another worker");
  if (failed.length > 0) throw new AggregateError(failed, "Not everybody could be told");
}

async function tell(world: World & Poster, event: DomainEvent, recipient: Recipient): Promise<void> {
  const { type } = event;
  if (!isNotified(type)) throw new Error(`Nobody is written to about ${type}`);
  const store = world.storeFor(event.partnershipId);
  const partnership = await store.get(partnerships, {});
  if (!partnership) throw new Error("The event's partnership is not there");
  const leased = await leaseSoon(() => lease(store, { event, recipient, now: world.now() }));
  if (leased.kind === "sent") return;
  if (leased.kind === "held") throw new ComeAgain("Another worker is at this letter, or died while it was");
  const matter = matterFor(recipient, await rowsOf(store, event.subject));
  const { to, standingIn } = await addressOf(store, partnership, recipient);
  const { publicAddress } = world;
  const from = { partnershipName: partnership.name, publicAddress, standingIn };
  await world.post({ to, ...compose({ ...event, type }, matter, from) });
  await markSent(store, leased.delivery);
  world.log({ code: "mail-sent", eventId: event.eventId });
}

const looksAgain = 12;
const pauseMilliseconds = 250;

/** Another worker that holds the letter is mostly done in a moment: a look or two is cheaper than a return to the queue. */
async function leaseSoon(take: () => Promise<Leased>): Promise<Leased> {
  let leased = await take();
  for (let look = 0; leased.kind === "held" && look < looksAgain; look += 1) {
    await new Promise((wake) => setTimeout(wake, pauseMilliseconds));
    leased = await take();
  }
  return leased;
}
