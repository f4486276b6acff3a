import { isRefusal } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { offerToAnswer, shownTo } from "./access.ts";
import { decideNo } from "./sayNo.ts";

export const declineOffer: Handler<"declineOffer"> = (
  { params, body },
  { world, store, session, actor, act },
) =>
  act(async () => {
    const party = "practitioner";
    const atHand = await offerToAnswer(store, { session, party }, params);
    if (isRefusal(atHand)) return atHand;
    const { reason, note } = body;
    const now = world.now();
    const no = { party, reason, note, now, actor, action: "offer-declined" } as const;
    return shownTo(session, await decideNo(store, atHand, no));
  });
