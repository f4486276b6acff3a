import { addMonths, dateAt } from "../../shared/domain/calendar.ts";
import type { Deployment } from "../../shared/domain/deployment.ts";
import { deploymentList } from "../../shared/store/rows/deployments.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { capacitiesOf, peopleList } from "../../shared/store/rows/people.ts";
import { offersIn, requestsIn } from "../../shared/store/rows/requests.ts";
import { proposalsOf } from "../../shared/store/rows/runs.ts";
import { allSchools } from "../../shared/store/schools.ts";
import type { Store } from "../../shared/store/store.ts";
import { type RunRows, yearsOf } from "./facts.ts";

/** Reads everything that a run looks at, each list to its last page. */
export async function readRows(store: Store, now: string): Promise<RunRows> {
  const today = dateAt(now);
  const [schools, people, requests, offers, deployments, partnership] = await Promise.all([
    allSchools(store),
    store.all(peopleList),
    store.all(requestsIn("open")),
    openOffers(store),
    recentDeployments(store, today),
    store.get(partnerships, {}),
  ]);
  const latest = partnership?.latestRunId ?? null;
  const lastProposals = latest === null ? [] : await store.all(proposalsOf(latest));
  const years = await Promise.all(yearsOf(requests, today).map((year) => store.all(capacitiesOf(year))));
  return { today, schools, people, capacities: years.flat(), requests, offers, deployments, lastProposals };
}

/** Live offers that are not yet agreed: an agreed one counts by its deployment. */
async function openOffers(store: Store): Promise<RunRows["offers"]> {
  const states = ["sent", "accepted", "countered"] as const;
  return (await Promise.all(states.map((state) => store.all(offersIn(state))))).flat();
}

// Three years of the reciprocal rule and one for work that went on after it was agreed.
const monthsLookedBack = 48;
const pageSize = 500;

async function recentDeployments(store: Store, today: string): Promise<Deployment[]> {
  const since = addMonths(today, -monthsLookedBack);
  const found: Deployment[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await store.page(deploymentList, {
      limit: pageSize,
      newestFirst: true,
      cursor: cursor ?? undefined,
    });
    found.push(...page.items.filter(({ agreement }) => agreement.agreedAt >= since));
    const goesOn = page.items.every(({ agreement }) => agreement.agreedAt >= since);
    cursor = goesOn ? page.nextCursor : null;
  } while (cursor !== null);
  return found;
}
