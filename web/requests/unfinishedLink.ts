import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { away, html, type Html } from "../html.ts";
import { codeInWords } from "../terms.ts";
import { longDate } from "../words.ts";

export type Unfinished = AnswerOf<"getUnfinishedRequest">;

/** A link to a request that is not whole yet, told from others by when it was begun. */
export const unfinishedLink = ({ requestId, createdAt, written: { codes } }: Unfinished): Html =>
  html`<a href="/pages/unfinished-requests/${requestId}"
    >${codes?.primary === undefined ? "A request" : codeInWords(codes.primary)}${away(`begun on ${longDate(dateAt(createdAt))}`, ", ")}</a
  >`;
