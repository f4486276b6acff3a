import { isOpen, type Offer, offerStates, type OfferState } from "../../shared/domain/offers/offer.ts";
import { offerFor } from "../../shared/domain/offers/offerView.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import type { Session } from "../../shared/runtime/session.ts";
import {
  offersIn,
  offersOfHomeSchool,
  offersOfPerson,
  offersOfRequest,
  requestsOfSchool,
} from "../../shared/store/rows/requests.ts";
import { withDeadlinesNow } from "../../shared/store/offersNow.ts";
import { UnreadableCursorError } from "../../shared/store/cursor.ts";
import type { Page, PageOptions } from "../../shared/store/lists.ts";
import { pageThrough } from "../../shared/store/pageThrough.ts";
import type { Store } from "../../shared/store/store.ts";

type Asked = Pick<PageOptions<Offer>, "limit" | "cursor"> & { readonly state?: OfferState | undefined };

export const listOffers: Handler<"listOffers"> = async ({ query }, { store, session }) => {
  const read = session.roles.includes("broker") ? pageOfAll(store, query) : pageOfOwn(store, session, query);
  const { items, nextCursor } = await read;
  return {
    status: 200,
    body: {
      items: (await withDeadlinesNow(store, items)).flatMap((offer) => offerFor(session, offer) ?? []),
      nextCursor,
    },
  };
};

/** Every offer, state after state in the order of an offer's life; within one, by deadline, or newest first where none runs. */
const pageOfAll = (store: Store, { state, ...page }: Asked): Promise<Page<Offer>> =>
  pageThrough(store, (state === undefined ? offerStates : [state]).map(partOf), page);

const partOf = (state: OfferState) => ({ list: offersIn(state), newestFirst: !isOpen({ state }) });

const unreadable = (): never => {
  throw new UnreadableCursorError("The cursor is not one that a list gave");
};

/** What an account has a part in, newest first: own offers, those of its school's people, and its requests'. */
async function pageOfOwn(
  store: Store,
  session: Session,
  { limit, cursor, state }: Asked,
): Promise<Page<Offer>> {
  const lists = await Promise.all([ownOffers(store, session), schoolOffers(store, session)]);
  const byPlace = new Map(lists.flat().map((offer) => [`${offer.sentAt}#${offer.offerId}`, offer]));
  const before = cursor === undefined ? undefined : Buffer.from(cursor, "base64url").toString();
  if (before !== undefined && !/^\d{4}-.*#ofr_/.test(before)) return unreadable();
  const left = [...byPlace]
    .filter(([, offer]) => offerFor(session, offer) !== undefined)
    .filter(([, offer]) => state === undefined || offer.state === state)
    .filter(([place]) => before === undefined || place < before)
    .toSorted(([a], [b]) => (a < b ? 1 : -1));
  const page = left.slice(0, limit);
  const last = page.at(-1)?.[0];
  const more = left.length > limit && last !== undefined;
  return {
    items: page.map(([, offer]) => offer),
    nextCursor: more ? Buffer.from(last).toString("base64url") : null,
  };
}

const ownOffers = async (store: Store, session: Session): Promise<Offer[]> =>
  session.roles.includes("practitioner") && session.personId !== undefined
    ? store.all(offersOfPerson(session.personId))
    : [];

async function schoolOffers(store: Store, session: Session): Promise<Offer[]> {
  const { schoolId } = session;
  if (!session.roles.includes("school") || schoolId === undefined) return [];
  const asked = await store.all(requestsOfSchool(schoolId));
  const requested = asked
    .filter((request) => request.triage !== null)
    .map((request) => store.all(offersOfRequest(request.requestId)));
  return (await Promise.all([store.all(offersOfHomeSchool(schoolId)), ...requested])).flat();
}
