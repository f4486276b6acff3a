import { keepDecision } from "../../shared/domain/decision.ts";
import { isRefusal, notFound, refuse } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { people } from "../../shared/store/rows/people.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { replace } from "../../shared/store/store.ts";
import { unchanged } from "../../shared/store/unchanged.ts";
import { proposalAtHand, refusedAsHolder } from "./proposalAtHand.ts";
import { isRuledOut, newOffer, obstacleTo, sending } from "./send.ts";

export const confirmProposal: Handler<"confirmProposal"> = ({ params, body }, { world, store, actor, act }) =>
  act(async () => {
    const atHand = await proposalAtHand(store, params);
    if (isRefusal(atHand)) return atHand;
    const { proposal, request } = atHand;
    const person = await store.get(people, { personId: proposal.personId });
    if (!person) return notFound("practitioner");
    const held = refusedAsHolder(atHand.offers, proposal.personId);
    if (held) return held;
    if (isRuledOut(request, proposal.personId))
      return refuse("out-of-date", "The practitioner has declined, or was excluded, since this run.");
    const because = proposal.components.map((component) => component.because);
    const offer = newOffer(atHand, { ...proposal, because }, world.now());
    const obstacle = await obstacleTo(store, { offer, person, atHand });
    if (obstacle) return obstacle;
    const action = "proposal-confirmed";
    const { reason } = body;
    const decision = { at: world.now(), by: actor.account, action };
    const besides =
      reason === undefined
        ? unchanged(requests, request)
        : replace(requests, keepDecision(request, { ...decision, reason }));
    return sending({ offer, actor, action, facts: {}, besides: [besides] });
  });
