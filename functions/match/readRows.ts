import { addMonths, dateAt } from "../../shared/domain/calendar/calendar.ts";
import type * as z from "zod";
import type { Deployment } from "../../shared/domain/deployments/deployment.ts";
import type { Offer } from "../../shared/domain/offers/offer.ts";
import type { List } from "../../shared/store/entity.ts";
import { calendarsOfAll } from "../../shared/store/calendars.ts";
import { allLeaves } from "../../shared/store/leaves.ts";
import { deploymentList } from "../../shared/store/rows/deployments.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { capacitiesOf, peopleList } from "../../shared/store/rows/people.ts";
import { offersIn, requestsIn } from "../../shared/store/rows/requests.ts";
import { proposalsOf } from "../../shared/store/rows/runs.ts";
import { allSchools } from "../../shared/store/schools.ts";
import type { Store } from "../../shared/store/store.ts";
import { type RunRows, yearsOf } from "./runRows.ts";
import { policyOf } from "./policyOf.ts";

/** Reads everything that a run looks at, each list to its last page. */
export async function readRows(store: Store, now: string): Promise<RunRows> {
  const today = dateAt(now);
  const partnership = await store.get(partnerships, {});
  const matching = partnership?.matching;
  const supportedSince = addMonths(today, -monthsOfSupport(policyOf(matching).reciprocalYears));
  const [schools, people, requests, offers, past, deployments, leaves, calendarOf] = await Promise.all([
    allSchools(store),
    store.all(peopleList),
    store.all(requestsIn("open")),
    openOffers(store),
    pastOffers(store, addMonths(today, -monthsOfAnswers)),
    recentDeployments(store, supportedSince),
    allLeaves(store),
    calendarsOfAll(store),
  ]);
  const latest = partnership?.latestRunId ?? null;
  const lastProposals = latest === null ? [] : await store.all(proposalsOf(latest));
  const years = await Promise.all(yearsOf(requests, today).map((year) => store.all(capacitiesOf(year))));
  const capacities = years.flat();
  return {
    today,
    matching,
    schools,
    calendarOf,
    people,
    capacities,
    requests,
    offers,
    pastOffers: past,
    deployments,
    lastProposals,
    leaves,
  };
}

/** Live offers that are not yet agreed: an agreed one counts by its deployment. */
async function openOffers(store: Store): Promise<RunRows["offers"]> {
  const states = ["sent", "accepted", "countered"] as const;
  return (await Promise.all(states.map((state) => store.all(offersIn(state))))).flat();
}

const monthsOfAnswers = 48;
// The years of the reciprocal rule and one for work that went on after it was agreed.
const monthsOfSupport = (reciprocalYears: number): number => 12 * (reciprocalYears + 1);
const pageSize = 500;

/** Rows of a list, newest first, as long as they are recent. */
async function recent<Schema extends z.ZodObject>(
  store: Store,
  list: List<Schema>,
  isRecent: (row: z.output<Schema>) => boolean,
): Promise<z.output<Schema>[]> {
  const found: z.output<Schema>[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await store.page(list, { limit: pageSize, newestFirst: true, cursor: cursor ?? undefined });
    found.push(...page.items.filter(isRecent));
    cursor = page.items.every(isRecent) ? page.nextCursor : null;
  } while (cursor !== null);
  return found;
}

const recentDeployments = (store: Store, since: string): Promise<Deployment[]> =>
  recent(store, deploymentList, ({ agreement }) => agreement.agreedAt >= since);

/** Offers that are agreed or have ended: what people answered to them. */
async function pastOffers(store: Store, since: string): Promise<Offer[]> {
  const states = ["agreed", "declined", "expired", "withdrawn", "superseded"] as const;
  const isRecent = ({ expiresAt, sentAt }: Offer): boolean => (expiresAt ?? sentAt) >= since;
  return (await Promise.all(states.map((state) => recent(store, offersIn(state), isRecent)))).flat();
}
