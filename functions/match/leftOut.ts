import { counted } from "../../shared/domain/counted.ts";
import * as z from "zod";
import { RequestId, SchoolId } from "../../shared/domain/ids.ts";
import { daysSought, type SupportRequest } from "../../shared/domain/requests/request.ts";
import type { School } from "../../shared/domain/schools/school.ts";
import type { SchoolCalendar } from "../../shared/domain/calendar/calendarInForce.ts";
import { workingDaysIn } from "../../shared/domain/calendar/calendarOfSchool.ts";
import { isWorking } from "./factsOfSchool.ts";

/** A request that cannot be matched at all, whoever is free: it is answered as unmet with this reason. */
export const LeftOut = z.strictObject({
  requestId: RequestId,
  schoolId: SchoolId,
  slots: z.int(),
  constraint: z.enum(["school-not-in-register", "school-not-open", "window-over", "too-few-open-days"]),
  sentence: z.string(),
});
export type LeftOut = z.infer<typeof LeftOut>;

interface Circumstances {
  readonly school: School | undefined;
  readonly places: number;
  readonly today: string;
  /** Of the school that asks. */
  readonly calendar: SchoolCalendar;
}

/** Why a request cannot be matched, or nothing when it can. */
export function reasonToLeaveOut(
  request: SupportRequest,
  { school, places, today, calendar }: Circumstances,
): LeftOut[] {
  const { requestId, schoolId, window } = request;
  const because = (constraint: LeftOut["constraint"], sentence: string): LeftOut[] => [
    { requestId, schoolId, slots: places, constraint, sentence },
  ];
  if (!school)
    return because("school-not-in-register", "The school is not in the register that is in force.");
  if (!isWorking(school))
    return because("school-not-open", `The school is ${school.status} and cannot be supported.`);
  if (window.to < today)
    return because("window-over", `The dates asked for ended on ${window.to}: ask the school for new ones.`);
  const from = window.from > today ? window.from : today;
  const days = daysSought(request);
  const openDays = workingDaysIn(calendar, { from, to: window.to }, days);
  if (openDays < days)
    return because(
      "too-few-open-days",
      `The school is open on ${counted(openDays, "day")} from ${from} to ${window.to}, and each person is to work ` +
        `${days}: ask the school for other dates.`,
    );
  return [];
}
