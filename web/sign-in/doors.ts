import { isPage } from "../../shared/contract/pages.ts";
import { html } from "../html.ts";
import { askedOf, fromElsewhere, isFromHere, type PageDoor } from "../serving.ts";
import type { Ending } from "../visit.ts";
import { isSealed, noSession, notUnderway, sessionCookie, underwayCookie, underwayIn } from "./cookies.ts";

/**
 * Where somebody may be sent after signing in: to a page of ours, and to nowhere else. It is written as browsers write
 * addresses, without dots to climb by and without what a header cannot hold.
 */
function pageAsked(to: string | null, publicAddress: string): string {
  if (to === null || !URL.canParse(to, publicAddress)) return "/";
  const { origin, pathname, search } = new URL(to, publicAddress);
  return origin === publicAddress && isPage(pathname) ? `${pathname}${search}` : "/";
}

/** Sends the browser to the issuer, to come back to the page it wanted. */
export const signIn: PageDoor = async ({ configuration, openId }, event) => {
  const to = pageAsked(askedOf(event).query.get("to"), configuration.publicAddress);
  const { address, underway } = await openId.begin(to);
  return { kind: "go", to: address, cookies: [underwayCookie(underway)] };
};

const notSignedIn = (status: number, detail: string): Ending => ({
  kind: "page",
  status,
  isError: true,
  title: "You are not signed in",
  body: html`<h1>You are not signed in</h1>
    <p>${detail}</p>
    <p><a class="button" href="/sign-in">Sign in</a></p>`,
});

/** Where the issuer sends the browser back: the session begins, and goes on where it was wanted. */
export const signedIn: PageDoor = async ({ configuration, openId }, event) => {
  const { cookies, query } = askedOf(event);
  const underway = underwayIn(cookies);
  if (!underway)
    return notSignedIn(400, "Signing in took longer than ten minutes, or began in another browser.");
  const came = await openId.finish(underway, query);
  if (!came) return notSignedIn(400, "Signing in did not work, or was given up.");
  const session = sessionCookie(came);
  if (session === undefined)
    return notSignedIn(
      500,
      "The token of your account is too large for a browser to keep. Tell your broker.",
    );
  return {
    kind: "go",
    to: pageAsked(underway.to, configuration.publicAddress),
    cookies: [session, notUnderway],
  };
};

const signedOutHere = (end: string): Ending => ({
  kind: "page",
  signedOut: true,
  title: "You have signed out here",
  body: html`<h1>You have signed out here</h1>
    <p>
      Your account itself is still signed in at this browser. If others use it as well, sign out there too.
    </p>
    <p><a class="button" href="${end}">Sign out of your account</a></p>`,
});

/** Ends the session here, even where the issuer does not answer, and there where it has an address for that. */
export const signOut: PageDoor = async (world, event) => {
  const { token, form } = askedOf(event);
  if (!isFromHere(event, world) || (token !== undefined && !isSealed(form, token))) return fromElsewhere;
  const end = await world.openId.end().catch(() => undefined);
  if (end === undefined) return { kind: "go", to: "/", cookies: [noSession] };
  // Browsers hold a form to the addresses that its page names, of which only the issuer's own is one.
  return new URL(end).origin === new URL(world.configuration.issuer).origin
    ? { kind: "go", to: end, cookies: [noSession] }
    : signedOutHere(end);
};
