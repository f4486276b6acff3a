import { away, html, type Html } from "../html.ts";
import { codeInWords } from "../terms.ts";
import { period } from "../words.ts";
import type { Request } from "./draftBody.ts";

/** A link to a request. Read alone, as screen readers list links, it tells the request from others about the same. */
export const requestLink = (
  {
    requestId,
    codes,
    window,
  }: Pick<Request, "requestId" | "window"> & { readonly codes: Pick<Request["codes"], "primary"> },
  schoolName: string | undefined,
): Html =>
  html`<a href="/pages/requests/${requestId}"
    >${codeInWords(codes.primary)}${away(`${schoolName === undefined ? "" : `${schoolName}, `}${period(window)}`, ", ")}</a
  >`;
