import type { SchoolId } from "../shared/domain/ids.ts";
import { attempt, type Visit } from "./visit.ts";

/** The names of some schools by their ids, as far as their reader may know them. */
export async function schoolNamesOf(
  visit: Visit,
  ids: readonly (SchoolId | null | undefined)[],
): Promise<ReadonlyMap<string, string>> {
  const named = [...new Set(ids)].filter((id) => id !== null && id !== undefined);
  const schools = await Promise.all(
    named.map((schoolId) => attempt(visit, "getSchool", { params: { schoolId } })),
  );
  return new Map(
    schools.flatMap((each) => (each.kind === "refused" ? [] : [[each.body.schoolId, each.body.name]])),
  );
}
