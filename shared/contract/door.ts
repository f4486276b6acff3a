import type * as z from "zod";
import type { EventType } from "../domain/events.ts";
import type { ProblemCode } from "./problems.ts";

/** The areas of routes: each is one Lambda function. */
export const areas = [
  "service",
  "partnership",
  "people",
  "requests",
  "matching",
  "offers",
  "deployments",
  "outcomes",
  "tasks",
  "uploads",
] as const;
export type Area = (typeof areas)[number];

/** Who a signed-in account may be; one account may be several. */
export const roles = ["broker", "director", "school", "practitioner"] as const;
export type Role = (typeof roles)[number];

export type Method = "GET" | "POST" | "PUT";

/** A door that HTTP opens. Validation, authorisation, OpenAPI, the stack and the client derive from it. */
export interface Route {
  readonly area: Area;
  readonly method: Method;
  readonly path: `/${string}`;
  readonly summary: string;
  readonly roles: readonly Role[] | "public";
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** JSON bodies have a schema; a CSV body is handed over as bytes and read by its own reader. */
  readonly body?: z.ZodType;
  readonly csvBody?: true;
  /** A file that may also be iCalendar: handed over as bytes like CSV. */
  readonly icalBody?: true;
  /** Takes an Idempotency-Key, so that a repeat gives the same answer: all that makes something, and what pages send. */
  readonly idempotent?: true;
  readonly replies: Readonly<Record<number, z.ZodType | "text/csv">>;
  readonly problems: readonly ProblemCode[];
  /** Name of the audit action this door writes, null where it changes nothing. */
  readonly audit: string | null;
}

/** A door that a queue opens: it hears the events it names, each at least once. */
export interface Queue {
  readonly hears: readonly EventType[];
  /** Set where it also hears of each file that arrives at an address which the service gave out. */
  readonly hearsOfFiles?: true;
  readonly timeoutSeconds: number;
  readonly maxReceives: number;
  readonly batchSize: number;
  /** What people lose while this door is broken: the text of its alarm. */
  readonly impact: string;
}

/** A door that the database's change stream opens. */
export interface Stream {
  /** How the sort keys of the rows it hears of begin; only keys stand in the stream, never what a row holds. */
  readonly sortKeysBegin: string;
  readonly timeoutSeconds: number;
  readonly impact: string;
}

/** A door that the clock opens. */
export interface Schedule {
  readonly expression: `cron(${string})` | `rate(${string})`;
  readonly timezone: "Europe/London";
  readonly timeoutSeconds: number;
  readonly impact: string;
  /** The code of a log entry that raises the alarm too: what it found is for people to mend, and no other try would. */
  readonly alarmedBy?: string;
}
