import { awaitsAnswer, type Deployment, hasEnded } from "../../shared/domain/deployments/deployment.ts";
import { type Side, sides } from "../../shared/domain/tasks/workDue.ts";
import { eachByItself } from "../../shared/runtime/eachByItself.ts";
import { rowOf, rowsAsFound } from "../../shared/store/readRow.ts";
import { alsoListed, asToChase, workToChase } from "../../shared/store/rows/alsoListed.ts";
import { deployments, evaluations } from "../../shared/store/rows/deployments.ts";
import { erasedPeople } from "../../shared/store/rows/people.ts";
import type { Store } from "../../shared/store/store.ts";
import type { At } from "./at.ts";
import { chaseEvaluations } from "./chaseEvaluations.ts";
import { chaseRecords } from "./chaseRecords.ts";
import { chaseRelease } from "./chaseRelease.ts";
import { listAllWork } from "./listAll.ts";

/**
 * Reminds practitioners of records of visit, schools of their word on them, new heads of their release, and both sides of
 * evaluations, once each before they are due, and raises a task for brokers once where they are late: on working days of the school of whoever
 * has to write; nobody who was erased has to. Each is written by itself, and a row that changes meanwhile is left for the next hour.
 * Work is looked at until nobody can be reminded of it any more.
 */
export async function chaseWork(store: Store, at: At): Promise<void> {
  await eachByItself([listAllWork, chaseListed], (look) => look(store, at));
}

async function chaseListed(store: Store, at: At): Promise<void> {
  const found = await store.getEach(rowsAsFound(deployments), await store.all(workToChase));
  await eachByItself(found, async (item) => item && chase(store, rowOf(deployments, item), at));
}

async function chase(store: Store, deployment: Deployment, at: At): Promise<void> {
  const ended = hasEnded(deployment);
  const missing = ended ? await missingOf(store, deployment) : [];
  if (ended && isOver(deployment, missing)) return store.drop(alsoListed, [asToChase(deployment)]);
  const looks = ended
    ? [() => chaseRecords(store, deployment, at), () => chaseEvaluations(store, { deployment, missing }, at)]
    : [() => chaseRecords(store, deployment, at), () => chaseRelease(store, deployment, at)];
  await eachByItself(looks, (look) => look());
}

/** The sides whose evaluation of ended work is missing: nobody who was erased is one. */
async function missingOf(
  store: Store,
  { requestId, deploymentId, personId }: Deployment,
): Promise<readonly Side[]> {
  const written = await store.getEach(
    rowsAsFound(evaluations),
    sides.map((side) => ({ requestId, deploymentId, side })),
  );
  const missing = sides.filter((_, place) => !written[place]);
  const isErased = missing.includes("practitioner") && (await store.get(erasedPeople, { personId }));
  return isErased ? missing.filter((side) => side !== "practitioner") : missing;
}

/** Whether nobody can be reminded of ended work any more: brokers know of whatever is missing. */
const isOver = (deployment: Deployment, missing: readonly Side[]): boolean =>
  !awaitsAnswer(deployment) &&
  (deployment.ending?.as === "not-started" ||
    missing.every((side) => !!deployment.evaluationChases?.[side]?.brokersOn));
