import { notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { offers, offersOfRequest, requests } from "../../shared/store/rows/requests.ts";
import { maySee } from "./access.ts";

export const getOffer: Handler<"getOffer"> = async ({ params }, { store, session }) => {
  const offer = await store.get(offers, params);
  return offer && maySee(session, offer) ? { status: 200, body: offer } : notFound("offer");
};

export const listRequestOffers: Handler<"listRequestOffers"> = async (
  { params, query },
  { store, session },
) => {
  const request = await store.get(requests, params);
  const seesAll = session.roles.includes("broker") || session.roles.includes("director");
  if (!request || (!seesAll && session.schoolId !== request.schoolId)) return notFound("request");
  const { items, nextCursor } = await store.page(offersOfRequest(params.requestId), query);
  return { status: 200, body: { items: [...items], nextCursor } };
};
