import * as z from "zod";
import { roles, type Role } from "../contract/door.ts";
import type { Actor } from "../domain/audit.ts";
import { PartnershipId, PersonId, SchoolId } from "../domain/ids.ts";

/** Who is signed in, in which partnership, and for which school or as which practitioner. */
export interface Session {
  readonly account: string;
  readonly partnershipId: PartnershipId;
  readonly roles: readonly Role[];
  readonly schoolId: SchoolId | undefined;
  readonly personId: PersonId | undefined;
}

const Claims = z.object({
  sub: z.string().min(1).max(120),
  partnership: PartnershipId,
  /** Roles stand in one string, because API Gateway hands every claim over as one. */
  roles: z.string().transform((text) => text.split(" ").filter((each) => each !== "")),
  school: SchoolId.optional(),
  person: PersonId.optional(),
});

const isRole = (text: string): text is Role => roles.some((role) => role === text);

/** The session that verified claims speak of, or undefined when they do not name a partnership and a role. */
export function sessionOf(claims: unknown): Session | undefined {
  const read = Claims.safeParse(claims);
  if (!read.success) return undefined;
  const { sub, partnership, school, person } = read.data;
  const held = read.data.roles.filter(isRole);
  if (held.length === 0) return undefined;
  return { account: sub, partnershipId: partnership, roles: held, schoolId: school, personId: person };
}

const precedence: readonly Role[] = ["broker", "director", "school", "practitioner"];

/** Who acts, for the trail: the account, in the first of its roles that the door allows. */
export function actorOf(session: Session, allowed: readonly Role[]): Actor {
  const role = precedence.find((each) => allowed.includes(each) && session.roles.includes(each));
  if (!role) throw new Error("Nobody acts without a role that the door allows");
  return { role, account: session.account };
}

/** The service itself, acting on a message or by the clock. */
export const serviceActor = (worker: string): Actor => ({ role: "service", account: worker });
