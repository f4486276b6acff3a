import { hasEnded } from "../../shared/domain/deployment.ts";
import { isLateWork, isStillLate, type WorkSoFar } from "../../shared/domain/lateWork.ts";
import { mayReopen, reopened, type Task } from "../../shared/domain/task.ts";
import { notFound, refuse } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { deployments } from "../../shared/store/rows/deployments.ts";
import { tasks } from "../../shared/store/rows/tasks.ts";
import { replace } from "../../shared/store/store.ts";
import { workSoFar } from "../../shared/store/workSoFar.ts";
import { shown } from "./read.ts";

/** Takes a broker's own word back while the work goes on that it was about, or what was late has not come. */
export const reopenTask: Handler<"reopenTask"> = ({ params, body }, { world, store, actor, act }) =>
  act(async () => {
    const task = await store.get(tasks, params);
    if (!task) return notFound("task");
    const now = world.now();
    if (task.state === "open") return { reply: { status: 200, body: shown(task, now) } };
    const { taskId, requestId, deploymentId, evidence } = task;
    const soFar = requestId && deploymentId ? await workSoFar(store, { requestId, deploymentId }) : undefined;
    if (!soFar || !mayReopen(task) || !isStillSo(task, soFar)) return refuse("wrong-state", whyNot(task));
    const { deployment } = soFar;
    const after = reopened(task, { at: now, by: actor.account, reason: body.reason });
    return {
      reply: { status: 200, body: shown(after, now) },
      action: {
        chain: `request:${deployment.requestId}`,
        action: "task-reopened",
        actor,
        facts: { taskId, kind: evidence.kind },
        // An ending at the same moment settles what is open: of the two, one sees the other.
        writes: [replace(tasks, after), replace(deployments, deployment)],
      },
    };
  });

const isStillSo = ({ evidence }: Task, soFar: WorkSoFar): boolean =>
  isLateWork(evidence) ? isStillLate(evidence, soFar) : !hasEnded(soFar.deployment);

const whyNot = ({ settledAs }: Task): string =>
  settledAs === "successors-decided"
    ? "Roll back the import that the decision made."
    : "Only a broker's own word can be taken back, while the work goes on or what was late has not come.";
