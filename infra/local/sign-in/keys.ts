import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";
import * as z from "zod";
import { startProblem } from "../gateway/ports.ts";

const signingKeySchema = z.strictObject({
  kty: z.literal("RSA"),
  alg: z.literal("RS256"),
  use: z.literal("sig"),
  kid: z.string().min(1),
  n: z.string(),
  e: z.string(),
  d: z.string(),
  p: z.string(),
  q: z.string(),
  dp: z.string(),
  dq: z.string(),
  qi: z.string(),
});
const keyFileSchema = z.strictObject({ signingKey: signingKeySchema, cookieKey: z.string().min(32) });

/** What signs tokens and cookies: a private RSA key and a secret, made once per data folder. */
export type SignInKeys = z.infer<typeof keyFileSchema>;

const makeKeys = async (): Promise<SignInKeys> => {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const jwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(jwk);
  const signingKey = { ...jwk, alg: "RS256", use: "sig", kid };
  return keyFileSchema.parse({ signingKey, cookieKey: randomBytes(32).toString("base64url") });
};

const readKeys = async (keyFile: string): Promise<string | undefined> => {
  try {
    return await readFile(keyFile, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw startProblem(
      `The sign-in keys in ${keyFile} cannot be read: make that file readable, or remove it.`,
    );
  }
};

const parseKeys = (text: string, keyFile: string): SignInKeys => {
  try {
    return keyFileSchema.parse(JSON.parse(text));
  } catch {
    throw startProblem(
      `The sign-in keys in ${keyFile} are damaged: remove the file to make new ones; everybody signs in again.`,
    );
  }
};

/** The keys kept in `keyFile`, made and written (for its owner alone) on the first start. */
export const loadKeys = async (keyFile: string): Promise<SignInKeys> => {
  const text = await readKeys(keyFile);
  if (text !== undefined) return parseKeys(text, keyFile);
  const keys = await makeKeys();
  await mkdir(dirname(keyFile), { recursive: true });
  await writeFile(keyFile, JSON.stringify(keys), { mode: 0o600 });
  return keys;
};

/** The public half, as published at the issuer's JWKS address. */
export const publicJwk = ({ signingKey: { kty, alg, use, kid, n, e } }: SignInKeys) => ({
  kty,
  alg,
  use,
  kid,
  n,
  e,
});
