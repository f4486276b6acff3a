import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportSPKI, generateKeyPair, importJWK, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadKeys, publicJwk, type SignInKeys } from "./keys.ts";
import { accessTokenVerifier, apiAudience, type VerifyAccessToken } from "./verify.ts";

const issuer = "http://localhost:9000";
const realNow = new Date("2026-03-12T12:00:00Z");
const nowSeconds = realNow.getTime() / 1000;
const folder = mkdtempSync(join(tmpdir(), "verify-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let keys: SignInKeys;
let verify: VerifyAccessToken;
beforeAll(async () => {
  keys = await loadKeys(join(folder, "keys.json"));
  verify = accessTokenVerifier({ issuer, keys, realNow: () => realNow });
});

const good: JWTPayload = {
  iss: issuer,
  aud: apiAudience,
  sub: "p-1",
  iat: nowSeconds,
  exp: nowSeconds + 900,
};
type Header = { alg: string; typ?: string; kid?: string };
const header = (changes: Partial<Header> = {}): Header => ({
  alg: "RS256",
  typ: "at+jwt",
  kid: keys.signingKey.kid,
  ...changes,
});
const signed = async (payload: JWTPayload, given: Header = header()): Promise<string> =>
  new SignJWT(payload).setProtectedHeader(given).sign(await importJWK(keys.signingKey, given.alg));

const { exp: _exp, ...withoutExpiry } = good;
const { sub: _sub, ...withoutSubject } = good;

const tampered = async (): Promise<string> => {
  const [head, , signature] = (await signed(good)).split(".");
  const body = Buffer.from(JSON.stringify({ ...good, sub: "p-2" })).toString("base64url");
  return [head, body, signature].join(".");
};
const byAnotherKey = async (): Promise<string> => {
  const { privateKey } = await generateKeyPair("RS256");
  return new SignJWT(good).setProtectedHeader(header()).sign(privateKey);
};
const withPublicKeyAsSecret = async (): Promise<string> => {
  const publicKey = await importJWK(publicJwk(keys), "RS256", { extractable: true });
  const secret = publicKey instanceof Uint8Array ? publicKey : Buffer.from(await exportSPKI(publicKey));
  return new SignJWT(good).setProtectedHeader(header({ alg: "HS256" })).sign(secret);
};
const unsigned = async (): Promise<string> => {
  const token = new UnsecuredJWT(good).encode();
  const head = Buffer.from(JSON.stringify({ alg: "none", typ: "at+jwt" })).toString("base64url");
  return [head, ...token.split(".").slice(1)].join(".");
};
const withoutKeyId = async (): Promise<string> => {
  const { kid: _kid, ...rest } = header();
  return signed(good, rest);
};

describe("an access token", () => {
  it("that is ours is let in with its claims", async () => {
    expect(await verify(await signed(good))).toEqual(good);
  });

  const bad: readonly (readonly [string, () => Promise<string>])[] = [
    ["is not a token", async () => "not.a.token"],
    ["is empty", async () => ""],
    ["is unsigned", unsigned],
    ["is signed with HS256 and our public key", withPublicKeyAsSecret],
    ["is signed by our key with another algorithm", () => signed(good, header({ alg: "RS512" }))],
    ["is signed by another key under our key's id", byAnotherKey],
    ["was tampered with", tampered],
    ["names no key", withoutKeyId],
    ["names another key", () => signed(good, header({ kid: "other" }))],
    ["is an ID token", () => signed(good, header({ typ: "JWT" }))],
    ["comes from another issuer", () => signed({ ...good, iss: "http://localhost:9001" })],
    ["is for another audience", () => signed({ ...good, aud: "area-brokerage-web" })],
    ["has expired", () => signed({ ...good, exp: nowSeconds - 1 })],
    ["expires at this very second", () => signed({ ...good, exp: nowSeconds })],
    ["never expires", () => signed(withoutExpiry)],
    ["is not valid yet", () => signed({ ...good, nbf: nowSeconds + 1 })],
    ["has no subject", () => signed(withoutSubject)],
  ];
  it.each(bad)("that %s is refused", async (_case, make) => {
    expect(await verify(await make())).toBeUndefined();
  });

  it("is held against the real time, so the service's clock may be moved", async () => {
    const token = await signed(good);
    const later = new Date(realNow.getTime() + 899_000);
    expect(await accessTokenVerifier({ issuer, keys, realNow: () => later })(token)).toEqual(good);
    const tooLate = new Date(realNow.getTime() + 900_000);
    expect(await accessTokenVerifier({ issuer, keys, realNow: () => tooLate })(token)).toBeUndefined();
  });
});
