import { isPage } from "../../shared/contract/pages.ts";
import { headed } from "../headed.ts";
import { html } from "../html.ts";
import { askedOf, fromElsewhere, isFromHere, type PageDoor, whoIs } from "../serving.ts";
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
  const to = pageAsked((await askedOf(event)).query.get("to"), configuration.publicAddress);
  const { address, underway } = await openId.begin(to);
  return { kind: "go", to: address, cookies: [underwayCookie(underway)] };
};

const notSignedIn = (status: number, detail: string): Ending => ({
  ...headed(
    "You are not signed in",
    html`<p>${detail}</p>
      <p><a class="button" href="/sign-in">Sign in</a></p>`,
  ),
  status,
  isError: true,
});

/** Signing in again would end here again, at once where the issuer does not ask: nothing leads to it. */
const notForHere: Ending = {
  ...headed(
    "Your account does not open this service",
    html`<p>
        You signed in, but the service does not take what your account's provider gave it. Signing in again
        will not help. Tell your broker.
      </p>
      <p class="quiet">
        For whoever runs the service: the API does not accept the access token. It may be for another
        audience, or be none that the API can read.
      </p>`,
  ),
  status: 500,
  isError: true,
  signedOut: true,
};

/**
 * Where the issuer sends the browser back: the session begins, and goes on where it was wanted. It does not begin with a
 * token that the API refuses, for which every page would send the browser to the issuer again.
 */
export const signedIn: PageDoor = async (world, event) => {
  const { configuration, openId } = world;
  const { cookies, query } = await askedOf(event);
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
  if ((await whoIs(came.token, world)).kind === "signed-out") return notForHere;
  return {
    kind: "go",
    to: pageAsked(underway.to, configuration.publicAddress),
    cookies: [session, notUnderway],
  };
};

const signedOutHere = (end: string): Ending => ({
  ...headed(
    "You have signed out here",
    html`<p>
        Your account itself is still signed in at this browser. If others use it as well, sign out there too.
      </p>
      <p><a class="button" href="${end}">Sign out of your account</a></p>`,
  ),
  signedOut: true,
});

/** Ends the session here, even where the issuer does not answer, and there where it has an address for that. */
export const signOut: PageDoor = async (world, event) => {
  const { token, form } = await askedOf(event);
  if (!isFromHere(event, world) || (token !== undefined && !isSealed(form, token))) return fromElsewhere;
  const end = await world.openId.end().catch(() => undefined);
  if (end === undefined) return { kind: "go", to: "/", cookies: [noSession] };
  // Browsers hold a form to the addresses that its page names, of which only the issuer's own is one.
  return new URL(end).origin === new URL(world.configuration.issuer).origin
    ? { kind: "go", to: end, cookies: [noSession] }
    : signedOutHere(end);
};
