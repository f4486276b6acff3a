import { html } from "../html.ts";
import type { Shell } from "../layout.ts";

const parts: readonly (readonly [string, string])[] = [
  ["Schools", "ask for support, follow what becomes of it, and agree objectives, days and price"],
  ["Practitioners", "say what they can help with and when, read what they are asked and why, and answer it"],
  [
    "Home heads",
    "endorse what a colleague can do, and release them, knowing what for and what the school is paid",
  ],
  [
    "Brokers",
    "see what each night's match run proposes and why, confirm it or ask somebody else, and steer the next",
  ],
  ["Leaders", "see what the work came to, year by year"],
];

/** The first page of somebody who is not signed in: what the service is, for whom, and where to go. */
export const startPage = (): Shell => ({
  title: "Bringing schools and practitioners together",
  body: html`<h1>Bringing the school that asks and the practitioner who can help together</h1>
    <p>
      A school asks for support. The night matches the request with practitioners' declared expertise. The
      practitioner, their home head and the receiving head each say yes. The work happens, and what changed is
      recorded.
    </p>
    <p><a class="button" href="/sign-in">Sign in</a></p>
    <h2>Who it is for</h2>
    <dl>
      ${parts.map(
        ([who, what]) =>
          html`<div>
            <dt>${who}</dt>
            <dd>${what}</dd>
          </div>`,
      )}
    </dl>
    <h2>For those who write programs</h2>
    <p>
      All of this is done over an API that you may use yourself:
      <a href="/openapi.json">its contract, as OpenAPI 3.1</a>.
      <a href="/health">Whether the service answers</a>.
    </p>`,
});
