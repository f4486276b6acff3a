import { isDeepStrictEqual } from "node:util";
import type { Refusal } from "../../shared/contract/problems.ts";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import type { PersonId, SchoolId } from "../../shared/domain/ids.ts";
import type { Actor } from "../../shared/domain/audit.ts";
import {
  claimsAnew,
  type ClaimDraft,
  type ExpertiseClaim,
  type Person,
  sameClaim,
  withWord,
} from "../../shared/domain/people/person.ts";
import { declaredIn } from "../../shared/domain/people/profileOf.ts";
import { areOwnClaims, speaksForHome } from "../../shared/domain/people/personRights.ts";
import { changedSinceRead, isRefusal, notFound, refuse } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import type { Session } from "../../shared/runtime/session.ts";
import { people } from "../../shared/store/rows/people.ts";
import type { Store } from "../../shared/store/store.ts";
import { personToChange, visibleTo } from "./access.ts";
import { faultsOfClaims, faultsOfYears } from "./faults.ts";
import { kept } from "./kept.ts";

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
    const held = before.claims.map(declaredIn);
    const isWritten = isDeepStrictEqual(body.claims, held);
    if (body.before && !isWritten && !isDeepStrictEqual(body.before, held))
      return changedSinceRead("list of claims");
    const after = { ...before, claims: claimsAnew(before.claims, body.claims), claimsConfirmedOn: today };
    const codes = after.claims.map(({ code }) => code).join(" ");
    return kept({ session, before, after }, { action: "claims-set", actor, facts: { codes } });
  });
};

interface Vouched {
  readonly person: Person;
  readonly claim: ExpertiseClaim;
}

interface Meant {
  readonly personId: PersonId;
  readonly code: string;
  /** The claim as it was read, if that is said. */
  readonly read?: ClaimDraft | undefined;
}

/** The practitioner and the claim that a head, or the broker in their place, speaks about, as they read it. */
async function claimToVouchFor(
  store: Store,
  session: Session,
  { personId, code, read }: Meant,
): Promise<Vouched | Refusal> {
  const person = await store.get(people, { personId });
  if (!person || !speaksForHome(session, person)) return notFound("practitioner");
  if (areOwnClaims(session, person))
    return refuse("forbidden", "Another head, or the broker, endorses a head's own claims.");
  const claim = person.claims.find((each) => each.code === code);
  if (!claim) return notFound("claim");
  return read && !sameClaim(read, claim) ? changedSinceRead("claim") : { person, claim };
}

/** A claim with another word on it from now on, kept on the practitioner's trail and told to them. */
function spokenOf(
  { session, actor }: { readonly session: Session; readonly actor: Actor },
  { person, claim }: Vouched,
  after: {
    readonly claim: ExpertiseClaim;
    readonly action: "claim-endorsed" | "endorsement-withdrawn" | "endorsement-declined";
    readonly schoolId: SchoolId;
  },
) {
  const { personId } = person;
  const { action, schoolId } = after;
  const claims = person.claims.map((each) => (each === claim ? after.claim : each));
  const change = { session, before: person, after: { ...person, claims } };
  return kept(change, {
    action,
    actor,
    facts: { code: claim.code, schoolId },
    announce: [{ type: action, subject: { personId }, tell: [{ to: "person", personId }] }],
  });
}

/** The home head vouches for one claim, or the broker in their place, never the practitioner themself; saying the same again changes nothing. */
export const endorseClaim: Handler<"endorseClaim"> = (
  { params, body },
  { world, store, session, actor, act },
) =>
  act(async () => {
    const vouched = await claimToVouchFor(store, session, { ...params, read: body.claim });
    if (isRefusal(vouched)) return vouched;
    const { person, claim } = vouched;
    const bySchoolId = person.homeSchoolId;
    const { note } = body;
    if (claim.endorsement?.bySchoolId === bySchoolId && claim.endorsement.note === note)
      return { reply: { status: 200, body: visibleTo(session, person) } };
    const endorsement = { bySchoolId, endorsedOn: dateAt(world.now()), note };
    return spokenOf({ session, actor }, vouched, {
      claim: withWord(claim, { endorsement }),
      action: "claim-endorsed",
      schoolId: bySchoolId,
    });
  });

/** The home head, or the broker in their place, does not vouch for a claim, and says why; the same again changes nothing. */
export const declineEndorsement: Handler<"declineEndorsement"> = (
  { params, body: { reason, claim: read } },
  { world, store, session, actor, act },
) =>
  act(async () => {
    const vouched = await claimToVouchFor(store, session, { ...params, read });
    if (isRefusal(vouched)) return vouched;
    const { person, claim } = vouched;
    const bySchoolId = person.homeSchoolId;
    if (claim.endorsement)
      return refuse(
        "wrong-state",
        "The claim is endorsed: take the endorsement back in place of declining it.",
      );
    const { endorsementDeclined: before } = claim;
    if (before?.bySchoolId === bySchoolId && before.reason === reason)
      return { reply: { status: 200, body: visibleTo(session, person) } };
    const endorsementDeclined = { bySchoolId, on: dateAt(world.now()), reason };
    return spokenOf({ session, actor }, vouched, {
      claim: withWord(claim, { endorsement: null, endorsementDeclined }),
      action: "endorsement-declined",
      schoolId: bySchoolId,
    });
  });

/** Takes an endorsement back: the claim stays, and nobody vouches for it. Without one nothing changes. */
export const withdrawEndorsement: Handler<"withdrawEndorsement"> = (
  { params },
  { store, session, actor, act },
) =>
  act(async () => {
    const vouched = await claimToVouchFor(store, session, params);
    if (isRefusal(vouched)) return vouched;
    const { person, claim } = vouched;
    if (claim.endorsement === null) return { reply: { status: 200, body: visibleTo(session, person) } };
    return spokenOf({ session, actor }, vouched, {
      claim: { ...claim, endorsement: null },
      action: "endorsement-withdrawn",
      schoolId: claim.endorsement.bySchoolId,
    });
  });
