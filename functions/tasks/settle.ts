import type { Refusal } from "../../shared/contract/problems.ts";
import type { TaskAnswer } from "../../shared/contract/routes/tasks.ts";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { answersTo, settled, type Task } from "../../shared/domain/tasks/task.ts";
import type { Decision } from "../../shared/runtime/act.ts";
import { isRefusal, notFound, refuse, wrongState } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { tasks } from "../../shared/store/rows/tasks.ts";
import { type Announcement, replace } from "../../shared/store/store.ts";
import type * as z from "zod";
import type { Settling } from "./settling.ts";
import { handOver } from "./handOver.ts";
import { shown } from "./read.ts";
import { decideSuccession } from "./succession.ts";

/** Settles a task; the same answer to a task that it settled already changes nothing. */
export const settleTask: Handler<"settleTask"> = ({ params, body }, { world, store, actor, act }) =>
  act(async () => {
    const task = await store.get(tasks, params);
    if (!task) return notFound("task");
    const now = world.now();
    if (wasAnswered(task, body)) return { reply: { status: 200, body: shown(task, now) } };
    if (task.state !== "open") return wrongState("task", task.state, ["open"]);
    const deciding = body.as === "successors-decided" ? withSuccessors(task, body, now) : task;
    const action = await settle({ store, task: deciding, actor, now, reason: body.reason }, body);
    if (isRefusal(action)) return action;
    const after = settled(deciding, body.as, { at: now, by: actor.account, reason: body.reason });
    return { reply: { status: 200, body: shown(after, now) }, action };
  });

type Answer = z.output<typeof TaskAnswer>;

function wasAnswered({ state, settledAs, decisions, evidence }: Task, answer: Answer): boolean {
  if (state !== "settled" || settledAs !== answer.as || decisions.at(-1)?.reason !== answer.reason)
    return false;
  const decided = evidence.kind === "succession" ? evidence.succession.decision : null;
  // A task that was settled before the schools were kept with it is known by its reason.
  return decided === null || isSameSet(decided.successorUrns, answer.successorUrns ?? []);
}

const isSameSet = (some: readonly string[], others: readonly string[]): boolean =>
  new Set(some).symmetricDifference(new Set(others)).size === 0;

/** The task with the schools that are chosen in it, in its evidence as the register will have them. */
function withSuccessors(task: Task, { successorUrns = [], reason }: Answer, now: string): Task {
  const { evidence } = task;
  if (evidence.kind !== "succession") return task;
  const decision = { successorUrns, on: dateAt(now), reason };
  return { ...task, evidence: { ...evidence, succession: { ...evidence.succession, decision } } };
}

function notThatWay({ evidence: { kind } }: Task, as: Answer["as"]): Refusal {
  const detail = `One of: ${answersTo[kind].join(", ")}`;
  const sentence =
    kind === "moved-practitioner" && as === "goes-on"
      ? "It goes on once the new head releases them: POST the deployment's release, in their place if need be."
      : `A task of this kind is not settled as ${as}.`;
  return refuse("wrong-state", sentence, [{ pointer: "/as", detail }]);
}

function settle(settling: Settling, answer: Answer): Promise<Action | Refusal> | Action | Refusal {
  const { as } = answer;
  if (!answersTo[settling.task.evidence.kind].includes(as)) return notThatWay(settling.task, as);
  switch (as) {
    case "goes-on":
    case "waived":
      return restingAs(settling, as);
    case "handed-over":
      return handOver(settling);
    case "successors-decided":
      return decideSuccession(settling, answer.successorUrns ?? []);
  }
}

type Action = NonNullable<Decision<never>["action"]>;

function restingAs({ task, actor, now, reason }: Settling, as: "goes-on" | "waived"): Action {
  const { taskId, requestId, evidence } = task;
  return {
    chain: requestId === null ? "partnership" : `request:${requestId}`,
    action: "task-settled",
    actor,
    facts: { taskId, kind: evidence.kind, as },
    writes: [replace(tasks, settled(task, as, { at: now, by: actor.account, reason }))],
    announce: answerTo(task),
  };
}

/** Tells whoever asked that the work goes on; brokers who wrote down what they were told tell it themselves. */
function answerTo({ evidence, requestId, deploymentId, personId }: Task): Announcement[] {
  if (evidence.kind !== "broker-asked" || !requestId || !deploymentId || evidence.by === "broker") return [];
  const { schoolId } = evidence;
  const to = schoolId ? { to: "school" as const, schoolId } : personId && { to: "person" as const, personId };
  return to ? [{ type: "broker-answered", subject: { requestId, deploymentId }, tell: [to] }] : [];
}
