import type * as z from "zod";
import type { Arrivals } from "./arrivals.ts";
import { Refusal, invalidParameter } from "./errors.ts";
import type { Queue } from "./queueRows.ts";
import type { QueueStore } from "./store.ts";

const region = "eu-west-2";
const account = "000000000000";

/** What every operation works on. */
export type QueueHost = {
  readonly store: QueueStore;
  readonly arrivals: Arrivals;
  /** Milliseconds on the clock that can be moved: delays, visibility and timestamps follow it. */
  readonly now: () => number;
  /** Milliseconds of real time: retention follows it, lest moving the clock throw messages away. */
  readonly wallClock: () => number;
  /** Address of this endpoint without a path, such as http://127.0.0.1:9324. */
  readonly origin: string;
};

/** One call of an operation: the host, and a signal that aborts when the client has gone. */
export type Call = { readonly host: QueueHost; readonly signal: AbortSignal };
export type Operation = (input: unknown, call: Call) => object | Promise<object>;

/** An operation whose input is parsed before it runs; what does not parse is refused by parameter name. */
export function operation<Input>(
  schema: z.ZodType<Input>,
  run: (input: Input, call: Call) => object | Promise<object>,
): Operation {
  return (input, call) => {
    const parsed = schema.safeParse(input);
    if (parsed.success) return run(parsed.data, call);
    const issue = parsed.error.issues[0];
    const path = issue?.path.join(".") ?? "";
    if (issue?.code === "invalid_type" && issue.message.endsWith("received undefined"))
      throw new Refusal("MissingParameter", `The request must contain the parameter ${path}.`);
    throw invalidParameter(`Value for parameter ${path} is invalid. Reason: ${issue?.message ?? "unknown"}.`);
  };
}

export function urlOf(host: QueueHost, name: string): string {
  return `${host.origin}/${account}/${name}`;
}

export function arnOf(name: string): string {
  return `arn:aws:sqs:${region}:${account}:${name}`;
}

/** The queue a URL names, by the last part of its path. */
export function queueAt(host: QueueHost, url: string): Queue {
  return existing(host, url.slice(url.lastIndexOf("/") + 1));
}

/** The queue an ARN names, by its last part. */
export function queueOfArn(host: QueueHost, arn: string): Queue {
  if (!/^arn:aws[\w-]*:sqs:/.test(arn)) throw invalidParameter(`${arn} is not the ARN of a queue.`);
  return existing(host, arn.slice(arn.lastIndexOf(":") + 1));
}

function existing(host: QueueHost, name: string): Queue {
  const queue = host.store.queues.find(name);
  if (queue !== undefined) return queue;
  throw new Refusal("QueueDoesNotExist", "The specified queue does not exist.");
}
