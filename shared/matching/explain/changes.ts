import { daysAfter } from "../facts/dates.ts";
import type { MatchRequest } from "../facts/facts.ts";
import { hardRules } from "../rules/rules.ts";

/** A change to one request, or to how it is judged, that could bring people in. */
export interface Change {
  readonly code: string;
  readonly opening: string;
  /** The request as it would be, or null where the change means nothing. */
  readonly request: (request: MatchRequest) => MatchRequest | null;
  /** Rules that the changed request may pass where the request did not: no others are affected. */
  readonly affects: readonly string[];
  /** Whether the affected rules are set aside, rather than judged again. */
  readonly waives: boolean;
  readonly widerExpertise: boolean;
  /** Whether it can help only by bringing people in, and not by asking less of those who are there. */
  readonly needsNewcomers: boolean;
}

/** How much longer a request may take where nobody knows its school's half terms. */
const laterByDays = 42;

const waiving = (rule: string, opening: string): Change => ({
  code: `without-${rule}`,
  opening,
  request: (request) => request,
  affects: [rule],
  waives: true,
  widerExpertise: false,
  needsNewcomers: true,
});

const changing = (
  code: string,
  opening: string,
  how: Pick<Change, "affects" | "request" | "needsNewcomers">,
): Change => ({ code, opening, ...how, waives: false, widerExpertise: false });

/** Every change that is tried for a place left open, beside more capacity. */
export const changes: readonly Change[] = [
  changing("remote", "Remote support", {
    needsNewcomers: true,
    affects: ["mode", "too-far"],
    request: (request) => (request.mode === "remote" ? null : { ...request, mode: "remote" }),
  }),
  changing("after-half-term", "Until the end of the next half term", {
    needsNewcomers: true,
    affects: ["unavailable"],
    request: ({ nextHalfTerm, ...request }) =>
      nextHalfTerm === undefined
        ? null
        : { ...request, window: { from: request.window.from, to: nextHalfTerm.to } },
  }),
  changing("later", "Six weeks longer to finish", {
    needsNewcomers: true,
    affects: ["unavailable"],
    request: (request) =>
      request.nextHalfTerm === undefined
        ? {
            ...request,
            window: { from: request.window.from, to: daysAfter(request.window.to, laterByDays) },
          }
        : null,
  }),
  changing("fewer-days", "Half the days from each person", {
    needsNewcomers: false,
    affects: ["unavailable", "no-days"],
    request: (request) =>
      request.halfDays < 2 ? null : { ...request, halfDays: Math.ceil(request.halfDays / 2) },
  }),
  changing("one-school", "Any number of people from one school", {
    needsNewcomers: false,
    affects: [],
    request: ({ maxFromOneSchool, ...request }) => (maxFromOneSchool === undefined ? null : request),
  }),
  ...hardRules.flatMap(({ name, without }) => (without === undefined ? [] : [waiving(name, without)])),
  {
    code: "wider-expertise",
    opening: "Any code of the same family",
    request: (request) => request,
    affects: ["expertise"],
    waives: false,
    widerExpertise: true,
    needsNewcomers: true,
  },
];
