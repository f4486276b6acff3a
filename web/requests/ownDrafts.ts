import type { AnswerOf } from "../../shared/runtime/client.ts";
import { everyItem } from "../../shared/runtime/everyItem.ts";
import { read, type Visit } from "../visit.ts";
import type { Draft, Request } from "./draftBody.ts";

/** The drafts that the reader began and has not sent, the newest first. */
export async function ownDrafts(visit: Visit, { account }: AnswerOf<"getMe">): Promise<readonly Request[]> {
  const drafts = await everyItem((query) =>
    read(visit, "listRequests", { query: { ...query, state: "draft" } }),
  );
  return drafts.filter(({ startedBy }) => startedBy === account).toReversed();
}

/** Whether a draft asks the same for the same school: going back and saving again would make a second of it. */
export const asksTheSame = (
  { schoolId, codes }: Pick<Draft, "schoolId" | "codes">,
  draft: Pick<Request, "schoolId" | "codes">,
): boolean => draft.schoolId === schoolId && draft.codes.primary === codes.primary;
