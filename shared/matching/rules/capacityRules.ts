import { counted } from "../../domain/counted.ts";
import type { Mode } from "../../domain/vocabulary.ts";
import { type HardRule, ofPractitioner } from "./rule.ts";

export const daysOf = (halfDays: number): string => counted(halfDays / 2, "day");

const kilometres = (metres: number): string => `${Math.floor(metres / 100) / 10} km`;

export const noSlots: HardRule = {
  name: "no-slots",
  overridable: false,
  isOwn: true,
  refused: "with no further deployment to give",
  refuses: ({ practitioner }) => practitioner.capacitySlotsLeft < 1,
  why: ({ practitioner }) =>
    practitioner.loadSlots === 0
      ? "Has no deployment left to give."
      : `Already holds ${counted(practitioner.loadSlots, "deployment or open offer", "deployments or open offers")} and may take no more.`,
  evidence: (pair) => ofPractitioner(pair, "no deployment left"),
};

export const noDays: HardRule = {
  name: "no-days",
  overridable: false,
  isOwn: true,
  refused: "with too few days left",
  refuses: ({ practitioner, request }) => practitioner.capacityHalfDaysLeft < request.halfDays,
  why: ({ practitioner, request }) =>
    `Has ${daysOf(practitioner.capacityHalfDaysLeft)} left; the request takes ${daysOf(request.halfDays)}.`,
  evidence: (pair) => ofPractitioner(pair, `${daysOf(pair.practitioner.capacityHalfDaysLeft)} left`),
};

export const tooFar: HardRule = {
  name: "too-far",
  overridable: true,
  isOwn: true,
  refused: "too far away",
  without: "Travel beyond the practitioners' limits",
  refuses: ({ distanceMetres, practitioner }) =>
    distanceMetres !== null &&
    practitioner.travelLimitMetres !== null &&
    distanceMetres > practitioner.travelLimitMetres,
  why: ({ distanceMetres, practitioner }) =>
    `The school is ${kilometres(distanceMetres ?? 0)} away; ` +
    `the practitioner travels up to ${kilometres(practitioner.travelLimitMetres ?? 0)}.`,
  evidence: (pair) =>
    ofPractitioner(pair, `travels up to ${kilometres(pair.practitioner.travelLimitMetres ?? 0)}`),
  causes: ({ homeSchool, distanceMetres, practitioner }) => [
    `home ${homeSchool.id}`,
    `distance ${kilometres(distanceMetres ?? 0)}`,
    `travel limit ${practitioner.travelLimitMetres} m`,
  ],
};

/** The modes by which a practitioner can give what is asked: hybrid workers can do either kind. */
const serving: Readonly<Record<Mode, readonly Mode[]>> = {
  "on-site": ["on-site", "hybrid"],
  remote: ["remote", "hybrid"],
  hybrid: ["hybrid"],
};

/** Whether somebody who works in some modes can give support in the mode asked for. */
export const servesMode = (modes: readonly Mode[], asked: Mode): boolean =>
  serving[asked].some((mode) => modes.includes(mode)) ||
  (asked === "hybrid" && modes.includes("on-site") && modes.includes("remote"));

export const modeLacking: HardRule = {
  name: "mode",
  overridable: false,
  isOwn: true,
  refused: "not working in the way asked for",
  refuses: ({ practitioner, request }) => !servesMode(practitioner.modes, request.mode),
  why: ({ practitioner, request }) =>
    `The request is for ${request.mode} support; the practitioner offers ${practitioner.modes.join(", ") || "no mode"}.`,
  evidence: (pair) => ofPractitioner(pair, `modes: ${pair.practitioner.modes.join(", ")}`),
};

export const unavailable: HardRule = {
  name: "unavailable",
  overridable: true,
  isOwn: true,
  refused: "not free in the dates asked for",
  refuses: ({ practitioner, request, daysFree }) =>
    practitioner.availability.length > 0 && daysFree * 2 < request.halfDays,
  why: ({ request, daysFree, knowsCalendars }) =>
    `Free on ${counted(daysFree, knowsCalendars ? "day" : "weekday")} ${knowsCalendars ? "on which both schools are open " : ""}` +
    `between ${request.window.from} and ${request.window.to}; the request takes ${daysOf(request.halfDays)}.`,
  evidence: ({ practitioner }) =>
    practitioner.availability
      .map(({ from, to }) => ({
        record: "practitioner" as const,
        of: practitioner.id,
        what: "free",
        from,
        to,
      }))
      .toSorted((a, b) => (a.from < b.from ? -1 : 1)),
};
