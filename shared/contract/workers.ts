import { newsEvents } from "../domain/events.ts";
import type { Queue, Schedule, Stream } from "./door.ts";

/** Every queue door. Each has a dead-letter queue, an alarm and a way back. */
export const queues = {
  triage: {
    hears: ["request-submitted"],
    timeoutSeconds: 30,
    maxReceives: 5,
    batchSize: 5,
    impact: "Submitted requests are not looked at: schools wait and are not told why.",
  },
  match: {
    hears: ["run-planned", "offer-declined", "offer-expired", "offer-withdrawn"],
    timeoutSeconds: 300,
    maxReceives: 5,
    batchSize: 1,
    impact: "Match runs do not happen: open requests get no proposals and refusals no next best.",
  },
  notify: {
    hears: newsEvents,
    timeoutSeconds: 60,
    maxReceives: 5,
    batchSize: 10,
    impact: "Nobody is written to: offers and releases wait unread and may expire.",
  },
  recheck: {
    hears: [
      "register-imported",
      "register-rolled-back",
      "employment-changed",
      "interests-changed",
      "person-erased",
      "visit-submitted",
      "visit-answered",
      "evaluation-recorded",
    ],
    timeoutSeconds: 120,
    maxReceives: 5,
    batchSize: 1,
    impact:
      "Schools that academise and people who move become no task: the old payer is charged, offers stay open. Of somebody erased words stay.",
  },
  deadlines: {
    hears: [],
    timeoutSeconds: 120,
    maxReceives: 5,
    batchSize: 1,
    impact:
      "Offers do not expire, nobody is reminded, follow-ups and renewals are not asked: places stay blocked.",
  },
  arrivals: {
    hears: [],
    hearsOfFiles: true,
    timeoutSeconds: 120,
    maxReceives: 5,
    batchSize: 1,
    impact: "Register files that brokers uploaded are not read: they see no preview, and no reason.",
  },
} as const satisfies Record<string, Queue>;

export const streams = {
  outbox: {
    sortKeysBegin: "evt_",
    timeoutSeconds: 60,
    impact: "Events reach no queue until the sweep finds them: triage, runs and messages come late.",
  },
} as const satisfies Record<string, Stream>;

export const schedules = {
  night: {
    expression: "cron(0 2 * * ? *)",
    timezone: "Europe/London",
    timeoutSeconds: 300,
    impact: "No match run is planned tonight in any partnership.",
  },
  fetch: {
    expression: "cron(30 5 * * ? *)",
    timezone: "Europe/London",
    timeoutSeconds: 900,
    impact: "No register is fetched today where an address is set: schools go out of date by a day.",
  },
  hour: {
    expression: "cron(5 * * * ? *)",
    timezone: "Europe/London",
    timeoutSeconds: 300,
    impact: "Deadlines that pass this hour are noticed an hour late.",
  },
  sweep: {
    expression: "rate(2 minutes)",
    timezone: "Europe/London",
    timeoutSeconds: 110,
    impact: "Events that the stream lost stay unpublished.",
    alarmedBy: "event-unreadable",
  },
  trails: {
    expression: "cron(0 4 ? * SUN *)",
    timezone: "Europe/London",
    timeoutSeconds: 900,
    impact: "Nobody knows whether what was done, and who did it, still stands as it was written.",
    alarmedBy: "trail-broken",
  },
} as const satisfies Record<string, Schedule>;

export type QueueName = keyof typeof queues;
export type ScheduleName = keyof typeof schedules;
