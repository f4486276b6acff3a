import { isDeepStrictEqual } from "node:util";
import { dateAt } from "../../shared/domain/calendar.ts";
import { claimsAnew } from "../../shared/domain/person.ts";
import { notFound, refuse } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { people } from "../../shared/store/rows/people.ts";
import { replace } from "../../shared/store/store.ts";
import { isHomeHead, personToChange, visibleTo } from "./access.ts";
import { faultsOfClaims, faultsOfYears } from "./faults.ts";

/** Writes the claims, or says of the same ones that they still hold: then their day moves, once a day. */
export const setClaims: Handler<"setClaims"> = async (
  { params, body },
  { world, store, session, actor, act },
) => {
  const today = dateAt(world.now());
  const fault = (await faultsOfClaims(store, body.claims)) ?? faultsOfYears(body.claims, today);
  if (fault) return fault;
  return act(async () => {
    const { personId } = params;
    const before = await personToChange(store, session, personId);
    if (!before) return notFound("practitioner");
    const after = { ...before, claims: claimsAnew(before.claims, body.claims), claimsConfirmedOn: today };
    const reply = { status: 200 as const, body: visibleTo(session, after) };
    if (isDeepStrictEqual(before, after)) return { reply };
    return {
      reply,
      action: {
        chain: `person:${personId}`,
        action: "claims-set",
        actor,
        facts: { personId, codes: after.claims.map(({ code }) => code).join(" ") },
        writes: [replace(people, after)],
      },
    };
  });
};

/** The home head vouches for one claim, or the broker in their place, never the practitioner themself; saying the same again changes nothing. */
export const endorseClaim: Handler<"endorseClaim"> = (
  { params, body },
  { world, store, session, actor, act },
) =>
  act(async () => {
    const { personId, code } = params;
    const before = await store.get(people, { personId });
    if (!before || !(session.roles.includes("broker") || isHomeHead(session, before)))
      return notFound("practitioner");
    if (session.personId === personId)
      return refuse("forbidden", "Another head, or the broker, endorses a head's own claims.");
    const claim = before.claims.find((each) => each.code === code);
    if (!claim) return notFound("claim");
    const bySchoolId = before.homeSchoolId;
    const { note } = body;
    if (claim.endorsement?.bySchoolId === bySchoolId && claim.endorsement.note === note)
      return { reply: { status: 200, body: visibleTo(session, before) } };
    const endorsement = { bySchoolId, endorsedOn: dateAt(world.now()), note };
    const claims = before.claims.map((each) => (each === claim ? { ...each, endorsement } : each));
    const after = { ...before, claims };
    return {
      reply: { status: 200, body: visibleTo(session, after) },
      action: {
        chain: `person:${personId}`,
        action: "claim-endorsed",
        actor,
        facts: { personId, code, schoolId: bySchoolId },
        writes: [replace(people, after)],
        announce: [{ type: "claim-endorsed", subject: { personId }, tell: [{ to: "person", personId }] }],
      },
    };
  });
