import { serviceActor } from "../../shared/runtime/session.ts";
import { followUps, followUpsIn } from "../../shared/store/rows/deployments.ts";
import { replace, type Store } from "../../shared/store/store.ts";

/** Asks the school every follow-up that is due, each by itself; one that changes meanwhile is left. */
export async function askFollowUps(store: Store, today: string): Promise<void> {
  const due = (await store.all(followUpsIn("due"))).filter((each) => each.dueOn <= today);
  for (const followUp of due) {
    const { followUpId, requestId, schoolId, deploymentId } = followUp;
    await store.commit({
      chain: `request:${requestId}`,
      action: "follow-up-asked",
      actor: serviceActor("deadlines"),
      facts: { requestId, followUpId },
      writes: [replace(followUps, { ...followUp, state: "asked" })],
      announce: [
        {
          type: "follow-up-due",
          subject: { followUpId, requestId, deploymentId, schoolId },
          tell: [{ to: "school", schoolId }],
        },
      ],
    });
  }
}
