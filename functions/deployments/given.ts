import type { Deployment } from "../../shared/domain/deployments/deployment.ts";
import type { SchoolId } from "../../shared/domain/ids.ts";
import type { Part, ReadPart } from "../../shared/store/pageThrough.ts";
import { allAlsoListed, workGivenBy } from "../../shared/store/rows/alsoListed.ts";
import { deploymentList, deployments } from "../../shared/store/rows/deployments.ts";
import type { Store } from "../../shared/store/store.ts";

type Where = (deployment: Deployment) => boolean;

/** Pages of the work for which a school releases its people or is asked to, read by its own list. */
const listed = (store: Store, school: SchoolId, where: Where): ReadPart<Deployment> => ({
  async read({ limit, cursor: from }) {
    const items: Deployment[] = [];
    let cursor = from;
    for (;;) {
      const page = await store.page(workGivenBy(school), { limit: limit - items.length, cursor });
      const found = await store.getEach(deployments, page.items);
      items.push(...found.filter((each) => each !== undefined).filter(where));
      if (page.nextCursor === null || items.length === limit) return { items, nextCursor: page.nextCursor };
      cursor = page.nextCursor;
    }
  },
});

/** The same by all work there is, until every piece of it was surely put in these lists. */
export const givenBy = async (
  store: Store,
  school: SchoolId,
  where: Where,
): Promise<ReadPart<Deployment> | Part<typeof deploymentList.entity.schema>> =>
  (await store.get(allAlsoListed, {}))?.againAt === undefined
    ? { list: deploymentList, where }
    : listed(store, school, where);
