import { expectedAcceptance } from "../../shared/domain/people/acceptance.ts";
import { standInsFor } from "../../shared/matching/explain/standIns.ts";
import { isRefusal, notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { points } from "../match/points.ts";
import { publishedYears } from "./publishedRun.ts";

export const listStandIns: Handler<"listStandIns"> = async ({ params, query }, { store }) => {
  const { runId, requestId } = params;
  const years = await publishedYears(store, runId);
  if (isRefusal(years)) return years;
  for (const { opened, answers } of years) {
    const found = standInsFor(opened, requestId);
    if (found === null) continue;
    const places = found.map(({ personId, standIns }) => ({
      personId,
      standIns: standIns.slice(0, query.most).map((each) => ({
        ...each,
        fit: points(each.fit),
        loss: points(each.loss),
        expectedAcceptance: expectedAcceptance(answers.get(each.personId)),
      })),
      count: standIns.length,
    }));
    return { status: 200, body: { runId, requestId, places } };
  }
  return notFound("request in this run");
};
