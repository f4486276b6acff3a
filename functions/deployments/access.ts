import type { Deployment, Visit } from "../../shared/domain/deployments/deployment.ts";
import type { DeploymentId, RequestId, VisitId } from "../../shared/domain/ids.ts";
import { type DeploymentParty, partiesOf } from "../../shared/domain/deployments/parties.ts";
import type { Session } from "../../shared/runtime/session.ts";
import { deployments, visits, visitsOf } from "../../shared/store/rows/deployments.ts";
import type { Store } from "../../shared/store/store.ts";

interface DeploymentKey {
  readonly requestId: RequestId;
  readonly deploymentId: DeploymentId;
}

/** Everybody with a part in a deployment: who may read it. */
export const allParties: readonly DeploymentParty[] = [
  "broker",
  "director",
  "supported-school",
  "home-school",
  "practitioner",
];

interface Door {
  readonly store: Store;
  readonly session: Session;
  readonly open: readonly DeploymentParty[];
}

/** The deployment, if this account is to it one of those the door is open to. */
export async function deploymentFor(
  { store, session, open }: Door,
  { requestId, deploymentId }: DeploymentKey,
): Promise<Deployment | undefined> {
  const deployment = await store.get(deployments, { requestId, deploymentId });
  if (!deployment) return undefined;
  const parties = partiesOf(deployment, session);
  return open.some((each) => parties.has(each)) ? deployment : undefined;
}

interface Recorded {
  readonly deployment: Deployment;
  readonly visit: Visit;
  /** The other records of the same deployment. */
  readonly others: readonly Visit[];
}

/** A record of visit with its deployment; a draft is there for its author only. */
export async function recordFor(
  door: Door,
  key: DeploymentKey & { readonly visitId: VisitId },
): Promise<Recorded | undefined> {
  const deployment = await deploymentFor(door, key);
  if (!deployment) return undefined;
  const { requestId, deploymentId, visitId } = key;
  const visit = await door.store.get(visits, { requestId, deploymentId, visitId });
  if (!visit || !maySee(visit, door.session)) return undefined;
  const all = await door.store.all(visitsOf(requestId, deploymentId));
  return { deployment, visit, others: all.filter((each) => each.visitId !== visitId) };
}

/** Whether an account that may see the deployment may see this record of it. */
export const maySee = (visit: Visit, session: Session): boolean =>
  visit.state !== "draft" || (session.roles.includes("practitioner") && session.personId === visit.personId);
