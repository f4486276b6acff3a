import { UnreadableRowError } from "../store/readRow.ts";

/** The closed catalogue of what is logged: codes, ids and numbers; never a body, a name or a free text. */
export type LogEvent =
  | {
      readonly code: "request-served";
      readonly route: string;
      readonly status: number;
      readonly milliseconds: number;
      readonly problem?: string;
    }
  | {
      readonly code: "unexpected-error";
      readonly door: string;
      readonly error: string;
      readonly frames: string;
    }
  | { readonly code: "row-unreadable"; readonly door: string; readonly where: string }
  | { readonly code: "message-refused"; readonly door: string; readonly why: string }
  | {
      readonly code: "message-failed";
      readonly door: string;
      readonly eventId: string;
      readonly error: string;
    }
  | { readonly code: "message-returned"; readonly door: string; readonly eventId: string }
  | { readonly code: "events-published"; readonly queue: string; readonly count: number }
  | { readonly code: "events-swept"; readonly partnershipId: string; readonly count: number }
  | {
      readonly code: "event-unreadable";
      readonly partnershipId: string;
      readonly eventId: string;
      readonly fields: string;
    }
  | {
      readonly code: "trail-broken";
      readonly partnershipId: string;
      readonly chain: string;
      readonly sequence: number;
    }
  | {
      readonly code: "trails-verified";
      readonly partnershipId: string;
      readonly chains: number;
      readonly count: number;
    }
  | {
      readonly code: "run-published";
      readonly runId: string;
      readonly filled: number;
      readonly wanted: number;
    }
  | { readonly code: "run-failed"; readonly runId: string; readonly why: string }
  | {
      readonly code: "register-refused";
      readonly partnershipId: string;
      readonly kind: string;
      readonly problem: string;
      readonly why: string;
      readonly faults: number;
      readonly row: number | null;
      readonly column: string | null;
    }
  | {
      readonly code: "register-not-fetched";
      readonly kind: string;
      readonly why: string;
      readonly status: number | null;
    }
  | { readonly code: "mail-sent"; readonly eventId: string }
  | { readonly code: "offers-expired"; readonly partnershipId: string; readonly count: number };

export type Log = (event: LogEvent) => void;

/** Writes one line of JSON per event, as CloudWatch reads it. */
export const jsonLog: Log = (event) => {
  process.stdout.write(`${JSON.stringify(event)}\n`);
};

/**
 * An error's class and where it was raised, without its message, which may hold somebody's words; of a row that cannot
 * be read, which it is. Of several that are raised as one, the first is described, which says more than where they were
 * gathered.
 */
export function describeError(error: unknown): { readonly error: string; readonly frames: string } {
  if (error instanceof AggregateError && error.errors.length > 0) {
    const { error: name, frames } = describeError(error.errors[0]);
    return { error: `${error.name} ${error.errors.length} ${name}`, frames };
  }
  if (!(error instanceof Error)) return { error: typeof error, frames: "" };
  const frames = traceOf(error)
    .split("\n")
    .filter((line) => frame.test(line))
    .slice(0, 6)
    .map((line) => line.trim().replace(/\(?file:\/\/\S*\/(shared|functions|infra|node_modules)\//, "($1/"))
    .join(" < ");
  return { error: error instanceof UnreadableRowError ? `${error.name} ${error.where}` : error.name, frames };
}

const frame = /^ {4}at (?:[\w.<>$[\] #]+ \()?(?:file:|node:|\/|<anonymous>)[^\s)]*\)?$/;

/** The stack after its head, which repeats the message: a line of a message may look like a frame. */
function traceOf({ stack = "", message }: Error): string {
  const at = stack.indexOf(message);
  return at < 0 ? stack : stack.slice(at + message.length);
}
