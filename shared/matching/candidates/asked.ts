import { sortable } from "../facts/columns.ts";
import type { MatchRequest } from "../facts/facts.ts";
import { daysAsked } from "../facts/openDays.ts";
import { weightsFor } from "../facts/policy.ts";
import { weekdaySpan } from "../facts/weekdays.ts";
import { basisPoints } from "../fit/fit.ts";
import { whole } from "../problem/cells.ts";
import type { Field } from "./field.ts";
import type { Kind } from "./kinds.ts";

/** What is looked at of a request, once for all its pairs. */
export function askedOf({ roster, schools, claims }: Field, request: MatchRequest, kind: Kind) {
  const school = roster.schoolOf(request.schoolId);
  const weights = weightsFor(roster.input.policy, request);
  const asking = schools.numberOf.get(school.id) ?? -1;
  const { eastingMetres: east, northingMetres: north } = school;
  const isRemote = request.mode === "remote";
  const context = basisPoints(weights.context, 1000);
  let marks = 0;
  for (const code of request.codes.secondary) marks |= claims.markOf(code);
  return {
    ...kind,
    asking,
    weights,
    days: daysAsked(roster.closures, whole(schools.calendar, asking), weekdaySpan(request.window)),
    begins: sortable(request.window.from),
    ends: sortable(request.window.to),
    others: request.codes.secondary.map(claims.numberOf),
    marks,
    designation: request.requiredDesignation ?? null,
    halfDays: request.halfDays,
    from: isRemote || east === null || north === null ? null : { east, north },
    context,
    untravelled: context + (isRemote ? basisPoints(weights.distance, 1000) : 0),
    /** What other codes could add at most. */
    beside: request.codes.secondary.length === 0 ? 0 : basisPoints(weights.expertise, 300),
    free: basisPoints(weights.availability, 1000),
  };
}
export type Asked = ReturnType<typeof askedOf>;
