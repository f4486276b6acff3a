import type { ServerResponse } from "node:http";

/** An HTTP answer, ready to be written. */
export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: string | Buffer;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The gateway's own answers: a JSON object with a message, as the real one words them. */
export const messageReply = (status: number, message: string): Reply => ({
  status,
  headers: { "content-type": "application/json" },
  cookies: [],
  body: JSON.stringify({ message }),
});

const replyHeaders = (headers: unknown): Record<string, string> => ({
  "content-type": "text/plain;charset=UTF-8",
  ...(isRecord(headers)
    ? Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]))
    : {}),
});

const replyBody = (body: unknown, isBase64Encoded: unknown): string | Buffer => {
  if (body === undefined || body === null) return "";
  if (typeof body !== "string") throw new TypeError("A handler's body must be a string.");
  return isBase64Encoded === true ? Buffer.from(body, "base64") : body;
};

/**
 * Reads what a handler returned. With a `statusCode` it is an answer; anything else becomes a 200 with
 * that value as JSON, as API Gateway infers for payload format 2.0. Throws on a malformed answer.
 */
export const inferReply = (result: unknown): Reply => {
  if (!isRecord(result) || result["statusCode"] === undefined)
    return {
      status: 200,
      headers: { "content-type": "application/json" },
      cookies: [],
      body: typeof result === "string" ? result : (JSON.stringify(result) ?? "null"),
    };
  const status = Number(result["statusCode"]);
  if (!Number.isInteger(status) || status < 100 || status > 599)
    throw new TypeError(`A handler answered with status ${JSON.stringify(result["statusCode"])}.`);
  const cookies = result["cookies"];
  return {
    status,
    headers: replyHeaders(result["headers"]),
    cookies: Array.isArray(cookies) ? cookies.map(String) : [],
    body: replyBody(result["body"], result["isBase64Encoded"]),
  };
};

/** How one answer is sent: which request it belongs to, and whether the connection may live on. */
export type SendOptions = { readonly requestId: string; readonly closeConnection: boolean };

/** Writes the answer; throws before the first byte if a header cannot be sent. */
export const sendReply = (response: ServerResponse, reply: Reply, options: SendOptions): void => {
  const headers: Record<string, string | readonly string[]> = {
    ...reply.headers,
    "apigw-requestid": options.requestId,
  };
  const hasNoBody = reply.status === 204 || reply.status === 304;
  if (hasNoBody) delete headers["content-type"];
  if (reply.cookies.length > 0) headers["set-cookie"] = reply.cookies;
  if (options.closeConnection) headers["connection"] = "close";
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.statusCode = reply.status;
  response.end(hasNoBody ? undefined : reply.body);
};
