import { type AuditEntry, type Chain } from "../../../shared/domain/audit.ts";
import { auditEntryFor } from "../../../shared/domain/discreet.ts";
import { PersonId } from "../../../shared/domain/ids.ts";
import { eachByItself } from "../../../shared/runtime/eachByItself.ts";
import type { Session } from "../../../shared/runtime/session.ts";
import { auditOf } from "../../../shared/store/rows/trail.ts";
import type { Store } from "../../../shared/store/store.ts";
import type { Held } from "./readHeld.ts";

const readAtOnce = 20;

/** Every entry of these trails. */
export async function stepsIn(store: Store, chains: readonly Chain[]): Promise<AuditEntry[]> {
  const found: AuditEntry[] = [];
  const read = async (chain: Chain): Promise<void> => {
    found.push(...(await store.all(auditOf(chain))));
  };
  await eachByItself(chains, read, { atOnce: readAtOnce });
  return found.toSorted((a, b) => (a.at < b.at || (a.at === b.at && a.sequence < b.sequence) ? -1 : 1));
}

export const names = ({ facts }: AuditEntry, ids: ReadonlySet<string>): boolean =>
  Object.values(facts).some((fact) => typeof fact === "string" && ids.has(fact));

/**
 * The accounts by which they act: whoever acted as a practitioner on their record, an offer to them or their work, which
 * nobody else may; and the one that asks, where it is theirs.
 */
export function accountsOf({ person, offers, works, steps }: Held, session: Session): ReadonlySet<string> {
  const { personId } = person;
  const ids = new Set<string>([
    personId,
    ...offers.map(({ offerId }) => offerId),
    ...works.map(({ deployment }) => deployment.deploymentId),
  ]);
  const theirs = steps.filter(
    (each) => each.actor.role === "practitioner" && (each.chain === `person:${personId}` || names(each, ids)),
  );
  const own = session.personId === personId ? [session.account] : [];
  return new Set([...own, ...theirs.map(({ actor }) => actor.account)]);
}

/** Steps by them and on their record; to the broker also those of others that name them. */
export function stepsAbout(held: Held, session: Session): object[] {
  const { personId } = held.person;
  const accounts = accountsOf(held, session);
  const isBroker = session.roles.includes("broker");
  const isMeant = (step: AuditEntry): boolean =>
    accounts.has(step.actor.account) ||
    step.chain === `person:${personId}` ||
    (isBroker && names(step, new Set([personId])));
  const withoutOthers = (step: AuditEntry): object => {
    const { role, account } = step.actor;
    const facts = Object.entries(step.facts).map(([name, fact]) => {
      const isAnother = PersonId.safeParse(fact).success && fact !== personId;
      return [name, isAnother ? null : fact] as const;
    });
    return {
      ...step,
      actor: accounts.has(account) ? step.actor : { role },
      facts: Object.fromEntries(facts),
    };
  };
  return held.steps
    .filter(isMeant)
    .map((step) => auditEntryFor(session, step))
    .map(withoutOthers);
}
