import type { IncomingMessage } from "node:http";

/** API Gateway's payload quota for an HTTP API. */
export const maximumBodyBytes = 10 * 1024 * 1024;

/** A request's bytes, or why there are none: over the quota, or the caller hung up. */
export type ReadBody =
  | { readonly kind: "read"; readonly bytes: Buffer }
  | { readonly kind: "too-large" }
  | { readonly kind: "aborted" };

/** True when the request announces more than the quota, so that not one byte need be read. */
export const announcesTooMuch = (request: IncomingMessage): boolean =>
  Number(request.headers["content-length"] ?? 0) > maximumBodyBytes;

/** Collects the request's bytes, stopping at the quota. What is left unread is drained, so the answer arrives. */
export const readBody = (request: IncomingMessage): Promise<ReadBody> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const collect = (chunk: Buffer): void => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= maximumBodyBytes) return;
      request.off("data", collect);
      request.resume();
      resolve({ kind: "too-large" });
    };
    request.on("data", collect);
    request.once("end", () => resolve({ kind: "read", bytes: Buffer.concat(chunks) }));
    request.once("error", () => resolve({ kind: "aborted" }));
    request.once("close", () => resolve({ kind: "aborted" }));
  });

// Which types HTTP APIs hand over as text is not documented; measured by others on the real service:
// text/* and these three. Forms, +json types and a missing type arrive in base64.
const textTypes = /^\s*(text\/[^;\s]+|application\/(json|xml|javascript))\s*(;|$)/i;
/** The `body` and `isBase64Encoded` fields of an event. */
export type EventBody = { readonly body?: string; readonly isBase64Encoded: boolean };

/**
 * Encodes a request body as API Gateway does for payload format 2.0: text types as text, whatever their bytes, so
 * that bytes which are not UTF-8 become U+FFFD there as here, and every other type as base64.
 */
export const encodeBody = (bytes: Buffer, contentType: string | undefined): EventBody => {
  if (bytes.length === 0) return { isBase64Encoded: false };
  const asText = textTypes.test(contentType ?? "");
  return { body: bytes.toString(asText ? "utf8" : "base64"), isBase64Encoded: !asText };
};
