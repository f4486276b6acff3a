import { academicYearOf, addMonths, isWorkingDay } from "../../shared/domain/calendar/calendar.ts";
import { TaskId } from "../../shared/domain/ids.ts";
import { openTask } from "../../shared/domain/tasks/task.ts";
import { derivedId } from "../../shared/runtime/identity.ts";
import { serviceActor } from "../../shared/runtime/session.ts";
import { bankHolidaysConfirmed } from "../../shared/store/calendars.ts";
import { tasks, tasksOfKind } from "../../shared/store/rows/tasks.ts";
import { create, type Store } from "../../shared/store/store.ts";
import { settling } from "../../shared/store/taskEnding.ts";
import type { At } from "./at.ts";

/** How long before an academic year begins its bank holidays are to be confirmed. */
const monthsBefore = 3;

/**
 * From June on, asks brokers once to confirm the bank holidays of the next academic year, which are computed and lack
 * those by proclamation; and settles what was asked once the partnership's calendar speaks of the year, if only to say
 * that no day more is closed.
 */
export async function confirmBankHolidays(
  store: Store,
  { now, today }: Pick<At, "now" | "today">,
): Promise<void> {
  await settleConfirmed(store, now);
  const academicYear = academicYearOf(addMonths(today, monthsBefore));
  if (academicYear === academicYearOf(today) || !isWorkingDay(today)) return;
  const taskId = derivedId(TaskId, "bank-holidays", store.partnershipId, academicYear);
  if ((await bankHolidaysConfirmed(store, academicYear)) || (await store.get(tasks, { taskId }))) return;
  const evidence = { kind: "bank-holidays", academicYear } as const;
  await store.commit({
    chain: "partnership",
    action: "bank-holidays-asked",
    actor: serviceActor("deadlines"),
    facts: { taskId, academicYear },
    writes: [create(tasks, openTask({ taskId, raisedAt: now, schoolId: null, evidence }))],
    announce: [{ type: "bank-holidays-asked", subject: {}, tell: [{ to: "brokers" }] }],
  });
}

async function settleConfirmed(store: Store, now: string): Promise<void> {
  for (const task of await store.all(tasksOfKind("open", "bank-holidays"))) {
    const { taskId, evidence } = task;
    if (evidence.kind !== "bank-holidays" || !(await bankHolidaysConfirmed(store, evidence.academicYear)))
      continue;
    const decided = { at: now, by: "deadlines", reason: "The partnership's calendar speaks of the year" };
    await store.commit({
      chain: "partnership",
      action: "task-settled",
      actor: serviceActor("deadlines"),
      facts: { taskId, kind: evidence.kind, as: "no-longer-so" },
      writes: settling([task], "no-longer-so", decided),
    });
  }
}
