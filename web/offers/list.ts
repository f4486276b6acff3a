import { isOpen, offerStates, OfferState } from "../../shared/domain/offers/offer.ts";
import { headed } from "../headed.ts";
import { away, capital, html, type Html } from "../html.ts";
import { type Names, readNames } from "../matching/names.ts";
import { statePart } from "../paging.ts";
import { standing } from "../requests/offers.ts";
import { work } from "../serving.ts";
import { offerStatesInWords } from "../terms.ts";
import { read, type Visit } from "../visit.ts";
import { longDate, period } from "../words.ts";
import type { OfferSeen } from "./readOffer.ts";

const at = "/pages/offers";
const shownAtOnce = 30;

const stillOut = offerStates.filter((state) => isOpen({ state }));
const cameBack = offerStates.filter((state) => !isOpen({ state }));

const headings: Readonly<Record<OfferState, string>> = {
  ...offerStatesInWords,
  sent: "sent, and waiting for answers",
  accepted: "the practitioner said yes, and heads are asked",
};

/** One state of offers, with a part of those that are in it. */
interface Listed {
  readonly state: OfferState;
  readonly items: readonly OfferSeen[];
  readonly nextCursor: string | null;
}

async function listedIn(visit: Visit, state: OfferState, cursor: string | null): Promise<Listed> {
  const query = { state, limit: shownAtOnce, ...(cursor === null ? {} : { cursor }) };
  return { state, ...(await read(visit, "listOffers", { query })) };
}

interface Told {
  readonly names: Names;
  /** Whether the reader knows practitioners by name. */
  readonly isBroker: boolean;
}

function cardOf(offer: OfferSeen, { names, isBroker }: Told): Html {
  const { requestId, offerId, personId, schoolId, homeSchoolId, sentAt, terms } = offer;
  const whom = isBroker ? `${names.person(personId)} for ` : "Support for ";
  const need = names.asked(requestId) !== undefined && `${names.need(requestId)}. `;
  return html`<li>
    <h3>
      <a href="/pages/requests/${requestId}/offers/${offerId}"
        >${whom}${names.school(schoolId)}${away(`${period(terms.window)}, sent on ${longDate(sentAt)}`, ", ")}</a
      >
    </h3>
    <p>${need}By ${names.named(personId) ?? "somebody"} of ${names.school(homeSchoolId)}</p>
    <p>Sent on ${longDate(sentAt)}: ${standing(offer)}</p>
  </li>`;
}

const sectionOf = ({ state, items, nextCursor }: Listed, told: Told): Html =>
  statePart(
    capital(headings[state]),
    items.map((each) => cardOf(each, told)),
    { path: `${at}?state=${state}`, nextCursor },
  );

/** What will stand here, and what to do meanwhile, for whoever finds no offer that is out. */
function nothingOut(isBroker: boolean, personId: string | undefined): Html {
  if (isBroker)
    return html`<p>
      No offer is out. <a href="/pages/match-runs">The latest match run</a> proposes who may be asked.
    </p>`;
  const meanwhile =
    personId === undefined
      ? "There is nothing that you need to do."
      : html`Meanwhile, <a href="/pages/people/${personId}">see that what you offer is up to date</a>.`;
  return html`<p>
    No offer that you have a part in is out. When one is, we write to you, and it stands here until all have
    answered. ${meanwhile}
  </p>`;
}

/** The offers that somebody has a part in, all of them for brokers: what is still out, and on request what came back. */
export const offersPage = work({
  async show(visit) {
    const asked = OfferState.safeParse(visit.query.get("state"));
    const states = asked.success ? [asked.data] : stillOut;
    const cursor = asked.success ? visit.query.get("cursor") : null;
    const [{ roles, practitioner }, ...listed] = await Promise.all([
      read(visit, "getMe", {}),
      ...states.map((state) => listedIn(visit, state, cursor)),
    ]);
    const names = await readNames(
      visit,
      listed.flatMap(({ items }) =>
        items.map(({ personId, schoolId, homeSchoolId, requestId }) => [
          personId,
          schoolId,
          homeSchoolId,
          requestId,
        ]),
      ),
    );
    const isNothingOut =
      !asked.success && listed.every(({ items, nextCursor }) => items.length === 0 && nextCursor === null);
    const told = { names, isBroker: roles.includes("broker") };
    return headed(
      asked.success ? `Offers: ${headings[asked.data]}` : "Offers that are still out",
      html`${isNothingOut ? nothingOut(told.isBroker, practitioner?.personId) : listed.map((each) => sectionOf(each, told))}
        <h2>What came back</h2>
        <ul>
          ${cameBack
            .filter((state) => !states.includes(state))
            .map((state) => html`<li><a href="${at}?state=${state}">${capital(headings[state])}</a></li>`)}
          ${asked.success && html`<li><a href="${at}">All that is still out</a></li>`}
        </ul>`,
    );
  },
});
