import type { ConsentParty } from "../../shared/domain/partnership.ts";
import { capital } from "../html.ts";
import { longDate } from "../words.ts";
import { partyFor } from "./parties.ts";
import type { OfferRead } from "./readOffer.ts";

/** What the page is, for whoever reads it. */
export function titleOf(read: OfferRead): string {
  switch (read.party) {
    case "practitioner":
      return `An offer to support ${read.supportedSchool}`;
    case "home-head":
      return `A colleague is asked to support ${read.supportedSchool}`;
    case "receiving-head":
      return "Support for your school";
    case undefined:
      return `The offer to support ${read.supportedSchool}`;
  }
}

const ended = {
  expired: "An answer did not come in time, so this offer has ended.",
  withdrawn: "The broker has withdrawn this offer.",
  superseded: "Others took every place first, so this offer has ended.",
} as const;

/** Who said no, as their reader may know it; the reader themself is told so. */
function whoDeclined({ offer, party }: OfferRead): string {
  const refuser = offer.consents.find(({ answer }) => answer === "no")?.party;
  if (refuser === undefined) return "Somebody said no, so this offer has ended.";
  return `${capital(partyFor(party, refuser))} said no, so this offer has ended.`;
}

const nothingWaits = "There is nothing that you need to do.";

/** Where the offer stands, and what comes next, for whoever reads it. */
export function standing(read: OfferRead): readonly string[] {
  const { offer, party, awaited } = read;
  switch (offer.state) {
    case "sent":
    case "accepted":
      return awaited === party && offer.expiresAt !== null
        ? [
            `Please answer by the end of ${longDate(offer.expiresAt)}.`,
            ...(offer.deadlineCalendar?.notice ? [offer.deadlineCalendar.notice] : []),
          ]
        : [
            ...(saidYes(offer, party) ? ["You said yes. Thank you."] : []),
            waitsFor(read, offer.expiresAt),
            ...(party === undefined ? [] : [nothingWaits]),
          ];
    case "countered":
      return ["Other terms were suggested. The broker decides whether the others are asked about them."];
    case "agreed":
      return ["All three have said yes: the support is agreed."];
    case "declined":
      return [whoDeclined(read), nothingWaits];
    case "expired":
    case "withdrawn":
    case "superseded":
      return [ended[offer.state], nothingWaits];
  }
}

const saidYes = ({ consents }: OfferRead["offer"], party: ConsentParty | undefined): boolean =>
  consents.some((each) => each.party === party && each.answer === "yes");

const waitsFor = ({ party, awaited }: OfferRead, until: string | null): string =>
  `Asked now: ${awaited === undefined ? "nobody" : partyFor(party, awaited)}.` +
  (until === null ? "" : ` An answer is due by the end of ${longDate(until)}.`);

/** What a yes means, for each party. */
export const meaningOfYes: Readonly<Record<ConsentParty, readonly string[]>> = {
  practitioner: [
    "A place and the days are held for you at once.",
    "Your head is asked to release you, and the head of the school that asked agrees objectives and price. Only when both have said yes is it agreed: until then you can take your yes back.",
    "Once it is agreed you get in touch with the school within five working days to plan the first visit.",
  ],
  "home-head": [
    "You release your colleague for these days, and your school is paid as above.",
    "The head of the school that asked is asked next, if they have not agreed yet. Until they have, you can take your yes back.",
  ],
  "receiving-head": [
    "You agree the objectives that are ticked, the days and the price.",
    "When all have said yes the practitioner gets in touch with you within five working days.",
  ],
};
