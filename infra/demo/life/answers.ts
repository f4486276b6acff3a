import type * as z from "zod";
import type { OfferView } from "../../../shared/contract/routes/views.ts";
import { addDays } from "../../../shared/domain/calendar/calendar.ts";
import type { RequestId } from "../../../shared/domain/ids.ts";
import { awaitedParty, type OfferTerms } from "../../../shared/domain/offers/offer.ts";
import type { ConsentParty } from "../../../shared/domain/partnership.ts";
import type { SeededRandom } from "../../../shared/registers/seeded.ts";
import { chancesOf, type Drive } from "../drive.ts";
import { forEachInFlight } from "../inFlight.ts";
import { everyItem } from "../../../shared/runtime/everyItem.ts";
import { pickWeighted } from "../population/chance.ts";
import { type Answer, type Answered, declineReasons, type Manners } from "./manners.ts";

export type SeenOffer = z.output<typeof OfferView>;

const live = ["sent", "accepted", "countered"] as const;

/** Every offer that waits for somebody. */
export async function liveOffers({ api, accounts }: Drive): Promise<SeenOffer[]> {
  const lists = await Promise.all(
    live.map((state) =>
      everyItem((query) => api.call("listOffers", { as: accounts.broker, query: { ...query, state } })),
    ),
  );
  return lists.flat().toSorted((a, b) => (a.offerId < b.offerId ? -1 : 1));
}

/** Lets everybody who is asked answer, and the broker settle counters, until only the silent are left. */
export async function answerAll(drive: Drive, manners: Manners, answered: Answered): Promise<void> {
  const { silent } = drive;
  const silentBefore = silent.size;
  for (;;) {
    const waiting = (await liveOffers(drive)).filter(({ offerId }) => !silent.has(offerId));
    if (waiting.length === 0) break;
    // A practitioner answers in turn, so that the last day goes to the same request each time.
    const byPerson = [...Map.groupBy(waiting, ({ personId }) => personId).values()];
    await forEachInFlight(byPerson, async (offers) => {
      for (const offer of offers) {
        const answer = await answerOne(drive, { offer, manners }, answered);
        if (answer === "silence") silent.add(offer.offerId);
      }
    });
  }
  answered.silent += silent.size - silentBefore;
  await drive.machine.settle();
}

interface Asked {
  readonly offer: SeenOffer;
  readonly manners: Manners;
}

async function answerOne(drive: Drive, { offer, manners }: Asked, answered: Answered): Promise<Answer> {
  if (offer.state === "countered") {
    await settle(drive, offer, answered);
    return "yes";
  }
  const party = awaitedParty(offer);
  if (party === undefined) return "silence";
  const random = chancesOf(drive, offer, `${party} is asked for ${offer.terms.days} days`);
  const answer = pickWeighted(random, manners[party]);
  if (answer === "silence") return answer;
  if (answer === "counter") await counter(drive, { offer, party }, answered);
  else await sayIt[party](drive, { offer, yes: answer === "yes", random }, answered);
  return answer;
}

const paramsOf = ({ requestId, offerId }: SeenOffer) => ({ requestId, offerId });

const accountFor = ({ accounts }: Drive, offer: SeenOffer, party: ConsentParty): string => {
  switch (party) {
    case "practitioner":
      return accounts.practitioner(offer.personId);
    case "home-head":
      return accounts.head(offer.homeSchoolId);
    case "receiving-head":
      return accounts.head(offer.schoolId);
  }
};

interface Saying {
  readonly offer: SeenOffer;
  readonly yes: boolean;
  readonly random: SeededRandom;
}

type SayIt = (drive: Drive, saying: Saying, answered: Answered) => Promise<void>;

const sayIt: Readonly<Record<ConsentParty, SayIt>> = {
  practitioner: async (drive, { offer, yes, random }, answered) => {
    const as = accountFor(drive, offer, "practitioner");
    const asked = { as, params: paramsOf(offer) };
    const accepted = yes
      ? await drive.api.attempt("acceptOffer", { ...asked, body: {} }, ["slots-filled", "capacity-used-up"])
      : undefined;
    if (accepted?.kind === "answered") {
      answered.accepted += 1;
      return;
    }
    if (accepted) answered.tooLate += 1;
    const reason = accepted ? ("no-capacity-now" as const) : pickWeighted(random, declineReasons);
    await drive.api.call("declineOffer", { ...asked, body: { reason, note: "With regret, not this time" } });
    answered.declined += 1;
  },
  "home-head": async (drive, { offer, yes }, answered) => {
    const note = yes ? "Cover is arranged" : "Two colleagues are away this term";
    const asked = { as: accountFor(drive, offer, "home-head"), params: paramsOf(offer) };
    await drive.api.call("decideRelease", { ...asked, body: { released: yes, note } });
    answered[yes ? "released" : "releaseRefused"] += 1;
  },
  "receiving-head": async (drive, { offer, yes, random }, answered) => {
    const objectives = random.chance(0.9) ? offer.objectivesAgreed : offer.objectivesAgreed.slice(0, 1);
    const asked = { as: accountFor(drive, offer, "receiving-head"), params: paramsOf(offer) };
    const body = yes
      ? { agreed: true, objectives, note: "As talked over" }
      : { agreed: false, note: "Not these days" };
    await drive.api.call("agreeOffer", { ...asked, body });
    answered[yes ? "agreed" : "notAgreed"] += 1;
  },
};

/** Other terms than were offered: a day less, or a fortnight later where there is no day to spare. */
const otherTerms = ({ days, window, mode }: OfferTerms): OfferTerms =>
  days > 1
    ? { days: days - 0.5, window, mode }
    : { days, mode, window: { from: addDays(window.from, 7), to: addDays(window.to, 14) } };

async function counter(
  drive: Drive,
  { offer, party }: { readonly offer: SeenOffer; readonly party: ConsentParty },
  answered: Answered,
): Promise<void> {
  const body = { terms: otherTerms(offer.terms), message: "We could do it on these terms" };
  const as = accountFor(drive, offer, party);
  await drive.api.call("counterOffer", { as, params: paramsOf(offer), body });
  answered.countered += 1;
}

async function settle(drive: Drive, offer: SeenOffer, answered: Answered): Promise<void> {
  const { api, accounts } = drive;
  const asked = { as: accounts.broker, params: paramsOf(offer) };
  if (chancesOf(drive, offer, "counter").chance(0.8)) {
    const body = { take: true, reason: "The school is content with that" };
    const taken = await api.attempt("settleCounter", { ...asked, body }, [
      "slots-filled",
      "capacity-used-up",
    ]);
    if (taken.kind === "answered") {
      answered.countersTaken += 1;
      return;
    }
    answered.tooLate += 1;
  }
  const body = { take: false, reason: "The school needs the days as asked" };
  await api.call("settleCounter", { ...asked, body });
}

/** The requests among those that still have a place nobody is asked for. */
export async function requestsStillOpen({ api, accounts }: Drive): Promise<ReadonlySet<RequestId>> {
  const open = await everyItem((query) =>
    api.call("listRequests", { as: accounts.broker, query: { ...query, state: "open" } }),
  );
  return new Set(open.filter(({ slotsOpen }) => slotsOpen > 0).map(({ requestId }) => requestId));
}
