import type { AuditEntry, Chain } from "../domain/audit.ts";
import { auditEntryFor } from "../domain/discreet.ts";
import { auditOf } from "../store/rows/trail.ts";
import type { PageOptions } from "../store/lists.ts";
import type { Store } from "../store/store.ts";
import type { Session } from "./session.ts";

/** One page of a trail as whoever asks may see it, oldest first unless asked otherwise. */
export async function trailFor(
  { store, session }: { readonly store: Store; readonly session: Session },
  chain: Chain,
  options: PageOptions<AuditEntry>,
) {
  const { items, nextCursor } = await store.page(auditOf(chain), options);
  return { items: items.map((entry) => auditEntryFor(session, entry)), nextCursor };
}
