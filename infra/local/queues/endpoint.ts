import { once } from "node:events";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { arrivals } from "./arrivals.ts";
import { Refusal } from "./errors.ts";
import { moveOperations } from "./moveOperations.ts";
import type { Call, Operation } from "./operation.ts";
import { readRequest, sendFailure, sendOutput, sendRefusal } from "./protocol.ts";
import { queueOperations } from "./queueOperations.ts";
import { receiptOperations } from "./receiptOperations.ts";
import { receiveOperations } from "./receiveOperations.ts";
import { sendOperations } from "./sendOperations.ts";
import { openQueueStore } from "./store.ts";
import { listen, startProblem } from "../gateway/ports.ts";

const operations = new Map<string, Operation>(
  Object.entries({
    ...queueOperations,
    ...sendOperations,
    ...receiveOperations,
    ...receiptOperations,
    ...moveOperations,
  }),
);

export type QueueEndpoint = { readonly endpoint: string; readonly close: () => Promise<void> };

export type QueueEndpointOptions = {
  /** The SQLite file that holds queues and messages; made when missing. ":memory:" keeps nothing. */
  readonly file: string;
  /** Port on 127.0.0.1; 0 takes any free one. */
  readonly port: number;
  /** Milliseconds on the clock that can be moved; delays, visibility and timestamps follow it. */
  readonly now: () => number;
  /** Milliseconds of real time, which only the retention of messages follows. */
  readonly wallClock?: () => number;
  /** Told of bugs; the client gets a 500 without their text. */
  readonly onError?: (error: unknown) => void;
};

function openStore(file: string): ReturnType<typeof openQueueStore> {
  try {
    return openQueueStore(file);
  } catch {
    throw startProblem(
      `The queues at ${file} cannot be read: move the file away to keep it, or begin again.`,
    );
  }
}

/**
 * Serves standard SQS queues (no FIFO) to the AWS SDK on this machine. Rejects when the port is taken or the
 * file cannot be opened. Closing answers open long polls with nothing and keeps all messages.
 */
export async function startQueueEndpoint(options: QueueEndpointOptions): Promise<QueueEndpoint> {
  const { file, port, now, wallClock = Date.now, onError = console.error } = options;
  const store = openStore(file);
  const server = createServer();
  const usedPort = await listen(server, { port, purpose: "queues" }).catch((error: unknown) => {
    store.close();
    throw error;
  });
  const origin = `http://127.0.0.1:${usedPort}`;
  const host = { store, arrivals: arrivals(), now, wallClock, origin };
  const open = new Map<ServerResponse, AbortController>();
  server.on("request", (request, response) => {
    const gone = new AbortController();
    open.set(response, gone);
    response.on("close", () => {
      open.delete(response);
      gone.abort();
    });
    answer({ request, response, call: { host, signal: gone.signal } }).catch((error: unknown) => {
      onError(error);
      sendFailure(response);
    });
  });
  return {
    endpoint: origin,
    async close() {
      const closed = once(server.close(), "close");
      const answered = [...open.keys()].map((response) => once(response, "close"));
      for (const gone of open.values()) gone.abort();
      await Promise.all(answered);
      // What is left are idle connections that clients keep for later.
      server.closeAllConnections();
      await closed;
      store.close();
    },
  };
}

async function answer(given: {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly call: Call;
}): Promise<void> {
  const { request, response, call } = given;
  try {
    const { operation, input } = await readRequest(request);
    const run = operations.get(operation);
    if (run === undefined)
      throw new Refusal("UnsupportedOperation", `${operation} is not offered by this endpoint.`);
    sendOutput(response, await run(input, call));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    sendRefusal(response, error);
  }
}
