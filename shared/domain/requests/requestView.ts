import { mayReadRule } from "../discreet.ts";
import type { Viewer } from "../deployments/parties.ts";
import type { SupportRequest } from "./request.ts";

/** Without what a broker wrote: it may speak of what only brokers read, whatever it was decided about. */
const wordless = <Reasoned extends { readonly reason: string }>(decided: Reasoned) => ({
  ...decided,
  reason: "",
});

/**
 * The request as this account may see it. Whom a broker pinned, excluded or chose against a rule, who declined,
 * and what triage warned of are for the broker and the director; all others see those lists empty. What a rule
 * refused for when it was set aside, that one which tells of a school's inspection was, and all that the broker wrote
 * as a reason are for the broker alone: a director reads what was decided, when and by whom.
 */
export function requestFor({ roles }: Pick<Viewer, "roles">, request: SupportRequest): SupportRequest {
  if (roles.includes("broker")) return request;
  if (roles.includes("director"))
    return {
      ...request,
      pins: request.pins.map(wordless),
      exclusions: request.exclusions.map(wordless),
      overrides: request.overrides
        .filter(({ rule }) => mayReadRule({ roles }, rule))
        .map(({ causes: _brokers, ...override }) => wordless(override)),
      decisions: request.decisions.map(wordless),
      returned: request.returned && { ...request.returned, message: "" },
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
