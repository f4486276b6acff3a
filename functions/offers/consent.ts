import type { Refusal } from "../../shared/contract/problems.ts";
import type { ObjectiveId } from "../../shared/domain/ids.ts";
import type { SupportRequest } from "../../shared/domain/requests/request.ts";
import { isRefusal, refuse } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { offerToAnswer, shownTo } from "./access.ts";
import { decideNo } from "./sayNo.ts";
import { decideYes } from "./sayYes.ts";

export const acceptOffer: Handler<"acceptOffer"> = (
  { params, body },
  { world, store, session, actor, act },
) =>
  act(async () => {
    const party = "practitioner";
    const atHand = await offerToAnswer(store, { session, party }, params);
    if (isRefusal(atHand)) return atHand;
    const action = "offer-accepted";
    const yes = { party, note: body.note, now: world.now(), actor, action } as const;
    return shownTo(session, await decideYes(store, atHand, yes));
  });

export const decideRelease: Handler<"decideRelease"> = (
  { params, body },
  { world, store, session, actor, act },
) =>
  act(async () => {
    const party = "home-head";
    const atHand = await offerToAnswer(store, { session, party }, params);
    if (isRefusal(atHand)) return atHand;
    const answer = { party, note: body.note, now: world.now(), actor, action: "release-decided" } as const;
    const decided = body.released
      ? await decideYes(store, atHand, answer)
      : await decideNo(store, atHand, { ...answer, reason: "release-refused" });
    return shownTo(session, decided);
  });

export const agreeOffer: Handler<"agreeOffer"> = ({ params, body }, { world, store, session, actor, act }) =>
  act(async () => {
    const party = "receiving-head";
    const atHand = await offerToAnswer(store, { session, party }, params);
    if (isRefusal(atHand)) return atHand;
    const answer = { party, note: body.note, now: world.now(), actor, action: "agreement-decided" } as const;
    if (!body.agreed)
      return shownTo(session, await decideNo(store, atHand, { ...answer, reason: "terms-not-agreed" }));
    const strange = strangeObjectives(atHand.request, body.objectives);
    if (strange) return strange;
    const offer = { ...atHand.offer, objectivesAgreed: [...new Set(body.objectives)] };
    return shownTo(session, await decideYes(store, { ...atHand, offer }, answer));
  });

/** Objectives that the request does not have, each by its place in the body. */
function strangeObjectives(request: SupportRequest, objectives: readonly ObjectiveId[]): Refusal | undefined {
  const known = new Set(request.objectives.map((each) => each.objectiveId));
  const errors = objectives.flatMap((objectiveId, index) =>
    known.has(objectiveId)
      ? []
      : [{ pointer: `/objectives/${index}`, detail: "The request has no such objective" }],
  );
  return errors.length === 0
    ? undefined
    : refuse("invalid-request", "Agree to objectives of this request only.", errors);
}
