import { isDeepStrictEqual } from "node:util";
import type { Refusal } from "../../shared/contract/problems.ts";
import { dateAt } from "../../shared/domain/calendar.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import { claimsAnew, type ExpertiseClaim, type Person } from "../../shared/domain/person.ts";
import { isRefusal, notFound, refuse } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import type { Session } from "../../shared/runtime/session.ts";
import { people } from "../../shared/store/rows/people.ts";
import { replace, type Store } from "../../shared/store/store.ts";
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

/** The practitioner and the claim that a head, or the broker in their place, speaks about. */
async function claimToVouchFor(
  store: Store,
  session: Session,
  { personId, code }: { readonly personId: PersonId; readonly code: string },
): Promise<{ readonly person: Person; readonly claim: ExpertiseClaim } | Refusal> {
  const person = await store.get(people, { personId });
  if (!person || !(session.roles.includes("broker") || isHomeHead(session, person)))
    return notFound("practitioner");
  if (session.personId === personId)
    return refuse("forbidden", "Another head, or the broker, endorses a head's own claims.");
  const claim = person.claims.find((each) => each.code === code);
  return claim ? { person, claim } : notFound("claim");
}

/** The home head vouches for one claim, or the broker in their place, never the practitioner themself; saying the same again changes nothing. */
export const endorseClaim: Handler<"endorseClaim"> = (
  { params, body },
  { world, store, session, actor, act },
) =>
  act(async () => {
    const { personId, code } = params;
    const vouched = await claimToVouchFor(store, session, params);
    if (isRefusal(vouched)) return vouched;
    const { person: before, claim } = vouched;
    const bySchoolId = before.homeSchoolId;
    const { note } = body;
    if (claim.endorsement?.bySchoolId === bySchoolId && claim.endorsement.note === note)
      return { reply: { status: 200, body: visibleTo(session, before) } };
    const endorsement = { bySchoolId, endorsedOn: dateAt(world.now()), note };
    const { endorsementEnded: _renewed, ...others } = claim;
    const claims = before.claims.map((each) => (each === claim ? { ...others, endorsement } : each));
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

/** Takes an endorsement back: the claim stays, and nobody vouches for it. Without one nothing changes. */
export const withdrawEndorsement: Handler<"withdrawEndorsement"> = (
  { params },
  { store, session, actor, act },
) =>
  act(async () => {
    const { personId, code } = params;
    const vouched = await claimToVouchFor(store, session, params);
    if (isRefusal(vouched)) return vouched;
    const { person: before, claim } = vouched;
    if (claim.endorsement === null) return { reply: { status: 200, body: visibleTo(session, before) } };
    const claims = before.claims.map((each) => (each === claim ? { ...each, endorsement: null } : each));
    const after = { ...before, claims };
    return {
      reply: { status: 200, body: visibleTo(session, after) },
      action: {
        chain: `person:${personId}`,
        action: "endorsement-withdrawn",
        actor,
        facts: { personId, code, schoolId: claim.endorsement.bySchoolId },
        writes: [replace(people, after)],
        announce: [
          { type: "endorsement-withdrawn", subject: { personId }, tell: [{ to: "person", personId }] },
        ],
      },
    };
  });
