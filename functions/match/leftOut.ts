import * as z from "zod";
import { RequestId, SchoolId } from "../../shared/domain/ids.ts";
import type { SupportRequest } from "../../shared/domain/request.ts";
import type { School } from "../../shared/domain/school.ts";
import { isWorking } from "./factsOfSchool.ts";

/** A request that cannot be matched at all, whoever is free: it is answered as unmet with this reason. */
export const LeftOut = z.strictObject({
  requestId: RequestId,
  schoolId: SchoolId,
  slots: z.int(),
  constraint: z.enum(["school-not-in-register", "school-not-open", "window-over"]),
  sentence: z.string(),
});
export type LeftOut = z.infer<typeof LeftOut>;

interface Circumstances {
  readonly school: School | undefined;
  readonly places: number;
  readonly today: string;
}

/** Why a request cannot be matched, or nothing when it can. */
export function reasonToLeaveOut(
  request: SupportRequest,
  { school, places, today }: Circumstances,
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
  return [];
}
