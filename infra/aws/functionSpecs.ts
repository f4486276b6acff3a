import type { Area, Queue, Route } from "../../shared/contract/door.ts";
import { routes } from "../../shared/contract/manifest.ts";
import {
  type QueueName,
  queues,
  type ScheduleName,
  schedules,
  streams,
} from "../../shared/contract/workers.ts";

export type StreamName = keyof typeof streams;
/** Each function's name, which is its folder under functions/, but for the pages, which stand in web/. */
export type FunctionName = Area | QueueName | StreamName | ScheduleName | "pages";

/** What a function may do with the table. */
export type TableAccess = "none" | "read" | "read-delete" | "read-write";

/** What a function may do with the files that brokers send: give out addresses that take one, or read them. */
export type UploadAccess = "none" | "address" | "read";

/** Everything in which one function differs from another. */
export interface FunctionSpec {
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
  readonly table: TableAccess;
  readonly sendsTo: readonly QueueName[];
  readonly sendsMail: boolean;
  readonly uploads: UploadAccess;
}

/** One second less than API Gateway waits, so that a slow function still gives its own answer. */
const routeTimeoutSeconds = 29;

/** Areas that read a whole file into memory, or open a run again, have more of it, and the processor time with it. */
const areaMemoryMegabytes = {
  service: 256,
  partnership: 1024,
  people: 1024,
  requests: 1024,
  matching: 1769,
  offers: 512,
  deployments: 512,
  outcomes: 512,
  tasks: 1024,
  uploads: 512,
} as const satisfies Record<Area, number>;

/** The names of a record, typed. */
export const namesOf = <T extends object>(record: T): Extract<keyof T, string>[] => {
  const names: Extract<keyof T, string>[] = [];
  for (const name in record) names.push(name);
  return names;
};

/** The routes of an area. */
export const routesOf = (area: Area): readonly Route[] =>
  Object.values<Route>(routes).filter((route) => route.area === area);

/** The queue as the manifest declares it. */
export const queueOf = (name: QueueName): Queue => queues[name];

/** Queues that hear events from the outbox; the others are sent to by a schedule. */
const hearingQueues: readonly QueueName[] = namesOf(queues).filter((name) => queueOf(name).hears.length > 0);

/** A store opens for a signed-in account's partnership, so an area that is all public can open none. */
const areaTableAccess = (area: Area): TableAccess => {
  if (routesOf(area).every((route) => route.roles === "public")) return "none";
  return routesOf(area).every((route) => route.audit === null) ? "read" : "read-write";
};

const quiet = { sendsTo: [], sendsMail: false, uploads: "none" } as const;

const queueSpecs = {
  triage: { ...quiet, memoryMegabytes: 512, table: "read-write" },
  // 1,769 MB is one whole processor, and the solver uses one.
  match: { ...quiet, memoryMegabytes: 1769, table: "read-write" },
  notify: { ...quiet, memoryMegabytes: 512, table: "read-write", sendsMail: true },
  recheck: { ...quiet, memoryMegabytes: 512, table: "read-write" },
  deadlines: { ...quiet, memoryMegabytes: 512, table: "read-write" },
  // A whole national file is read, by one whole processor.
  arrivals: { ...quiet, memoryMegabytes: 1769, table: "read-write", uploads: "read" },
} as const satisfies Record<QueueName, Omit<FunctionSpec, "timeoutSeconds">>;

const streamSpecs = {
  outbox: { ...quiet, memoryMegabytes: 256, table: "read-delete", sendsTo: hearingQueues },
} as const satisfies Record<StreamName, Omit<FunctionSpec, "timeoutSeconds">>;

const scheduleSpecs = {
  night: { ...quiet, memoryMegabytes: 256, table: "read-write" },
  // Whole national files are read, by one whole processor.
  fetch: { ...quiet, memoryMegabytes: 1769, table: "read-write" },
  hour: { ...quiet, memoryMegabytes: 256, table: "read", sendsTo: ["deadlines"] },
  sweep: { ...quiet, memoryMegabytes: 256, table: "read-delete", sendsTo: hearingQueues },
  trails: { ...quiet, memoryMegabytes: 512, table: "read" },
} as const satisfies Record<ScheduleName, Omit<FunctionSpec, "timeoutSeconds">>;

/** The function behind an area of routes. */
export const areaSpec = (area: Area): FunctionSpec => ({
  ...quiet,
  memoryMegabytes: areaMemoryMegabytes[area],
  timeoutSeconds: routeTimeoutSeconds,
  table: areaTableAccess(area),
  uploads: area === "uploads" ? "address" : "none",
});

/** The function behind all pages: it asks the API with its readers' own tokens, and may do nothing by itself. */
export const pagesSpec: FunctionSpec = {
  ...quiet,
  memoryMegabytes: 512,
  timeoutSeconds: routeTimeoutSeconds,
  table: "none",
};

/** The function behind a queue. */
export const queueSpec = (name: QueueName): FunctionSpec => ({
  ...queueSpecs[name],
  timeoutSeconds: queues[name].timeoutSeconds,
});

/** The function behind the change stream. */
export const streamSpec = (name: StreamName): FunctionSpec => ({
  ...streamSpecs[name],
  timeoutSeconds: streams[name].timeoutSeconds,
});

/** The function behind a schedule. */
export const scheduleSpec = (name: ScheduleName): FunctionSpec => ({
  ...scheduleSpecs[name],
  timeoutSeconds: schedules[name].timeoutSeconds,
});
