import { erasedPeople } from "../store/rows/people.ts";
import type { Store } from "../store/store.ts";
import type { Session } from "./session.ts";

/** The session less the practitioner that it stands for, once they were erased; all other roles of the account stay. */
export async function withoutErased(store: Store, session: Session): Promise<Session> {
  const { personId, roles } = session;
  if (personId === undefined || !(await store.get(erasedPeople, { personId }))) return session;
  return { ...session, personId: undefined, roles: roles.filter((role) => role !== "practitioner") };
}
