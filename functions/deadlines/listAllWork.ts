import { addDays, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { asFound, readRow, UnreadableRowError } from "../../shared/store/readRow.ts";
import { allAlsoListed, alsoListed, alsoListing } from "../../shared/store/rows/alsoListed.ts";
import { deploymentList, deployments } from "../../shared/store/rows/deployments.ts";
import type { Store } from "../../shared/store/store.ts";

/**
 * Puts all work in the lists that its agreement puts it in, twice: there was work before there were these lists, and
 * while they are brought in, a function of the release before may agree some after the first look. A whole day later
 * none of it runs any more. Where some cannot be read, the rest is put there, and all is looked at again until it can.
 */
export async function listAllWork(store: Store, now: string): Promise<void> {
  const before = await store.get(allAlsoListed, {});
  const isAgain = before !== undefined && addDays(dateAt(before.listedAt), 1) < dateAt(now);
  if (before !== undefined && (before.againAt !== undefined || !isAgain)) return;
  const read = (await store.all(asFound(deploymentList))).map((item) => readRow(deployments, item));
  await store.stage(
    alsoListed,
    read.flatMap((each) => (each.kind === "read" ? alsoListing(each.row) : [])),
  );
  const unread = read.flatMap((each) => (each.kind === "read" ? [] : [each.where]));
  if (unread.length > 0) throw new UnreadableRowError(unread.slice(0, 10).join("; "));
  await store.stage(allAlsoListed, [before ? { ...before, againAt: now } : { listedAt: now }]);
}
