import type { Deployment } from "../../shared/domain/deployments/deployment.ts";
import type { SchoolId } from "../../shared/domain/ids.ts";
import { isAllListed, listedElsewhere } from "../../shared/store/listedElsewhere.ts";
import type { Part, ReadPart } from "../../shared/store/pageThrough.ts";
import { workGivenBy } from "../../shared/store/rows/alsoListed.ts";
import { deploymentList, deployments } from "../../shared/store/rows/deployments.ts";
import type { Store } from "../../shared/store/store.ts";

/** Pages of the work for which a school releases its people or is asked to. */
export const givenBy = async (
  store: Store,
  school: SchoolId,
  where: (deployment: Deployment) => boolean,
): Promise<ReadPart<Deployment> | Part<typeof deploymentList.entity.schema>> =>
  (await isAllListed(store, "work"))
    ? listedElsewhere(store, { list: workGivenBy(school), rows: deployments, where })
    : { list: deploymentList, where };
