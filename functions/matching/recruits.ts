import { daysOf } from "../../shared/domain/calendar/days.ts";
import { recruitList } from "../../shared/matching/explain/recruits.ts";
import { pricesOf } from "../../shared/matching/match.ts";
import { isRefusal } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { points } from "../match/points.ts";
import { publishedYears } from "./publishedRun.ts";

type Worth = { readonly priorityWeighted: number; readonly fit: number };
const worthOf = ({ priorityWeighted, fit }: Worth) => ({ priorityWeighted, fit: points(fit) });

export const listRecruits: Handler<"listRecruits"> = async ({ params }, { store }) => {
  const { runId } = params;
  const years = await publishedYears(store, runId);
  if (isRefusal(years)) return years;
  const recruits = years.flatMap(({ academicYear, opened }) =>
    recruitList(opened).map(({ halfDays, perDay, requestIds, ...recruit }) => ({
      ...recruit,
      ...worthOf(recruit),
      academicYear,
      days: daysOf(halfDays),
      perDay: worthOf(perDay),
      requestIds: [...requestIds],
    })),
  );
  const prices = years.flatMap(({ academicYear, opened: { roster, encoded, solution } }) =>
    pricesOf(roster, encoded, solution).map((price) => ({
      academicYear,
      personId: price.personId,
      ...worthOf(price),
    })),
  );
  return { status: 200, body: { runId, recruits, prices } };
};
