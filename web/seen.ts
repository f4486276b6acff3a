import { sha256 } from "../shared/runtime/identity.ts";
import { typed } from "./form.ts";
import { html, type Html } from "./html.ts";
import type { Trouble } from "./visit.ts";

const markOf = (part: unknown): string => sha256(JSON.stringify(part) ?? "").slice(0, 16);

/** What a form was filled with, as a mark in it: what others save meanwhile is then told. */
export const seenField = (part: unknown): Html =>
  html`<input type="hidden" name="seen" value="${markOf(part)}" />`;

/** Whether something is another than its form was filled with. */
export const isOther = (form: URLSearchParams, part: unknown): boolean =>
  typed(form, "seen") !== markOf(part);

export const savedMeanwhile = (what: string): Trouble => ({
  status: 409,
  detail:
    `Somebody saved ${what} after you opened it, and nothing was saved now. It stands first as they saved it. ` +
    "What you wrote stands below: saved again, it takes the place of theirs.",
  faults: [],
});
