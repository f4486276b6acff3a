import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** What a request says that it was signed with: in its address, or in its head. */
interface Signed {
  readonly credential: string;
  readonly headers: readonly string[];
  readonly signature: string;
  /** When it was signed, as `20260901T080000Z`. */
  readonly date: string;
  readonly expiresSeconds: number | null;
  readonly payloadHash: string;
}

/** Whether a request may be served: it may have been signed with something else, or too long ago. */
export type Signature = "good" | "wrong" | "expired";

const headOf =
  /^AWS4-HMAC-SHA256 Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/;

const textOf = (request: IncomingMessage, name: string): string =>
  (request.headersDistinct[name] ?? []).map((value) => value.trim().replaceAll(/ +/g, " ")).join(",");

function signedBy(request: IncomingMessage, query: URLSearchParams): Signed | undefined {
  const asked = (name: string): string => query.get(`X-Amz-${name}`) ?? "";
  if (query.has("X-Amz-Signature"))
    return {
      credential: asked("Credential"),
      headers: asked("SignedHeaders").split(";"),
      signature: asked("Signature"),
      date: asked("Date"),
      expiresSeconds: Number(asked("Expires")),
      payloadHash: "UNSIGNED-PAYLOAD",
    };
  const [, credential, headers, signature] = headOf.exec(textOf(request, "authorization")) ?? [];
  if (credential === undefined || headers === undefined || signature === undefined) return undefined;
  const date = textOf(request, "x-amz-date");
  const payloadHash = textOf(request, "x-amz-content-sha256");
  return { credential, headers: headers.split(";"), signature, date, expiresSeconds: null, payloadHash };
}

const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const queryLine = (query: URLSearchParams): string =>
  [...query]
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .toSorted()
    .join("&");

const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();

function signatureOf(
  request: IncomingMessage,
  url: URL,
  { signed, secret }: { signed: Signed; secret: string },
) {
  const lines = [
    request.method ?? "",
    url.pathname,
    queryLine(url.searchParams),
    ...signed.headers.map((name) => `${name}:${textOf(request, name)}`),
    "",
    signed.headers.join(";"),
    signed.payloadHash,
  ];
  const scope = signed.credential.split("/").slice(1);
  const digest = createHash("sha256").update(lines.join("\n")).digest("hex");
  const key = scope.reduce((made: string | Buffer, part) => hmac(made, part), `AWS4${secret}`);
  return hmac(key, ["AWS4-HMAC-SHA256", signed.date, scope.join("/"), digest].join("\n"));
}

const signedAt = (date: string): number =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));

/**
 * Whether a request to S3 was signed with these credentials (AWS Signature Version 4, in the address or in the head),
 * and for an address whether its time has not passed.
 */
export function checkSignature(
  request: IncomingMessage,
  { accessKeyId, secretAccessKey }: Credentials,
  now: Date,
): Signature {
  const url = new URL(request.url ?? "/", "http://localhost");
  const signed = signedBy(request, url.searchParams);
  if (!signed || !signed.headers.includes("host") || signed.credential.split("/")[0] !== accessKeyId)
    return "wrong";
  const expected = signatureOf(request, url, { signed, secret: secretAccessKey });
  const given = Buffer.from(signed.signature, "hex");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return "wrong";
  if (signed.expiresSeconds === null) return "good";
  return now.getTime() > signedAt(signed.date) + signed.expiresSeconds * 1000 ? "expired" : "good";
}
