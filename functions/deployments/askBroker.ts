import type { AskedView } from "../../shared/contract/routes/deployments.ts";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { type Deployment, hasEnded, underWayStates } from "../../shared/domain/deployments/deployment.ts";
import { type Asker, askerOf, askers, partiesOf } from "../../shared/domain/deployments/parties.ts";
import type { DeploymentId } from "../../shared/domain/ids.ts";
import type { Task } from "../../shared/domain/tasks/task.ts";
import { notFound, refuse, wrongState } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import type { Session } from "../../shared/runtime/session.ts";
import { deployments } from "../../shared/store/rows/deployments.ts";
import { tasks, tasksOfDeployment } from "../../shared/store/rows/tasks.ts";
import { type Announcement, create, replace, type Store } from "../../shared/store/store.ts";
import { taskOfWork } from "../tasks/taskOfWork.ts";
import { deploymentFor } from "./access.ts";
import type * as z from "zod";

type Asked = Extract<Task["evidence"], { kind: "broker-asked" }>;
type Question = Task & { readonly evidence: Asked };
const isQuestion = (task: Task): task is Question => task.evidence.kind === "broker-asked";

const questionsOf = async (store: Store, deploymentId: DeploymentId): Promise<Question[]> =>
  (await store.all(tasksOfDeployment(deploymentId))).filter(isQuestion);

/** A question as those read it whose side asked. */
function shown({ taskId, evidence, raisedAt, settledAs, decisions }: Question): z.output<typeof AskedView> {
  const decidedAt = settledAs === null ? undefined : decisions.at(-1)?.at;
  const settledOn = decidedAt === undefined ? null : dateAt(decidedAt);
  const { by, words } = evidence;
  return { taskId, by, words, askedOn: dateAt(raisedAt), settledAs, settledOn };
}

/** What was asked about work: to brokers all of it, to others what they asked themselves, or their own school. */
export const askedOfBroker: Handler<"askedOfBroker"> = async ({ params }, { store, session }) => {
  const deployment = await deploymentFor({ store, session, open: askers }, params);
  if (!deployment) return notFound("deployment");
  const parties = partiesOf(deployment, session);
  const isTheirs = ({ evidence: { by, schoolId } }: Question): boolean =>
    parties.has("broker") || (parties.has(by) && (schoolId === null || schoolId === session.schoolId));
  const all = await questionsOf(store, params.deploymentId);
  return { status: 200, body: { asked: all.filter(isTheirs).map(shown) } };
};

/** Who asks, as evidence has it: the school's id where it is a head, as a move may bring another to the same side. */
const askingAs = (by: Asker, session: Session): Pick<Asked, "by" | "schoolId"> => ({
  by,
  schoolId: by === "practitioner" || by === "broker" ? null : (session.schoolId ?? null),
});

/** Asks the broker how work under way is to go on: one open question of whoever asks is enough. */
export const askBroker: Handler<"askBroker"> = (
  { params, body: { words } },
  { world, store, session, actor, act },
) =>
  act(async () => {
    const deployment = await deploymentFor({ store, session, open: askers }, params);
    const by = deployment && askerOf(partiesOf(deployment, session));
    if (!deployment || by === undefined) return notFound("deployment");
    if (hasEnded(deployment)) return wrongState("deployment", deployment.state, underWayStates);
    const { requestId, deploymentId } = deployment;
    const asking = askingAs(by, session);
    const before = await questionsOf(store, deploymentId);
    const isSame = ({ state, evidence }: Question): boolean =>
      state === "open" && evidence.by === by && evidence.schoolId === asking.schoolId;
    if (before.some(isSame))
      return refuse("wrong-state", "The broker was asked already, and has not decided yet.");
    const evidence = { kind: "broker-asked" as const, ...asking, words };
    const cause = [String(before.length)];
    const task = { ...taskOfWork(deployment, evidence, { now: world.now(), cause }), evidence };
    return {
      reply: { status: 201, body: shown(task) },
      action: {
        chain: `request:${requestId}`,
        action: "broker-asked",
        actor,
        facts: { requestId, deploymentId, taskId: task.taskId, by },
        // An ending at the same moment settles what is open: of the two, one sees the other.
        writes: [create(tasks, task), replace(deployments, deployment)],
        announce: by === "broker" ? [] : [newsForBrokers(deployment)],
      },
    };
  });

const newsForBrokers = ({ requestId, deploymentId, schoolId, personId }: Deployment): Announcement => ({
  type: "broker-asked",
  subject: { requestId, deploymentId, schoolId, personId },
  tell: [{ to: "brokers" }],
});
