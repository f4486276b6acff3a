import { hasEnded } from "../../shared/domain/deployment.ts";
import { mayReopen, reopened } from "../../shared/domain/task.ts";
import { notFound, refuse } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { deployments } from "../../shared/store/rows/deployments.ts";
import { tasks } from "../../shared/store/rows/tasks.ts";
import { replace } from "../../shared/store/store.ts";
import { unchanged } from "../../shared/store/unchanged.ts";
import { shown } from "./read.ts";

/** Takes a broker's own word back while the work that it was about still goes on. */
export const reopenTask: Handler<"reopenTask"> = ({ params, body }, { world, store, actor, act }) =>
  act(async () => {
    const task = await store.get(tasks, params);
    if (!task) return notFound("task");
    const now = world.now();
    if (task.state === "open") return { reply: { status: 200, body: shown(task, now) } };
    const { taskId, requestId, deploymentId, evidence } = task;
    const deployment =
      requestId && deploymentId ? await store.get(deployments, { requestId, deploymentId }) : undefined;
    if (!mayReopen(task) || !deployment || hasEnded(deployment))
      return refuse(
        "wrong-state",
        task.settledAs === "successors-decided"
          ? "Roll back the import that the decision made."
          : "Only a broker's word that work goes on can be taken back, while it does.",
      );
    const after = reopened(task, { at: now, by: actor.account, reason: body.reason });
    return {
      reply: { status: 200, body: shown(after, now) },
      action: {
        chain: `request:${deployment.requestId}`,
        action: "task-reopened",
        actor,
        facts: { taskId, kind: evidence.kind },
        // An ending at the same moment settles what is open: of the two, one sees the other.
        writes: [replace(tasks, after), unchanged(deployments, deployment)],
      },
    };
  });
