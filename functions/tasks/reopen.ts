import type { Chain } from "../../shared/domain/audit.ts";
import { hasEnded } from "../../shared/domain/deployments/deployment.ts";
import { isLateWork, isStillLate, type WorkSoFar } from "../../shared/domain/tasks/lateWork.ts";
import { mayReopen, reopened, type Task, type TaskEvidence } from "../../shared/domain/tasks/task.ts";
import { notFound, refuse } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { bankHolidaysConfirmed } from "../../shared/store/calendars.ts";
import { deployments, followUps } from "../../shared/store/rows/deployments.ts";
import { tasks } from "../../shared/store/rows/tasks.ts";
import { replace, type Store, type Write } from "../../shared/store/store.ts";
import { workSoFar } from "../../shared/store/workSoFar.ts";
import { shown } from "./read.ts";

/** Takes a broker's own word back while the work goes on that it was about, or what was late has not come. */
export const reopenTask: Handler<"reopenTask"> = ({ params, body }, { world, store, actor, act }) =>
  act(async () => {
    const task = await store.get(tasks, params);
    if (!task) return notFound("task");
    const now = world.now();
    if (task.state === "open") return { reply: { status: 200, body: shown(task, now) } };
    const { taskId, evidence } = task;
    const ground = mayReopen(task) ? await groundOf(store, task) : undefined;
    if (!ground) return refuse("wrong-state", whyNot(task));
    const after = reopened(task, { at: now, by: actor.account, reason: body.reason });
    return {
      reply: { status: 200, body: shown(after, now) },
      action: {
        chain: ground.chain,
        action: "task-reopened",
        actor,
        facts: { taskId, kind: evidence.kind },
        writes: [replace(tasks, after), ...ground.unchanged],
      },
    };
  });

interface Ground {
  /** The trail that the task stands in. */
  readonly chain: Chain;
  /** Rows that must stay as they were read. */
  readonly unchanged: readonly Write[];
}

/** What a task rests on as it is now, nothing where it is not so any more. */
async function groundOf(
  store: Store,
  { evidence, requestId, deploymentId }: Task,
): Promise<Ground | undefined> {
  if (evidence.kind === "bank-holidays")
    return (await bankHolidaysConfirmed(store, evidence.academicYear))
      ? undefined
      : { chain: "partnership", unchanged: [] };
  if (!requestId || !deploymentId) return undefined;
  const chain: Chain = `request:${requestId}`;
  if (evidence.kind === "follow-up-unanswered") {
    const followUp = await store.get(followUps, { requestId, followUpId: evidence.followUpId });
    // An answer at the same moment settles what is open, as an ending does below.
    return followUp?.state === "asked" ? { chain, unchanged: [replace(followUps, followUp)] } : undefined;
  }
  const soFar = await workSoFar(store, { requestId, deploymentId });
  if (!soFar || !isStillSo(evidence, soFar)) return undefined;
  // An ending at the same moment settles what is open: of the two, one sees the other.
  return { chain, unchanged: [replace(deployments, soFar.deployment)] };
}

const isStillSo = (evidence: TaskEvidence, soFar: WorkSoFar): boolean =>
  isLateWork(evidence) ? isStillLate(evidence, soFar) : !hasEnded(soFar.deployment);

const whyNot = ({ settledAs }: Task): string =>
  settledAs === "successors-decided"
    ? "Roll back the import that the decision made."
    : "Only a broker's own word can be taken back, while the work goes on or what was asked for has not come.";
