import type * as z from "zod";
import { addDays, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { wasBegunByLeader } from "../../shared/domain/requests/request.ts";
import type { List } from "../../shared/store/entity.ts";
import { asFound, readRow, UnreadableRowError } from "../../shared/store/readRow.ts";
import {
  type AllAlsoListed,
  allAlsoListed,
  alsoListed,
  alsoListing,
} from "../../shared/store/rows/alsoListed.ts";
import { deploymentList } from "../../shared/store/rows/deployments.ts";
import { begunRequests, requestList } from "../../shared/store/rows/requests.ts";
import type { Store } from "../../shared/store/store.ts";
import type { At } from "./at.ts";

/** What is to stand in lists of its own, those rows too that were there before the lists. */
interface Listing<Schema extends z.ZodObject> {
  readonly of: AllAlsoListed["of"];
  readonly list: List<Schema>;
  readonly put: (rows: readonly z.output<Schema>[]) => Promise<void>;
}

/**
 * Puts all rows in their lists, twice: there were some before there were these lists, and while they are brought in, a
 * function of the release before may make some after the first look. A whole day later none of it runs any more. Where
 * some cannot be read, the rest is put there, and all is looked at again until it can.
 */
async function listAll<Schema extends z.ZodObject>(
  store: Store,
  now: string,
  { of, list, put }: Listing<Schema>,
): Promise<void> {
  const before = await store.get(allAlsoListed, { of });
  const isAgain = before !== undefined && addDays(dateAt(before.listedAt), 1) < dateAt(now);
  if (before !== undefined && (before.againAt !== undefined || !isAgain)) return;
  const read = (await store.all(asFound(list))).map((item) => readRow(list.entity, item));
  await put(read.flatMap((each) => (each.kind === "read" ? [each.row] : [])));
  const unread = read.flatMap((each) => (each.kind === "read" ? [] : [each.where]));
  if (unread.length > 0) throw new UnreadableRowError(unread.slice(0, 10).join("; "));
  await store.stage(allAlsoListed, [before ? { ...before, againAt: now } : { of, listedAt: now }]);
}

/** Puts work in the lists that its agreement puts it in. */
export const listAllWork = (store: Store, { now }: At): Promise<void> =>
  listAll(store, now, {
    of: "work",
    list: deploymentList,
    put: (rows) => store.stage(alsoListed, rows.flatMap(alsoListing)),
  });

/** Puts requests that a leader began in the list of their account. */
export const listAllBegun = (store: Store, { now }: At): Promise<void> =>
  listAll(store, now, {
    of: "requests",
    list: requestList,
    put: (rows) => store.stage(begunRequests, rows.filter(wasBegunByLeader)),
  });
