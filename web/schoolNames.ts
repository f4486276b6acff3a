import type { SchoolId } from "../shared/domain/ids.ts";
import { namesFor } from "./namesFor.ts";
import type { Visit } from "./visit.ts";

/** The names of some schools by their ids. */
export async function schoolNamesOf(
  visit: Visit,
  ids: readonly (SchoolId | null | undefined)[],
): Promise<ReadonlyMap<string, string>> {
  const { schools } = await namesFor(
    visit,
    ids.filter((id) => id !== null && id !== undefined),
  );
  return new Map(schools.map(({ schoolId, name }) => [schoolId, name]));
}
