import type { Consent, Counter, Offer } from "./offer.ts";
import { type DeadlineCalendar, deadlineCalendar } from "./offerDeadline.ts";
import type { Viewer } from "../deployments/parties.ts";
import type { ConsentParty } from "../partnership.ts";
import type * as z from "zod";

/** An offer as somebody sees it: the message of a counter may be hidden from them. */
export type OfferSeen = Omit<Offer, "counter"> & {
  readonly counter: (Omit<z.infer<typeof Counter>, "message"> & { readonly message: string | null }) | null;
  readonly deadlineCalendar: DeadlineCalendar | null;
};

/** The offer whole, with by whose term dates its deadline was counted. */
export const offerTold = (offer: Offer): OfferSeen => ({
  ...offer,
  deadlineCalendar: deadlineCalendar(offer),
});

/** Which of the three parties of an offer a viewer may answer for; one account may be several. */
export function consentPartiesOf(
  { roles, schoolId, personId }: Viewer,
  offer: Pick<Offer, "schoolId" | "homeSchoolId" | "personId">,
): ConsentParty[] {
  const parties: ConsentParty[] = [];
  if (roles.includes("practitioner") && personId === offer.personId) parties.push("practitioner");
  if (!roles.includes("school")) return parties;
  if (schoolId === offer.homeSchoolId) parties.push("home-head");
  if (schoolId === offer.schoolId) parties.push("receiving-head");
  return parties;
}

const answerOf = (offer: Offer, party: ConsentParty): Consent["answer"] | undefined =>
  offer.consents.find((each) => each.party === party)?.answer;

/** Practitioner and home head know of an offer from the first; a school only of who said yes, or when it is asked. */
const knows = (offer: Offer, party: ConsentParty): boolean =>
  party !== "receiving-head" ||
  answerOf(offer, "practitioner") === "yes" ||
  answerOf(offer, "receiving-head") !== "not-yet-asked";

/** Whether a viewer who knows of an offer may read the practitioner's name: their school first with their yes. */
export const mayReadName = (viewer: Viewer, offer: Offer): boolean =>
  answerOf(offer, "practitioner") === "yes" ||
  viewer.roles.includes("broker") ||
  viewer.roles.includes("director") ||
  consentPartiesOf(viewer, offer).some((party) => party !== "receiving-head");

/**
 * The offer as this account may see it, or undefined where it must not learn that there is one. Notes, reasons
 * and messages are seen by who wrote them and by the broker; the terms of a counter by every party that was asked.
 */
export function offerFor(viewer: Viewer, offer: Offer): OfferSeen | undefined {
  if (viewer.roles.includes("broker")) return offerTold(offer);
  const mine = consentPartiesOf(viewer, offer).filter((party) => knows(offer, party));
  const oversees = viewer.roles.includes("director");
  if (mine.length === 0 && !oversees) return undefined;
  const declined = mine.some((party) => answerOf(offer, party) === "no");
  const asked = mine.some((party) => answerOf(offer, party) !== "not-yet-asked");
  const { counter } = offer;
  return {
    ...offerTold(offer),
    consents: offer.consents.map((each) => (mine.includes(each.party) ? each : { ...each, note: null })),
    counter:
      counter && (asked || oversees)
        ? { ...counter, message: mine.includes(counter.by) ? counter.message : null }
        : null,
    declineReason: declined ? offer.declineReason : null,
    endedNote: declined ? offer.endedNote : null,
  };
}
