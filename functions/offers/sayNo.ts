import { isDeepStrictEqual } from "node:util";
import type * as z from "zod";
import type { Refusal } from "../../shared/contract/problems.ts";
import type { DeclineReason } from "../../shared/domain/offers/offer.ts";
import { sayNo } from "../../shared/domain/offers/offerSteps.ts";
import { brokers, newsOf, recipientOf, toldOfTerms } from "../../shared/domain/offers/offerEvents.ts";
import type { Decision } from "../../shared/runtime/act.ts";
import { endingWrites } from "../../shared/store/offerEnding.ts";
import type { Store } from "../../shared/store/store.ts";
import type { OfferAtHand, OfferReply } from "./access.ts";
import { refusalOf } from "./notAwaited.ts";
import type { Yes } from "./sayYes.ts";

type No = Yes & { readonly reason: z.infer<typeof DeclineReason> };

/** Decides one party's no: the offer ends, gives back what it held, and the next run proposes somebody else. */
export async function decideNo(
  store: Store,
  { offer, request }: OfferAtHand,
  no: No,
): Promise<Decision<OfferReply> | Refusal> {
  const ended = sayNo(offer, no, no.reason);
  if (ended.kind !== "ended") return refusalOf(offer, no.party, ended);
  const { requestId, offerId } = offer;
  const own = recipientOf(offer, no.party);
  const told = [brokers, ...toldOfTerms(offer).filter((each) => !isDeepStrictEqual(each, own))];
  return {
    reply: { status: 200, body: ended.offer },
    action: {
      chain: `request:${requestId}`,
      action: no.action,
      actor: no.actor,
      facts: { requestId, offerId, party: no.party, answer: "no", reason: no.reason },
      writes: await endingWrites(store, { ended, request, declined: true }),
      announce: [newsOf(ended.offer, "offer-declined", told)],
    },
  };
}
