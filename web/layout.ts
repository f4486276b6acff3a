import { html, type Html } from "./html.ts";
import { styleElement } from "./style.ts";

/** What a page shows within the frame that all pages have. */
export interface Shell {
  /** What the page is: the first words of its title. */
  readonly title: string;
  readonly body: Html;
  /** Set where something that was sent is not right: the title then begins with it. */
  readonly isError?: boolean;
}

/** Proves that a form was on a page of ours that this very session was shown. */
export interface Seal {
  readonly formToken: string;
}

const signOut = ({ formToken }: Seal): Html =>
  html`<form method="post" action="/sign-out">
    <input type="hidden" name="formToken" value="${formToken}" /><button type="submit">Sign out</button>
  </form>`;

/** Whoever is signed in, and where else they may go. */
interface Reader extends Seal {
  readonly places: Html | undefined;
}

/** A whole page; `reader` is undefined where nobody is signed in. */
export function pageWith({ title, body, isError = false }: Shell, reader: Reader | undefined): string {
  const { markup } = html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${isError && "Error: "}${title} - Area Brokerage</title>
      ${styleElement}
    </head>
    <body>
      <a class="skip" href="#main">Skip to main content</a>
      <header>
        <div>
          <a href="/">Area Brokerage</a>${reader ? signOut(reader) : html`<a href="/sign-in">Sign in</a>`}
        </div>
        ${reader?.places}
      </header>
      <main id="main" tabindex="-1">${body}</main>
    </body>
  </html> `;
  return `<!doctype html>\n${markup}`;
}
