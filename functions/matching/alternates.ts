import { lossesInFull } from "../../shared/matching/explain/lossesInFull.ts";
import { isRefusal, notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { alternateRow } from "../match/explanationRow.ts";
import { publishedYears } from "./publishedRun.ts";

export const weighAlternates: Handler<"weighAlternates"> = async ({ params }, { store }) => {
  const { runId, requestId } = params;
  const years = await publishedYears(store, runId);
  if (isRefusal(years)) return years;
  for (const { opened } of years) {
    const found = lossesInFull(opened, requestId);
    if (found === null) continue;
    const places = found.map(({ personId, alternates }) => ({
      personId,
      alternates: alternates.map(alternateRow),
    }));
    return { status: 200, body: { runId, requestId, places } };
  }
  return notFound("request in this run");
};
