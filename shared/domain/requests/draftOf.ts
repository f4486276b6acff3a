import { facetsOfRequest } from "./facets.ts";
import type { Objective, SupportRequest } from "./request.ts";

type Written = Pick<
  SupportRequest,
  | "schoolId"
  | "codes"
  | "phase"
  | "description"
  | "daysEach"
  | "people"
  | "window"
  | "mode"
  | "urgency"
  | "requiredDesignation"
  | "supportType"
  | "audiences"
  | "settings"
  | "maxFromOneSchool"
  | "routePolicy"
> & { readonly objectives: readonly Omit<Objective, "objectiveId">[] };

/** What of a request its author writes, always in one order, without what the service adds. */
export const draftOf = (request: Written) => ({
  schoolId: request.schoolId,
  codes: { primary: request.codes.primary, secondary: [...request.codes.secondary] },
  phase: request.phase,
  description: request.description,
  objectives: request.objectives.map(({ statement, successMeasure, baseline }) => ({
    statement,
    successMeasure,
    baseline,
  })),
  daysEach: request.daysEach,
  people: request.people,
  window: { from: request.window.from, to: request.window.to },
  mode: request.mode,
  urgency: request.urgency,
  requiredDesignation: request.requiredDesignation,
  ...facetsOfRequest(request),
  ...(request.maxFromOneSchool === undefined ? {} : { maxFromOneSchool: request.maxFromOneSchool }),
  routePolicy: request.routePolicy,
});
