import { isDeepStrictEqual } from "node:util";
import type { AuditEntry, Chain } from "../../shared/domain/audit.ts";
import type { PersonId, RequestId } from "../../shared/domain/ids.ts";
import {
  withoutComment,
  withoutPerson,
  withoutReasons,
  withoutWords,
} from "../../shared/domain/people/erasedFrom.ts";
import { taskStates } from "../../shared/domain/tasks/task.ts";
import { eachByItself } from "../../shared/runtime/eachByItself.ts";
import type { Entity } from "../../shared/store/entity.ts";
import { remove } from "../../shared/store/remove.ts";
import {
  deploymentsOfPerson,
  evaluations,
  evaluationsOf,
  visits,
  visitsOf,
} from "../../shared/store/rows/deployments.ts";
import { erasedPeople } from "../../shared/store/rows/people.ts";
import { offers, offersOfPerson, requestList, requests } from "../../shared/store/rows/requests.ts";
import { tasks, tasksIn } from "../../shared/store/rows/tasks.ts";
import { deliveries, deliveriesToPerson } from "../../shared/store/rows/trail.ts";
import { replace, type Store, type Write } from "../../shared/store/store.ts";
import { names, stepsIn } from "../people/held/steps.ts";
import { type Here, keep } from "./raise.ts";
import type * as z from "zod";

/**
 * Takes out what other rows still say of somebody who was erased: on each request in writes of its own, in each of which
 * every row is as it was read. What is done is not found again, so that a worker that was killed is gone on with.
 */
export async function eraseWhatIsLeft(here: Here, personId: PersonId): Promise<void> {
  const { store, now } = here;
  const erased = await store.get(erasedPeople, { personId });
  if (!erased) throw new Error("The event names somebody who was not erased");
  if (erased.completedAt !== null) return;
  const sets = await rowSets(store, personId);
  await eachByItself(sets, ([chain, writes]) => eraseSet(store, { chain, personId, writes }));
  await store.drop(deliveries, await store.all(deliveriesToPerson(personId)));
  await keep(store, {
    chain: `person:${personId}`,
    action: "erasure-completed",
    facts: { personId },
    writes: [replace(erasedPeople, { ...erased, completedAt: now })],
  });
}

// A transaction takes 100 rows, of which one is the trail's.
const rowsAtOnce = 90;

interface RowSet {
  readonly chain: Chain;
  readonly personId: PersonId;
  readonly writes: readonly Write[];
}

async function eraseSet(store: Store, { chain, personId, writes }: RowSet): Promise<void> {
  for (let start = 0; start < writes.length; start += rowsAtOnce) {
    const some = writes.slice(start, start + rowsAtOnce);
    const facts = { personId, rows: some.length };
    await keep(store, { chain, action: "words-erased", facts, writes: some });
  }
}

/** What is to be written on each trail, nothing where nothing is left. */
async function rowSets(store: Store, personId: PersonId): Promise<Map<Chain, Write[]>> {
  const [asked, offered, works, ...all] = await Promise.all([
    store.all(requestList),
    store.all(offersOfPerson(personId)),
    store.all(deploymentsOfPerson(personId)),
    ...taskStates.map((state) => store.all(tasksIn(state))),
  ]);
  const sets = new Map<Chain, Write[]>();
  const add = (requestId: RequestId | null, writes: readonly Write[]): void => {
    const chain: Chain = requestId === null ? `person:${personId}` : `request:${requestId}`;
    if (writes.length > 0) sets.set(chain, [...(sets.get(chain) ?? []), ...writes]);
  };
  const steps = await stepsAbout(store, asked, new Set([personId, ...offered.map(({ offerId }) => offerId)]));
  for (const request of asked) {
    const about = { personId, steps: steps.get(`request:${request.requestId}`) ?? [] };
    add(request.requestId, changed(requests, request, withoutPerson(request, about)));
  }
  for (const offer of offered) add(offer.requestId, changed(offers, offer, withoutWords(offer)));
  for (const task of all.flat().filter((each) => each.personId === personId))
    add(task.requestId, changed(tasks, task, withoutReasons(task)));
  for (const { requestId, deploymentId } of works) {
    const said = await store.all(evaluationsOf(requestId, deploymentId));
    const drafts = (await store.all(visitsOf(requestId, deploymentId))).filter(
      ({ state }) => state === "draft",
    );
    add(requestId, [
      ...said.flatMap((each) => changed(evaluations, each, withoutComment(each))),
      ...drafts.map((draft) => remove(visits, draft)),
    ]);
  }
  return sets;
}

/** The steps of requests' trails that name one of these ids, by trail. */
async function stepsAbout(
  store: Store,
  asked: readonly { readonly requestId: RequestId }[],
  ids: ReadonlySet<string>,
): Promise<Map<string, AuditEntry[]>> {
  const steps = await stepsIn(
    store,
    asked.map(({ requestId }) => `request:${requestId}` as const),
  );
  return Map.groupBy(
    steps.filter((step) => names(step, ids)),
    ({ chain }) => chain,
  );
}

const changed = <Schema extends z.ZodObject, Key>(
  rows: Entity<Schema, Key>,
  before: z.output<Schema> & Key & { readonly revision: number },
  after: z.output<Schema> & Key & { readonly revision: number },
): Write[] => (isDeepStrictEqual(before, after) ? [] : [replace(rows, after)]);
