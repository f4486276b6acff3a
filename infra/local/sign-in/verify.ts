import { createLocalJWKSet, errors, type JWTPayload, jwtVerify } from "jose";
import { publicJwk, type SignInKeys } from "./keys.ts";

/** The API's name in the `aud` claim. */
export const apiAudience = "area-brokerage-api";

/**
 * What a token is held against. `realNow` must be the machine's own time even when the service's clock
 * has been moved: tokens are issued in real time, so on a moved clock each would be expired or not yet valid.
 */
export type VerifyOptions = {
  readonly issuer: string;
  readonly keys: SignInKeys;
  readonly realNow: () => Date;
};

/** Checks an access token; undefined means it is not good, and the caller is told no more than that. */
export type VerifyAccessToken = (token: string) => Promise<JWTPayload | undefined>;

/**
 * Makes the check of access tokens: signature by our key and named by its id, RS256 only, issuer,
 * audience, expiry, not-before, and the type that tells an access token from an ID token.
 */
export const accessTokenVerifier = ({ issuer, keys, realNow }: VerifyOptions): VerifyAccessToken => {
  const keySet = createLocalJWKSet({ keys: [publicJwk(keys)] });
  return async (token) => {
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keySet, {
        issuer,
        audience: apiAudience,
        algorithms: ["RS256"],
        typ: "at+jwt",
        requiredClaims: ["sub", "exp", "iat"],
        currentDate: realNow(),
      });
      // With a single key jose needs no key id; API Gateway does.
      return protectedHeader.kid === keys.signingKey.kid ? payload : undefined;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  };
};
