import { sha256 } from "../../shared/runtime/identity.ts";
import { typed } from "../form.ts";
import { html, type Html } from "../html.ts";
import type { Trouble } from "../visit.ts";
import type { Draft, Request } from "./draftBody.ts";

/** All that the form of a draft says, in one order. */
const saidIn = (draft: Draft | Request) => {
  const { codes, phase, description, objectives, daysEach, people, window, mode, urgency } = draft;
  const { requiredDesignation, supportType, audiences, settings, maxFromOneSchool, routePolicy } = draft;
  return [
    [codes.primary, codes.secondary, phase, description, routePolicy],
    objectives.map(({ statement, successMeasure, baseline }) => [statement, successMeasure, baseline]),
    [daysEach, people, window.from, window.to, mode, urgency, requiredDesignation],
    [supportType, audiences, settings, maxFromOneSchool],
  ];
};

const markOf = (draft: Draft | Request): string => sha256(JSON.stringify(saidIn(draft))).slice(0, 16);

/** A draft in a page as it was when it was made, so that what others save meanwhile is told. */
export const seenField = (request: Request): Html =>
  html`<input type="hidden" name="seen" value="${markOf(request)}" />`;

/** Whether a draft is another than its form was filled with. */
export const isOther = (form: URLSearchParams, request: Request): boolean =>
  typed(form, "seen") !== markOf(request);

/** Whether a draft says already what was written, as after the first of two presses. */
export const saysTheSame = (written: Draft, request: Request): boolean => markOf(written) === markOf(request);

export const savedMeanwhile: Trouble = {
  status: 409,
  detail:
    "Somebody saved this draft after you opened it, and nothing was saved now. It stands first as they saved it. " +
    "What you wrote stands below: saved again, it takes the place of theirs.",
  faults: [],
};
