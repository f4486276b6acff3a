import { hasEnded } from "../../shared/domain/deployments/deployment.ts";
import { sides } from "../../shared/domain/tasks/workDue.ts";
import { eachByItself } from "../../shared/runtime/eachByItself.ts";
import { eachRow } from "../../shared/runtime/eachRow.ts";
import { asFound } from "../../shared/store/readRow.ts";
import { deploymentList, evaluationList } from "../../shared/store/rows/deployments.ts";
import { erasedPeopleList } from "../../shared/store/rows/people.ts";
import type { Store } from "../../shared/store/store.ts";
import type { At } from "./at.ts";
import { chaseEvaluations } from "./chaseEvaluations.ts";
import { chaseRecords } from "./chaseRecords.ts";
import { chaseRelease } from "./chaseRelease.ts";

/**
 * Reminds practitioners of records of visit, schools of their word on them, new heads of their release, and both sides of
 * evaluations, once each before they are due, and raises a task for brokers once where they are late: on working days of the school of whoever
 * has to write; nobody who was erased has to. Each is written by itself, and a row that changes meanwhile is left for the next hour.
 */
export async function chaseWork(store: Store, at: At): Promise<void> {
  const written = await store.all(asFound(evaluationList));
  const evaluated = new Set(
    written.map(({ deploymentId, side }) => `${String(deploymentId)} ${String(side)}`),
  );
  const erased = new Set((await store.all(erasedPeopleList)).map(({ personId }) => personId));
  await eachRow(store, deploymentList, async (deployment) => {
    const { deploymentId, personId } = deployment;
    const missing = sides.filter(
      (side) =>
        !evaluated.has(`${deploymentId} ${side}`) && !(side === "practitioner" && erased.has(personId)),
    );
    const looks = hasEnded(deployment)
      ? [
          () => chaseRecords(store, deployment, at),
          () => chaseEvaluations(store, { deployment, missing }, at),
        ]
      : [() => chaseRecords(store, deployment, at), () => chaseRelease(store, deployment, at)];
    await eachByItself(looks, (look) => look());
  });
}
