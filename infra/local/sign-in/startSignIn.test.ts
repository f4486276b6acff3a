import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRemoteJWKSet, decodeJwt, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import type { Account } from "./account.ts";
import { demoClientId, demoGrantType, webClientId } from "./provider.ts";
import { type SignIn, startSignIn } from "./startSignIn.ts";

const accounts: readonly Account[] = [
  { account: "p-1", name: "Broker <1>", partnership: "north", roles: ["broker", "viewer"] },
  {
    account: "p-2",
    name: "Head 2",
    partnership: "north",
    roles: ["school-leader"],
    school: "s-2",
    practitioner: "r-2",
  },
];
const redirectUri = "http://localhost:3000/signed-in";
const signedOutUri = "http://localhost:3000/";
const folder = mkdtempSync(join(tmpdir(), "sign-in-test-"));

const start = (port: number, keyFile = join(folder, "keys.json")): Promise<SignIn> =>
  startSignIn({
    port,
    keyFile,
    realNow: () => new Date(),
    redirectUris: [redirectUri],
    postLogoutRedirectUris: [signedOutUri],
    accessTokenSeconds: 900,
    findAccount: async (person) => accounts.find((account) => account.account === person),
    listAccounts: async () => accounts,
    log: ({ error }) => console.error(error),
  });

let signIn: SignIn;
beforeAll(async () => {
  signIn = await start(0);
});
afterAll(async () => {
  await signIn.close();
  rmSync(folder, { recursive: true, force: true });
});

const tokenSchema = z.object({
  access_token: z.string(),
  expires_in: z.number(),
  token_type: z.literal("Bearer"),
  id_token: z.string().optional(),
});

/** A browser without JavaScript: keeps cookies and does not follow redirects. */
const newBrowser = () => {
  const cookies = new Map<string, string>();
  return async (address: string, form?: Record<string, string>): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const body = form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) };
    const answer = await fetch(new URL(address, signIn.issuer), {
      ...body,
      redirect: "manual",
      headers: { cookie },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=");
      if (value === "") cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
};
type Browser = ReturnType<typeof newBrowser>;
const locationOf = (answer: Response): string => answer.headers.get("location") ?? "";

const verifier = "a-verifier-of-at-least-forty-three-characters-in-length";
const authorizeAddress = (): string => {
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  const query = new URLSearchParams({
    client_id: webClientId,
    response_type: "code",
    scope: "openid profile",
    redirect_uri: redirectUri,
    state: "state-1",
    nonce: "nonce-1",
    code_challenge: challenge,
    code_challenge_method: "S256",
  });
  return `/auth?${query.toString()}`;
};
const demoToken = (form: Record<string, string>): Promise<Response> =>
  fetch(signIn.tokenEndpoint, {
    method: "POST",
    body: new URLSearchParams({ grant_type: demoGrantType, client_id: demoClientId, ...form }),
  });
const redeem = (code: string, codeVerifier = verifier): Promise<Response> => {
  const form = { grant_type: "authorization_code", client_id: webClientId, redirect_uri: redirectUri };
  const body = new URLSearchParams({ ...form, code, code_verifier: codeVerifier });
  return fetch(signIn.tokenEndpoint, { method: "POST", body });
};
/** From the first address to the code, choosing the person on the sign-in page. */
const chooseAndReturn = async (browser: Browser, person: string): Promise<URLSearchParams> => {
  const page = locationOf(await browser(authorizeAddress()));
  const resume = locationOf(await browser(page, { account: person }));
  return new URL(locationOf(await browser(resume))).searchParams;
};

describe("the code flow with PKCE", () => {
  it("signs a person in with one press and gives both tokens", async () => {
    const back = await chooseAndReturn(newBrowser(), "p-2");
    expect(back.get("state")).toBe("state-1");
    const token = tokenSchema.parse(await redeem(back.get("code") ?? "").then((answer) => answer.json()));
    expect(token.expires_in).toBe(900);
    expect(await signIn.verifyAccessToken(token.access_token)).toMatchObject({
      iss: signIn.issuer,
      aud: "area-brokerage-api",
      sub: "p-2",
      person: "r-2",
      name: "Head 2",
      partnership: "north",
      roles: "school-leader",
      school: "s-2",
    });
    expect(decodeJwt(token.id_token ?? "")).toMatchObject({ sub: "p-2", nonce: "nonce-1", aud: webClientId });
    expect(await signIn.verifyAccessToken(token.id_token ?? "")).toBeUndefined();
  });

  it("refuses a code with the wrong verifier, and a code used twice", async () => {
    const stolen = await chooseAndReturn(newBrowser(), "p-1");
    expect((await redeem(stolen.get("code") ?? "", `${verifier}x`)).status).toBe(400);
    const code = (await chooseAndReturn(newBrowser(), "p-1")).get("code") ?? "";
    expect([(await redeem(code)).status, (await redeem(code)).status]).toEqual([200, 400]);
  });

  it("remembers the person until signing out", async () => {
    const browser = newBrowser();
    await chooseAndReturn(browser, "p-1");
    expect(locationOf(await browser(authorizeAddress()))).toContain(`${redirectUri}?code=`);
    const leave = new URLSearchParams({ client_id: webClientId, post_logout_redirect_uri: signedOutUri });
    const question = await browser(`/session/end?${leave.toString()}`).then((answer) => answer.text());
    expect(question).toContain("Do you want to sign out?");
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(question)?.[1] ?? "";
    const done = await browser("/session/end/confirm", { xsrf, logout: "yes" });
    expect(locationOf(done)).toBe(signedOutUri);
    expect(locationOf(await browser(authorizeAddress()))).toContain("/sign-in/");
  });

  it("does not go on without PKCE, nor to an address that is not registered", async () => {
    const browser = newBrowser();
    const without = authorizeAddress().replace(/&code_challenge=.*$/, "");
    expect(locationOf(await browser(without))).toContain("error=invalid_request");
    const elsewhere = authorizeAddress().replace("signed-in", "elsewhere");
    const refused = await browser(elsewhere);
    expect([refused.status, refused.headers.get("location")]).toEqual([400, null]);
  });
});

describe("the sign-in page", () => {
  it("has a language, a title, one heading and a labelled button per person, and escapes names", async () => {
    const browser = newBrowser();
    const page = await browser(locationOf(await browser(authorizeAddress())));
    const html = await page.text();
    expect(html).toContain('<html lang="en-GB">');
    expect(html).toContain("<title>Choose who to sign in as - Area Brokerage</title>");
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html).toContain('name="account" value="p-1"><strong>Broker &lt;1&gt;</strong>');
    expect(html).not.toContain("<script");
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  it("shows an error summary for an unknown person and lets one choose again", async () => {
    const browser = newBrowser();
    const address = locationOf(await browser(authorizeAddress()));
    const answer = await browser(address, { account: "nobody" });
    const html = await answer.text();
    expect(answer.status).toBe(400);
    expect(html).toContain("<title>Error: Choose who");
    expect(html).toContain('<a href="#people">');
    expect(locationOf(await browser(address, { account: "p-1" }))).toContain("/auth/");
  });

  it("says so when the sign-in it belongs to is gone", async () => {
    const answer = await newBrowser()("/sign-in/gone");
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining("has expired")]);
  });
});

describe("the demo grant", () => {
  it("gives an access token for a person by one POST", async () => {
    const token = tokenSchema.parse(await demoToken({ account: "p-1" }).then((answer) => answer.json()));
    const claims = await signIn.verifyAccessToken(token.access_token);
    expect(claims).toMatchObject({ sub: "p-1", roles: "broker viewer", partnership: "north" });
    expect(claims).not.toHaveProperty("school");
    expect((claims?.exp ?? 0) - (claims?.iat ?? 0)).toBe(900);
  });

  it.each([{ account: "nobody" }, {}, { account: "p-1", client_id: webClientId }])(
    "refuses %o",
    async (form) => expect((await demoToken(form)).status).toBe(400),
  );
});

describe("the first page", () => {
  it("says who can sign in, how to get a token, and where applications begin", async () => {
    const answer = await fetch(signIn.issuer);
    const html = await answer.text();
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    for (const told of ["p-2</strong>: Head 2, school-leader", "Broker &lt;1&gt;", "npm run -s token"])
      expect(html).toContain(told);
    const [, discovery = ""] = /href="([^"]+)"/.exec(html) ?? [];
    expect((await fetch(new URL(discovery, signIn.issuer))).status).toBe(200);
  });
});

describe("discovery and keys", () => {
  it("publishes the issuer, and only the public half of the key that verifies its tokens", async () => {
    const found = await fetch(`${signIn.issuer}/.well-known/openid-configuration`);
    const { issuer, jwks_uri } = z
      .object({ issuer: z.string(), jwks_uri: z.string() })
      .parse(await found.json());
    expect(issuer).toBe(signIn.issuer);
    const token = tokenSchema.parse(await demoToken({ account: "p-1" }).then((answer) => answer.json()));
    const verified = await jwtVerify(token.access_token, createRemoteJWKSet(new URL(jwks_uri)), { issuer });
    expect(verified.payload.sub).toBe("p-1");
    expect(await fetch(jwks_uri).then((answer) => answer.text())).not.toContain('"d":');
    expect(statSync(join(folder, "keys.json")).mode & 0o077).toBe(0);
  });

  it("keeps tokens good over a restart", async () => {
    const token = tokenSchema.parse(await demoToken({ account: "p-1" }).then((answer) => answer.json()));
    const port = Number(new URL(signIn.issuer).port);
    await signIn.close();
    signIn = await start(port);
    expect(await signIn.verifyAccessToken(token.access_token)).toMatchObject({ sub: "p-1" });
  });

  it("says in one line that the key file is damaged", async () => {
    const keyFile = join(folder, "damaged.json");
    writeFileSync(keyFile, '{"signingKey":');
    await expect(start(0, keyFile)).rejects.toThrow(`The sign-in keys in ${keyFile} are damaged`);
  });
});
