import { addDays, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { emptied, type PlannedImport } from "../../shared/domain/schools/registerImport.ts";
import {
  plannedImports,
  plannedImportsWaiting,
  registerImportList,
  registerStagingList,
  registerStagings,
  schoolFacts,
  schoolFactsOf,
} from "../../shared/store/rows/partnership.ts";
import { replace, type Store } from "../../shared/store/store.ts";

/** How long a preview waits for somebody to put it in force. */
const daysKept = 14;

/**
 * Removes the staged schools and the lists of previews that nobody put in force for two weeks; what they were stays,
 * with the file's digest. An import that was ever in force is no preview, also when it was rolled back. A removal that
 * was cut short goes on the next day.
 */
export async function removeStalePreviews(store: Store, now: string): Promise<void> {
  await removeOrphans(store, now);
  const before = addDays(dateAt(now), -daysKept);
  const waiting = await store.all(plannedImportsWaiting);
  const stale = waiting.filter((each) => dateAt(each.import.importedAt) < before);
  if (stale.length === 0) return;
  const everInForce = new Set((await store.all(registerImportList)).map(({ importId }) => importId));
  for (const planned of stale) if (!everInForce.has(planned.importId)) await remove(store, planned, now);
}

/** Removes the schools that a preview staged which died before its plan was written: only that day it could go on. */
async function removeOrphans(store: Store, now: string): Promise<void> {
  const yesterday = addDays(dateAt(now), -1);
  const begun = await store.all(registerStagingList);
  for (const { importId } of begun.filter(({ startedAt }) => dateAt(startedAt) < yesterday)) {
    const planned = await store.get(plannedImports, { importId });
    if (!planned) await store.drop(schoolFacts, await store.all(schoolFactsOf(importId)));
    await store.drop(registerStagings, [{ importId }]);
  }
}

/** First it can be put in force no more; only then its schools go, and last it leaves the list of what waits. */
async function remove(store: Store, planned: PlannedImport, now: string): Promise<void> {
  const isClosed = planned.removedAt !== null;
  const closed = isClosed ? planned : emptied(planned, now);
  // One that somebody puts in force at this moment stays.
  if (!isClosed && !(await store.note(replace(plannedImports, closed)))) return;
  const revision = isClosed ? closed.revision : closed.revision + 1;
  await store.drop(schoolFacts, await store.all(schoolFactsOf(planned.importId)));
  await store.note(replace(plannedImports, { ...closed, revision, hasSchools: false }));
}
