import { timingSafeEqual } from "node:crypto";
import { sha256 } from "./identity.ts";

/** The header by which CloudFront, and the pages, show the API that a request did not come around the edge. */
export const originSecretHeader = "x-origin-secret";

/** The secrets that the environment holds: what the edge sends now and, while it is turned, what it sent before. */
export const originSecretsOf = (environment: Readonly<Record<string, string | undefined>>): string[] =>
  [environment["ORIGIN_SECRET"] ?? "", environment["FORMER_ORIGIN_SECRET"] ?? ""].filter(
    (secret) => secret !== "",
  );

/** Whether a request came through the edge. On one machine there is none, and no secret. */
export function cameThroughEdge(
  secrets: readonly string[],
  headers: Readonly<Record<string, string | undefined>>,
): boolean {
  if (secrets.length === 0) return true;
  const shown = digest(headers[originSecretHeader] ?? "");
  return secrets.some((secret) => timingSafeEqual(digest(secret), shown));
}

/** Digests are of one length, so that comparing them tells nothing of a secret. */
const digest = (text: string): Buffer => Buffer.from(sha256(text));
