import { type ImpactRows, impactOf, ofYear } from "../../shared/domain/outcomes/impact.ts";
import { followUpStates } from "../../shared/domain/outcomes/outcome.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import {
  deploymentList,
  evaluationList,
  followUpsIn,
  outcomeList,
} from "../../shared/store/rows/deployments.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { peopleList } from "../../shared/store/rows/people.ts";
import { offersIn, requestList } from "../../shared/store/rows/requests.ts";
import { unmetOf } from "../../shared/store/rows/runs.ts";
import { allSchools } from "../../shared/store/schools.ts";
import type { Store } from "../../shared/store/store.ts";

const latestUnmet = async (store: Store): Promise<ImpactRows["unmet"]> => {
  const runId = (await store.get(partnerships, {}))?.latestRunId;
  return runId ? store.all(unmetOf(runId)) : [];
};

/** Every row that the work of a partnership is measured by. */
export async function impactRowsOf(store: Store): Promise<ImpactRows> {
  const [requests, deployments, outcomes, evaluations, followUps, unmet, declinedOffers, people, schools] =
    await Promise.all([
      store.all(requestList),
      store.all(deploymentList),
      store.all(outcomeList),
      store.all(evaluationList),
      Promise.all(followUpStates.map((state) => store.all(followUpsIn(state)))),
      latestUnmet(store),
      store.all(offersIn("declined")),
      store.all(peopleList),
      allSchools(store),
    ]);
  return {
    requests,
    deployments,
    outcomes,
    evaluations,
    unmet,
    declinedOffers,
    followUps: followUps.flat(),
    practitionerIds: people.map((each) => each.personId),
    schools,
  };
}

/** What the partnership can say of its work, or of one year's, computed from every row there is. */
export const impact: Handler<"impact"> = async ({ query: { academicYear } }, { store }) => {
  const rows = await impactRowsOf(store);
  return { status: 200, body: impactOf(academicYear === undefined ? rows : ofYear(rows, academicYear)) };
};
