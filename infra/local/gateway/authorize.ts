import type { IncomingMessage } from "node:http";
import type { APIGatewayEventRequestContextJWTAuthorizer } from "aws-lambda";

/** Checks a token; undefined means it is not good, for whatever reason. */
export type AuthorizeJwt = (token: string) => Promise<Readonly<Record<string, unknown>> | undefined>;

/** The caller's token from the Authorization header, with or without the word Bearer, as API Gateway reads it. */
export const tokenOf = (request: IncomingMessage): string | undefined => {
  const token = request.headers.authorization?.replace(/^bearer\s+/i, "").trim();
  return token === "" ? undefined : token;
};

/** A claim as the JWT authoriser passes it on: always a string, lists as "[a b]", objects as "map[a:b]". */
export const claimAsString = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(claimAsString).join(" ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const entries = Object.entries(value).map(([name, inner]) => `${name}:${claimAsString(inner)}`);
  return `map[${entries.join(" ")}]`;
};

/** The event's authoriser part. Scopes are null because no route asks for any, as on AWS. */
export const jwtAuthorizer = (
  claims: Readonly<Record<string, unknown>>,
): APIGatewayEventRequestContextJWTAuthorizer => ({
  jwt: {
    claims: Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, claimAsString(value)])),
    scopes: null,
  },
});
