import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Refusal } from "./errors.ts";

// Ten entries of escaped JSON stay well below this; anything larger is not a queue request.
const largestRequestBytes = 8 * 1_048_576;

export type ProtocolRequest = { readonly operation: string; readonly input: unknown };

/** Reads one request of the AWS JSON 1.0 protocol. Refuses what is too large, not JSON or not for SQS. */
export async function readRequest(request: IncomingMessage): Promise<ProtocolRequest> {
  const target = request.headers["x-amz-target"];
  const operation = typeof target === "string" ? /^AmazonSQS\.(\w+)$/.exec(target)?.[1] : undefined;
  if (request.method !== "POST" || operation === undefined)
    throw new Refusal("UnsupportedOperation", "Send a POST with the header x-amz-target: AmazonSQS.<Name>.");
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    bytes += chunk.length;
    if (bytes > largestRequestBytes)
      throw new Refusal("BatchRequestTooLong", `A request is at most ${largestRequestBytes} bytes long.`);
    chunks.push(chunk);
  }
  return { operation, input: parseJson(Buffer.concat(chunks)) };
}

function parseJson(bytes: Buffer): unknown {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text === "" ? {} : JSON.parse(text);
  } catch {
    throw new Refusal("SerializationException", "The request body is not JSON in UTF-8.");
  }
}

/** Sends the output of an operation. */
export function sendOutput(response: ServerResponse, output: object): void {
  send({ response, status: 200, headers: {}, body: output });
}

/** Sends a refusal in the form from which the SDK makes its typed exception. */
export function sendRefusal(response: ServerResponse, refusal: Refusal): void {
  send({
    response,
    status: 400,
    headers: { "x-amzn-query-error": `${refusal.queryCode};Sender` },
    body: { __type: `com.amazonaws.sqs#${refusal.code}`, message: refusal.message },
  });
}

/** Sends the answer to a bug of ours: no internals. */
export function sendFailure(response: ServerResponse): void {
  send({
    response,
    status: 500,
    headers: { "x-amzn-query-error": "InternalFailure;Receiver" },
    body: { __type: "com.amazonaws.sqs#InternalFailure", message: "The queue endpoint failed." },
  });
}

function send(reply: {
  readonly response: ServerResponse;
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: object;
}): void {
  const { response, status } = reply;
  if (response.destroyed) return;
  const body = Buffer.from(JSON.stringify(reply.body));
  response.writeHead(status, {
    "content-type": "application/x-amz-json-1.0",
    "content-length": body.length,
    "x-amzn-requestid": randomUUID(),
    ...reply.headers,
  });
  response.end(body);
}
