import { hasEnded } from "../../shared/domain/deployment.ts";
import { sides } from "../../shared/domain/workDue.ts";
import { eachByItself } from "../../shared/runtime/eachByItself.ts";
import { deploymentList, evaluationList } from "../../shared/store/rows/deployments.ts";
import type { Store } from "../../shared/store/store.ts";
import type { At } from "./at.ts";
import { chaseEvaluations } from "./chaseEvaluations.ts";
import { chaseRecords } from "./chaseRecords.ts";
import { chaseRelease } from "./chaseRelease.ts";

/**
 * Reminds practitioners of records of visit, schools of their word on them, new heads of their release, and both sides of
 * evaluations, once each before they are due, and raises a task for brokers once where they are late: on working days of the school of whoever
 * has to write. Each is written by itself, and a row that changes meanwhile is left for the next hour.
 */
export async function chaseWork(store: Store, at: At): Promise<void> {
  const [all, written] = await Promise.all([store.all(deploymentList), store.all(evaluationList)]);
  const evaluated = new Set(written.map(({ deploymentId, side }) => `${deploymentId} ${side}`));
  await eachByItself(all, async (deployment) => {
    await chaseRecords(store, deployment, at);
    await chaseRelease(store, deployment, at);
    const missing = sides.filter((side) => !evaluated.has(`${deployment.deploymentId} ${side}`));
    if (hasEnded(deployment)) await chaseEvaluations(store, { deployment, missing }, at);
  });
}
