import type { Refusal } from "../../shared/contract/problems.ts";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import {
  type Deployment,
  hasEnded,
  type NewRelease,
  underWayStates,
} from "../../shared/domain/deployments/deployment.ts";
import { answeredAnew, takenOver } from "../../shared/domain/deployments/newRelease.ts";
import { reopened } from "../../shared/domain/tasks/task.ts";
import { notFound, refuse, wrongState } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import type { Session } from "../../shared/runtime/session.ts";
import { deployments } from "../../shared/store/rows/deployments.ts";
import { tasks, tasksOfDeployment } from "../../shared/store/rows/tasks.ts";
import { replace, type Store, type Write } from "../../shared/store/store.ts";
import { openTasksOf, settling } from "../../shared/store/taskEnding.ts";
import { allParties, deploymentFor } from "./access.ts";

type Asked = Deployment & { readonly newRelease: NewRelease };
const isAsked = (deployment: Deployment): deployment is Asked => deployment.newRelease !== undefined;

/**
 * The head of the school to which a practitioner goes releases them for work under way, or does not; the broker in
 * their place. A yes settles the task that the move made, and from the day of the move the work is that school's; a
 * no that takes it back opens the task again.
 */
export const answerNewRelease: Handler<"answerNewRelease"> = (
  { params, body },
  { world, store, session, actor, act },
) =>
  act(async () => {
    const deployment = await deploymentFor({ store, session, open: allParties }, params);
    if (!deployment) return notFound("deployment");
    const answer = body.released ? ("yes" as const) : ("no" as const);
    if (wasAnswered(deployment, session, answer)) return { reply: { status: 200, body: deployment } };
    if (!isAsked(deployment)) return refuse("wrong-state", "The school that releases them has not changed.");
    const refused = refusedTo(session, deployment);
    if (refused) return refused;
    const now = world.now();
    const answered = answeredAnew(deployment, { answer, answeredAt: now });
    const after = takenOver(answered, dateAt(now));
    const { requestId, deploymentId, personId } = deployment;
    const by = { at: now, by: actor.account };
    return {
      reply: { status: 200, body: after },
      action: {
        chain: `request:${requestId}`,
        action: "new-release-answered",
        actor,
        facts: { requestId, deploymentId, answer },
        writes: [
          replace(deployments, after),
          ...(body.released
            ? await releasing(store, deployment, by)
            : await unreleasing(store, deployment, by)),
        ],
        announce: [
          {
            type: "new-release-answered",
            subject: { requestId, deploymentId, personId },
            tell: [{ to: "brokers" }, { to: "person", personId }],
          },
        ],
      },
    };
  });

type By = Pick<Parameters<typeof reopened>[1], "at" | "by">;

/** Settles the task of a move that its new head has released. */
async function releasing(store: Store, { deploymentId }: Asked, by: By): Promise<Write[]> {
  const moved = (await openTasksOf(store, deploymentId)).filter(
    ({ evidence }) => evidence.kind === "moved-practitioner",
  );
  return settling(moved, "released", { ...by, reason: "" });
}

/** Opens the task of a move again whose release is taken back. */
const unreleasing = async (store: Store, { deploymentId, newRelease }: Asked, by: By): Promise<Write[]> =>
  (await store.all(tasksOfDeployment(deploymentId)))
    .filter(
      ({ settledAs, evidence }) =>
        settledAs === "released" &&
        evidence.kind === "moved-practitioner" &&
        evidence.toSchoolId === newRelease.schoolId &&
        evidence.from === newRelease.from,
    )
    .map((task) => replace(tasks, reopened(task, { ...by, reason: "The release was taken back" })));

/** The same yes again, also once the work has become that school's. */
function wasAnswered(deployment: Deployment, { roles, schoolId }: Session, answer: "yes" | "no"): boolean {
  const { newRelease, formerHomeSchools, homeSchoolId } = deployment;
  if (newRelease !== undefined) return newRelease.answer === answer;
  const mayAnswer = roles.includes("broker") || homeSchoolId === schoolId;
  return answer === "yes" && formerHomeSchools !== undefined && mayAnswer;
}

function refusedTo({ roles, schoolId }: Session, deployment: Asked): Refusal | undefined {
  const { newRelease } = deployment;
  if (!roles.includes("broker") && !(schoolId !== undefined && schoolId === newRelease.schoolId))
    return refuse("forbidden", "Only the head of the school to which they go answers here, or the broker.");
  return hasEnded(deployment) ? wrongState("deployment", deployment.state, underWayStates) : undefined;
}
