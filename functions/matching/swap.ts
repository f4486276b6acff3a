import type { Refusal } from "../../shared/contract/problems.ts";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { keepDecision } from "../../shared/domain/requests/decision.ts";
import { standingOn } from "../../shared/domain/people/employment.ts";
import { hardRules } from "../../shared/matching/rules/rules.ts";
import { isRefusal, notFound, refuse } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { calendarsOfParties } from "../../shared/store/calendars.ts";
import { people } from "../../shared/store/rows/people.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { replace } from "../../shared/store/store.ts";
import { unchanged } from "../../shared/store/unchanged.ts";
import { judge, readPair, rulesSetAside } from "./judge.ts";
import { proposalAtHand, refusedAsHolder } from "./proposalAtHand.ts";
import { remembering } from "./room.ts";
import { supportOfferedTo } from "./supportOffered.ts";
import { newOffer, roomFor, sending } from "./send.ts";
import { withSetAside } from "./withSetAside.ts";

export const swapProposal: Handler<"swapProposal"> = ({ params, body }, { world, store, actor, act }) =>
  act(async () => {
    const strange = strangeRules(body.overrideRules);
    if (strange) return strange;
    const atHand = await proposalAtHand(store, params);
    if (isRefusal(atHand)) return atHand;
    const { request } = atHand;
    const recorded = await store.get(people, { personId: body.withPersonId });
    if (!recorded) return notFound("practitioner");
    const now = world.now();
    // A move is in force on its day, also before the hour has written it down.
    const person = standingOn(recorded, dateAt(now));
    const held = refusedAsHolder(atHand.offers, person.personId);
    if (held) return held;
    const { personId, homeSchoolId } = person;
    const [supportOffered, calendars] = await Promise.all([
      supportOfferedTo(store, person, now),
      calendarsOfParties(store, { homeSchoolId, schoolId: request.schoolId }),
    ]);
    const pair = await readPair(store, { request, person, now, calendars, supportOffered });
    if (isRefusal(pair)) return pair;
    const judged = judge(pair, body.overrideRules);
    if (isRefusal(judged)) return judged;
    const chosen = { personId, homeSchoolId, ...judged.fit };
    const offer = newOffer(atHand, chosen, { now, calendars, person });
    const room = await roomFor(store, { offer, person, atHand });
    if (isRefusal(room)) return room;
    const { reason } = body;
    const decided = { reason, by: actor.account, at: now };
    const set = withSetAside(request, { pair, rules: judged.setAside, decided });
    if (isRefusal(set)) return set;
    const action = "proposal-swapped";
    const setAside = [...rulesSetAside(pair), ...judged.setAside];
    const decision = { ...decided, action };
    return sending({
      offer,
      actor,
      action,
      facts: { insteadOf: params.personId, setAside: setAside.join(" ") },
      besides: [
        replace(requests, keepDecision(set, decision)),
        unchanged(people, recorded),
        remembering(room, offer),
      ],
    });
  });

/** Names among those to be set aside that no rule has. */
function strangeRules(names: readonly string[]): Refusal | undefined {
  const errors = names.flatMap((name, index) =>
    hardRules.some((rule) => rule.name === name)
      ? []
      : [{ pointer: `/overrideRules/${index}`, detail: "There is no such rule" }],
  );
  return errors.length === 0
    ? undefined
    : refuse("invalid-request", "Name rules as a refusal names them.", errors);
}
