import type { RelaxationInFullView } from "../../shared/contract/routes/runViews.ts";
import { daysOf } from "../../shared/domain/calendar/days.ts";
import { consequenceOf } from "../../shared/matching/explain/consequence.ts";
import type { MatchRequest } from "../../shared/matching/facts/facts.ts";
import { isRefusal, notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import type * as z from "zod";
import { publishedYears } from "./publishedRun.ts";

type Change = z.input<typeof RelaxationInFullView>["changes"][number];

/** The fields that changes to a request touch, as the request itself has them. */
const told: readonly (readonly [Change["field"], (request: MatchRequest) => string | null])[] = [
  ["mode", ({ mode }) => mode],
  ["window/to", ({ window }) => window.to],
  ["daysEach", ({ halfDays }) => String(daysOf(halfDays))],
  [
    "maxFromOneSchool",
    ({ maxFromOneSchool }) => (maxFromOneSchool === undefined ? null : String(maxFromOneSchool)),
  ],
];

export const relaxationInFull: Handler<"relaxationInFull"> = async ({ params }, { store }) => {
  const { runId, requestId, relaxation } = params;
  const years = await publishedYears(store, runId);
  if (isRefusal(years)) return years;
  const [found] = years.flatMap(({ opened }) => consequenceOf(opened, requestId, relaxation) ?? []);
  if (!found) return notFound("relaxation of this request in this run");
  const changes = told.flatMap(([field, of]) => {
    const [before, after] = [of(found.before), of(found.after)];
    return before === after ? [] : [{ field, before, after }];
  });
  const { rule, newcomers } = found;
  return { status: 200, body: { runId, requestId, relaxation, changes, rule, people: [...newcomers] } };
};
