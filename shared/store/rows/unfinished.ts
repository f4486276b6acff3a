import type { RequestId } from "../../domain/ids.ts";
import { unfinishedKeptDays, UnfinishedRow } from "../../domain/requests/unfinished.ts";
import { entity, listOf } from "../entity.ts";

export const unfinishedRequests = entity("unfinished-request", {
  schema: UnfinishedRow,
  place: ({ requestId }: { requestId: RequestId }) => ({
    partition: `REQUEST#${requestId}`,
    sort: "UNFINISHED",
  }),
  listings: ({ createdAt, requestId }) => ({
    gsi1: { partition: "UNFINISHED-REQUESTS", sort: `${createdAt}#${requestId}` },
  }),
  expiresAtSeconds: ({ savedAt }) => Math.floor(Date.parse(savedAt) / 1000) + unfinishedKeptDays * 86_400,
});
export const unfinishedList = listOf(unfinishedRequests, { index: "gsi1", partition: "UNFINISHED-REQUESTS" });
