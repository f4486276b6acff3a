import type { DeploymentId, RequestId } from "../domain/ids.ts";
import type { WorkSoFar } from "../domain/tasks/lateWork.ts";
import { deployments, evaluationsOf, visitsOf } from "./rows/deployments.ts";
import type { Store } from "./store.ts";

/** What there is of a piece of work by now: its row, its records and the sides that evaluated it. */
export async function workSoFar(
  store: Store,
  key: { readonly requestId: RequestId; readonly deploymentId: DeploymentId },
): Promise<WorkSoFar | undefined> {
  const { requestId, deploymentId } = key;
  // Read before what it guards: who writes it back knows that all this is as it was.
  const deployment = await store.get(deployments, key);
  if (!deployment) return undefined;
  const [visits, evaluations] = await Promise.all([
    store.all(visitsOf(requestId, deploymentId)),
    store.all(evaluationsOf(requestId, deploymentId)),
  ]);
  return { deployment, visits, evaluated: evaluations.map(({ side }) => side) };
}
