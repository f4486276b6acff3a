import { headed } from "./headed.ts";
import { html, type Html } from "./html.ts";
import type { Asked, Ending } from "./visit.ts";

/** The form that was sent, as fields that nobody sees and a button that sends it once more. */
const formAgain = ({ address, form }: Asked): Html =>
  html`<form method="post" action="${address}">
    ${[...form].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <button class="button" type="submit">Send it again</button>
  </form>`;

/** Signed out with a form in hand: what was typed stays in the page, to be sent again once signed in. */
export const signInToSend = (asked: Asked): Ending => ({
  ...headed(
    "Sign in again to send this",
    html`<p>
        You were signed out before it arrived, so nothing was done. What you wrote is kept on this page.
      </p>
      <ol>
        <li>
          <a href="/sign-in" target="_blank" rel="noopener">Sign in, in a new tab</a>, then come back to this
          one.
        </li>
        <li>Send it again.</li>
      </ol>
      ${formAgain(asked)}`,
  ),
  status: 401,
  signedOut: true,
  isError: true,
});

/** A form on which the service failed: it keeps its key, so that what was done all the same is not done twice. */
export const sendOnceMore = (asked: Asked): Ending => ({
  ...headed(
    "Something went wrong on our side",
    html`<p>
        What you wrote is kept on this page. Please send it again: what was done already is not done twice. If
        it happens again, tell your broker when it did.
      </p>
      ${formAgain(asked)}`,
  ),
  status: 500,
  isError: true,
});
