import { SchoolId } from "../../shared/domain/ids.ts";
import { schoolNamesOf } from "../schoolNames.ts";
import type { Visit } from "../visit.ts";

/** What holders of calendars are called, in the midst of a sentence. */
export async function holderNames(
  visit: Visit,
  holders: readonly string[],
): Promise<(holder: string) => string> {
  const schools = await schoolNamesOf(
    visit,
    holders.flatMap((each) => SchoolId.safeParse(each).data ?? []),
  );
  return (holder) => {
    if (holder === "partnership") return "all schools";
    return holder.startsWith("authority-") ? holder.replace("-", " ") : (schools.get(holder) ?? "a school");
  };
}
