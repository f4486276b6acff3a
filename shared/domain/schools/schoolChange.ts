import { type Membership, successorsOf } from "./registerFacts.ts";
import type { School } from "./school.ts";

type Standing = Pick<School, "urn" | "status" | "trustCode" | "succession">;

/** Whether somebody else pays from now on: the school is another, has handed over to another, or changed its trust. */
export function payerChanged(before: Standing, after: Standing): boolean {
  if (before.urn !== after.urn) return true;
  const hasHandedOver = after.status === "closed" && successorsOf(after).length > 0;
  if (hasHandedOver && !(before.status === "closed" && successorsOf(before).length > 0)) return true;
  return before.trustCode !== null && after.trustCode !== null && before.trustCode !== after.trustCode;
}

type Tied = Standing & Pick<School, "federationCode" | "concern" | "memberships">;

const textOf = (memberships: readonly Membership[]): string =>
  memberships
    .map(({ kind, code, from, to }) => `${kind} ${code} ${from} ${to}`)
    .toSorted()
    .join();

/** Whether a conflict may have arisen or ended with a register: another payer, group or concern. */
export const standsElsewhere = (before: Tied, after: Tied): boolean =>
  payerChanged(before, after) ||
  before.trustCode !== after.trustCode ||
  before.federationCode !== after.federationCode ||
  textOf(before.memberships) !== textOf(after.memberships) ||
  before.concern?.category !== after.concern?.category;
