import { asFound, readRow, UnreadableRowError } from "../../shared/store/readRow.ts";
import { allAlsoListed, alsoListed, alsoListing } from "../../shared/store/rows/alsoListed.ts";
import { deploymentList, deployments } from "../../shared/store/rows/deployments.ts";
import { create, type Store } from "../../shared/store/store.ts";

/**
 * Puts all work in the lists that its agreement puts it in, once: there was work before there were these lists. Where
 * some cannot be read, the rest is put there, and all is looked at again until it can.
 */
export async function listAllWork(store: Store, now: string): Promise<void> {
  if (await store.get(allAlsoListed, {})) return;
  const read = (await store.all(asFound(deploymentList))).map((item) => readRow(deployments, item));
  await store.stage(
    alsoListed,
    read.flatMap((each) => (each.kind === "read" ? alsoListing(each.row) : [])),
  );
  const unread = read.flatMap((each) => (each.kind === "read" ? [] : [each.where]));
  if (unread.length > 0) throw new UnreadableRowError(unread.slice(0, 10).join("; "));
  await store.note(create(allAlsoListed, { listedAt: now }));
}
