import { createHmac, timingSafeEqual } from "node:crypto";
import { type SignedIn, Underway } from "./openid.ts";

const sessionName = "__Host-session";
const underwayName = "__Host-sign-in";
const underwaySeconds = 600;
/** What browsers keep of one cookie, name and attributes counted. */
const largestCookie = 4000;

const cookie = (name: string, value: string, seconds: number): string =>
  `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; Secure; SameSite=Lax`;

const valueOf = (name: string, cookies: readonly string[]): string | undefined =>
  cookies.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1);

/** The cookie of a session, which is the token itself and lasts no longer; undefined where browsers would drop it. */
export function sessionCookie({ token, seconds }: SignedIn): string | undefined {
  const made = cookie(sessionName, token, seconds);
  return made.length <= largestCookie ? made : undefined;
}

export const noSession = cookie(sessionName, "", 0);

/** The token of the session that a request came with. */
export const tokenIn = (cookies: readonly string[]): string | undefined =>
  valueOf(sessionName, cookies) || undefined;

/** The cookie of a sign-in that was begun. */
export const underwayCookie = (underway: Underway): string =>
  cookie(underwayName, Buffer.from(JSON.stringify(underway)).toString("base64url"), underwaySeconds);

export const notUnderway = cookie(underwayName, "", 0);

/** The sign-in that a browser began, undefined where it began none of late. */
export function underwayIn(cookies: readonly string[]): Underway | undefined {
  const value = valueOf(underwayName, cookies);
  if (value === undefined) return undefined;
  try {
    return Underway.safeParse(JSON.parse(Buffer.from(value, "base64url").toString())).data;
  } catch {
    return undefined;
  }
}

/** What every form of a session carries: nobody makes it without the session's token, which no script can read. */
export const formTokenOf = (token: string): string =>
  createHmac("sha256", token).update("form").digest("base64url");

/** Whether a form was on a page that this session was shown. */
export function isSealed(form: URLSearchParams, token: string): boolean {
  const given = Buffer.from(form.get("formToken") ?? "");
  const wanted = Buffer.from(formTokenOf(token));
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
