import { isWorkingDayAt } from "../../shared/domain/calendar/calendarOfSchool.ts";
import { eachByItself } from "../../shared/runtime/eachByItself.ts";
import { serviceActor } from "../../shared/runtime/session.ts";
import { allUntil } from "../../shared/store/allUntil.ts";
import { asFound, rowOf } from "../../shared/store/readRow.ts";
import { followUps, followUpsIn } from "../../shared/store/rows/deployments.ts";
import { replace, type Store } from "../../shared/store/store.ts";
import type { At } from "./at.ts";

/**
 * Asks the school every follow-up that is due, each by itself; one that changes meanwhile is left. Nobody is asked
 * on a day on which their school is closed: the question waits for the next on which it works.
 */
export async function askFollowUps(store: Store, { today, calendarOf }: At): Promise<void> {
  const isLater = ({ dueOn }: Readonly<Record<string, unknown>>): boolean =>
    typeof dueOn === "string" && dueOn > today;
  await eachByItself(await allUntil(store, asFound(followUpsIn("due")), isLater), async (found) => {
    const followUp = rowOf(followUps, found);
    const { followUpId, requestId, schoolId, deploymentId } = followUp;
    if (!isWorkingDayAt(calendarOf(schoolId), today)) return;
    await store.commit({
      chain: `request:${requestId}`,
      action: "follow-up-asked",
      actor: serviceActor("deadlines"),
      facts: { requestId, followUpId },
      writes: [replace(followUps, { ...followUp, state: "asked", askedOn: today })],
      announce: [
        {
          type: "follow-up-due",
          subject: { followUpId, requestId, deploymentId, schoolId },
          tell: [{ to: "school", schoolId }],
        },
      ],
    });
  });
}
