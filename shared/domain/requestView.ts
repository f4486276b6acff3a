import { mayReadRule } from "./discreet.ts";
import type { Viewer } from "./parties.ts";
import type { SupportRequest } from "./request.ts";

/**
 * The request as this account may see it. Whom a broker pinned, excluded or chose against a rule, who declined,
 * and what triage warned of are for the broker and the director; all others see those lists empty. What a rule
 * refused for when it was set aside, and that one which tells of a school's inspection was, is for the broker alone.
 */
export function requestFor({ roles }: Pick<Viewer, "roles">, request: SupportRequest): SupportRequest {
  if (roles.includes("broker")) return request;
  if (roles.includes("director"))
    return {
      ...request,
      overrides: request.overrides
        .filter(({ rule }) => mayReadRule({ roles }, rule))
        .map(({ causes: _brokers, ...override }) => override),
    };
  return {
    ...request,
    triage: request.triage && { ...request.triage, duplicates: [], warnings: [] },
    pins: [],
    exclusions: [],
    overrides: [],
    declinedBy: [],
    decisions: [],
  };
}
