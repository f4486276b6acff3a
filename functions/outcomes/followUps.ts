import {
  answerFollowUp as answer,
  type FollowUp,
  followUpStates,
} from "../../shared/domain/outcomes/outcome.ts";
import { answersFollowUp } from "../../shared/domain/deployments/parties.ts";
import type { RequestId } from "../../shared/domain/ids.ts";
import type { Task } from "../../shared/domain/tasks/task.ts";
import { notFound, wrongState } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import type { Session } from "../../shared/runtime/session.ts";
import { pageThrough, type Part } from "../../shared/store/pageThrough.ts";
import {
  followUps,
  followUpsIn,
  followUpsOfRequest,
  followUpsOfSchool,
} from "../../shared/store/rows/deployments.ts";
import { replace, type Store } from "../../shared/store/store.ts";
import { openTasksOf, settling } from "../../shared/store/taskEnding.ts";

interface Asked {
  readonly state?: FollowUp["state"] | undefined;
  readonly requestId?: RequestId | undefined;
}

const oversees = ({ roles }: Session): boolean => roles.includes("broker") || roles.includes("director");

/** Those of one request; else a school's own by when they fall due; for those who oversee all, state by state, each by when it falls due. */
function partsFor(session: Session, { state, requestId }: Asked): Part<typeof followUps.schema>[] {
  const isIn = (each: FollowUp): boolean => state === undefined || each.state === state;
  if (requestId !== undefined) {
    return [{ list: followUpsOfRequest(requestId), where: (each) => isSeen(session, each) && isIn(each) }];
  }
  if (oversees(session))
    return (state === undefined ? followUpStates : [state]).map((each) => ({ list: followUpsIn(each) }));
  if (session.schoolId === undefined) return [];
  return [{ list: followUpsOfSchool(session.schoolId), where: isIn }];
}

export const listFollowUps: Handler<"listFollowUps"> = async ({ query }, { store, session }) => {
  const { items, nextCursor } = await pageThrough(store, partsFor(session, query), query);
  return { status: 200, body: { items: [...items], nextCursor } };
};

/** Whether an account may read a follow-up: the school that is asked, and those who oversee all. */
const isSeen = (session: Session, { schoolId }: FollowUp): boolean =>
  oversees(session) || schoolId === session.schoolId;

export const getFollowUp: Handler<"getFollowUp"> = async ({ params }, { store, session }) => {
  const followUp = await store.get(followUps, params);
  return followUp && isSeen(session, followUp) ? { status: 200, body: followUp } : notFound("follow-up");
};

export const answerFollowUp: Handler<"answerFollowUp"> = (
  { params, body },
  { world, store, session, actor, act },
) =>
  act(async () => {
    const followUp = await store.get(followUps, params);
    if (!followUp || !answersFollowUp(followUp, session)) return notFound("follow-up");
    const answered = answer(followUp, { ...body, at: world.now() });
    if (answered.kind === "already-answered")
      return wrongState("follow-up", followUp.state, ["due", "asked"]);
    const { requestId, followUpId, deploymentId, objectiveId } = followUp;
    const { direction, evidenceStrength } = body;
    return {
      reply: { status: 200, body: answered.followUp },
      action: {
        chain: `request:${requestId}`,
        action: "follow-up-answered",
        actor,
        facts: { requestId, followUpId, deploymentId, objectiveId, direction, evidenceStrength },
        writes: [
          replace(followUps, answered.followUp),
          ...settling(await waitingFor(store, followUp), "no-longer-so", {
            at: world.now(),
            by: actor.account,
            reason: "The answer has come",
          }),
        ],
      },
    };
  });

/** The open tasks that wait for this answer. */
const waitingFor = async (store: Store, { deploymentId, followUpId }: FollowUp): Promise<Task[]> =>
  (await openTasksOf(store, deploymentId)).filter(
    ({ evidence }) => evidence.kind === "follow-up-unanswered" && evidence.followUpId === followUpId,
  );
