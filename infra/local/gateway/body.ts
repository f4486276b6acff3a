import { isUtf8 } from "node:buffer";
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
const utf8Charset = /^(utf-?8|us-ascii)$/i;

const declaredCharset = (contentType: string): string | undefined =>
  /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentType)?.[1];

/** The `body` and `isBase64Encoded` fields of an event. */
export type EventBody = { readonly body?: string; readonly isBase64Encoded: boolean };

/**
 * Encodes a request body as API Gateway does for payload format 2.0, with one departure: bytes that are
 * not valid UTF-8, or are declared in another charset, always travel as base64, so a Latin-1 file with a
 * text type is never corrupted.
 */
export const encodeBody = (bytes: Buffer, contentType: string | undefined): EventBody => {
  if (bytes.length === 0) return { isBase64Encoded: false };
  const type = contentType ?? "";
  const asText = textTypes.test(type) && utf8Charset.test(declaredCharset(type) ?? "utf-8") && isUtf8(bytes);
  return { body: bytes.toString(asText ? "utf8" : "base64"), isBase64Encoded: !asText };
};
