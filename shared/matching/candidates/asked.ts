import { daysAsked } from "../facts/openDays.ts";
import { weightsFor } from "../facts/policy.ts";
import { basisPoints } from "../fit/fit.ts";
import { exact, whole } from "../problem/cells.ts";
import { markOf } from "./claimRows.ts";
import { type Field, requestAt } from "./field.ts";

/** What is looked at of a request, once for all its pairs. */
export function askedOf(field: Field, at: number) {
  const { roster, schools, claims, index, classes, dates, asking: askedBy } = field;
  const request = requestAt(roster, at);
  const weights = weightsFor(roster.input.policy, request);
  const asking = whole(askedBy, at);
  const [east, north] = [exact(schools.eastMetres, asking), exact(schools.northMetres, asking)];
  const isRemote = request.mode === "remote";
  const context = basisPoints(weights.context, 1000);
  const { primary, secondary } = request.codes;
  const { from, to } = request.window;
  const window = { from: dates.weekdayFrom(from), to: dates.weekdayTo(to) };
  let marks = 0;
  for (const code of secondary) marks |= markOf(claims, code);
  return {
    asking,
    weights,
    days: daysAsked(roster.closures, whole(schools.calendar, asking), window),
    begins: dates.sortable(from),
    ends: dates.sortable(to),
    code: index.numberOf(primary),
    others: secondary.map(index.numberOf),
    marks,
    designation: request.requiredDesignation ?? null,
    halfDays: request.halfDays,
    isTravelled: !isRemote && east + north >= 0,
    east,
    north,
    /** Where the row of its school's class begins. */
    alikeFrom: whole(classes.of, asking) * classes.count,
    context,
    untravelled: context + (isRemote ? basisPoints(weights.distance, 1000) : 0),
    /** What other codes could add at most. */
    beside: secondary.length === 0 ? 0 : basisPoints(weights.expertise, 300),
    free: basisPoints(weights.availability, 1000),
  };
}
export type Asked = ReturnType<typeof askedOf>;
