import { dateAt, daysBetween } from "../calendar/calendar.ts";
import type { SupportRequest } from "./request.ts";
import type { RoutePolicyName, Urgency } from "../vocabulary.ts";

/** Priority 1 to 4: the route's class, raised by one when the need is for this week or half term. */
export function priorityOf(basePriority: number, urgency: Urgency): number {
  const raise = urgency === "this-week" || urgency === "this-half-term" ? 1 : 0;
  return Math.min(4, basePriority + raise);
}

/** Requests of one school for the same primary need within this many days may be one request. */
export const duplicateWithinDays = 30;

/** Whether a request looks like an earlier one asked again: same school, same primary code, close in time. */
export function looksLikeDuplicate(request: SupportRequest, other: SupportRequest): boolean {
  const placeOf = (each: SupportRequest): string => `${each.createdAt}#${each.requestId}`;
  if (placeOf(other) >= placeOf(request) || other.state === "draft" || other.state === "closed") return false;
  if (other.schoolId !== request.schoolId || other.codes.primary !== request.codes.primary) return false;
  const apart = daysBetween(dateAt(other.createdAt), dateAt(request.createdAt));
  return apart <= duplicateWithinDays;
}

/**
 * The route by which a request is brokered: a school in a category of concern is a statutory case, business
 * expertise is traded as business, and anything else stays as it was asked.
 */
export function routeOf(
  asked: RoutePolicyName,
  need: { readonly primary: string; readonly inConcern: boolean },
): RoutePolicyName {
  if (need.inConcern) return "statutory";
  if (asked === "traded-improvement" && need.primary.startsWith("BS-")) return "traded-business";
  return asked;
}
