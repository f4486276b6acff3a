import type { Offer } from "../../shared/domain/offers/offer.ts";
import { offerFor } from "../../shared/domain/offers/offerView.ts";
import { notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { withDeadlineNow, withDeadlinesNow } from "../../shared/store/offersNow.ts";
import { offers, offersOfRequest, requests } from "../../shared/store/rows/requests.ts";

export const getOffer: Handler<"getOffer"> = async ({ params }, { store, session }) => {
  const offer = await store.get(offers, params);
  const seen = offer && offerFor(session, await withDeadlineNow(store, offer));
  return seen ? { status: 200, body: seen } : notFound("offer");
};

export const listRequestOffers: Handler<"listRequestOffers"> = async (
  { params, query },
  { store, session },
) => {
  const request = await store.get(requests, params);
  const seesAll = session.roles.includes("broker") || session.roles.includes("director");
  if (!request || (!seesAll && session.schoolId !== request.schoolId)) return notFound("request");
  const where = (offer: Offer): boolean => offerFor(session, offer) !== undefined;
  const { items, nextCursor } = await store.page(offersOfRequest(params.requestId), { ...query, where });
  return {
    status: 200,
    body: {
      items: (await withDeadlinesNow(store, items)).flatMap((offer) => offerFor(session, offer) ?? []),
      nextCursor,
    },
  };
};
