import { isDeepStrictEqual } from "node:util";
import type { Person } from "../../shared/domain/people/person.ts";
import type { Session } from "../../shared/runtime/session.ts";
import { people } from "../../shared/store/rows/people.ts";
import { type BusinessAction, replace, type Write } from "../../shared/store/store.ts";
import { visibleTo } from "./access.ts";

interface Change {
  readonly session: Session;
  readonly before: Person;
  readonly after: Person;
}

/** What the trail and others are told of a change. */
type Told = Pick<BusinessAction, "action" | "actor" | "facts" | "announce"> & {
  /** What is written with them. */
  readonly besides?: readonly Write[];
};

/** The practitioner as changed, in the reply and on their trail; nothing is written where nothing differs. */
export function kept({ session, before, after }: Change, { besides = [], ...told }: Told) {
  const reply = { status: 200 as const, body: visibleTo(session, after) };
  if (isDeepStrictEqual(before, after)) return { reply };
  const { personId } = before;
  const action: BusinessAction = {
    ...told,
    chain: `person:${personId}`,
    facts: { personId, ...told.facts },
    writes: [replace(people, after), ...besides],
  };
  return { reply, action };
}
