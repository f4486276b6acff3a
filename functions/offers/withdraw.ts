import { end } from "../../shared/domain/offers/offerSteps.ts";
import { everyParty, newsOf } from "../../shared/domain/offers/offerEvents.ts";
import { isRefusal, wrongState } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { endingWrites } from "../../shared/store/offerEnding.ts";
import { offerAtHand, shownTo } from "./access.ts";

export const withdrawOffer: Handler<"withdrawOffer"> = ({ params, body }, { store, session, actor, act }) =>
  act(async () => {
    const atHand = await offerAtHand(store, session, params);
    if (isRefusal(atHand)) return atHand;
    const { offer, request } = atHand;
    const ended = end(offer, "withdrawn", body.reason);
    if (ended.kind !== "ended") return wrongState("offer", offer.state, withdrawable);
    const { requestId, offerId } = offer;
    return shownTo(session, {
      reply: { status: 200, body: ended.offer },
      action: {
        chain: `request:${requestId}`,
        action: "offer-withdrawn",
        actor,
        facts: { requestId, offerId },
        writes: await endingWrites(store, { ended, request, declined: false }),
        announce: [newsOf(offer, "offer-withdrawn", everyParty(offer))],
      },
    });
  });

const withdrawable = ["sent", "accepted", "countered"];
