import { arrivalsFunction } from "../../functions/arrivals/handler.ts";
import { deadlinesFunction } from "../../functions/deadlines/handler.ts";
import { deploymentsFunction } from "../../functions/deployments/handler.ts";
import { fetchFunction } from "../../functions/fetch/handler.ts";
import { hourFunction } from "../../functions/hour/handler.ts";
import { matchFunction } from "../../functions/match/handler.ts";
import { matchingFunction } from "../../functions/matching/handler.ts";
import { nightFunction } from "../../functions/night/handler.ts";
import { notifyFunction } from "../../functions/notify/handler.ts";
import { offersFunction } from "../../functions/offers/handler.ts";
import { outboxFunction } from "../../functions/outbox/handler.ts";
import { outcomesFunction } from "../../functions/outcomes/handler.ts";
import { partnershipFunction } from "../../functions/partnership/handler.ts";
import { peopleFunction } from "../../functions/people/handler.ts";
import { recheckFunction } from "../../functions/recheck/handler.ts";
import { requestsFunction } from "../../functions/requests/handler.ts";
import { serviceFunction } from "../../functions/service/handler.ts";
import { sweepFunction } from "../../functions/sweep/handler.ts";
import { tasksFunction } from "../../functions/tasks/handler.ts";
import { trailsFunction } from "../../functions/trails/handler.ts";
import { triageFunction } from "../../functions/triage/handler.ts";
import { uploadsFunction } from "../../functions/uploads/handler.ts";
import type { Area } from "../../shared/contract/door.ts";
import type { QueueName, ScheduleName } from "../../shared/contract/workers.ts";
import type { RegisterAddresses } from "../../shared/runtime/registerAddresses.ts";
import type { Poster, Sender, UploadAddresses, UploadedFiles, World } from "../../shared/runtime/world.ts";

/** All that some function of the service needs of the outside. */
export type WholeWorld = World & Sender & Poster & RegisterAddresses & UploadAddresses & UploadedFiles;

/** The handlers that AWS runs, built over this machine's world: one for every door, or this does not compile. */
export const localFunctions = (world: WholeWorld) => ({
  areas: {
    service: serviceFunction(world),
    partnership: partnershipFunction(world),
    people: peopleFunction(world),
    requests: requestsFunction(world),
    matching: matchingFunction(world),
    offers: offersFunction(world),
    deployments: deploymentsFunction(world),
    outcomes: outcomesFunction(world),
    tasks: tasksFunction(world),
    uploads: uploadsFunction(world),
  } satisfies Record<Area, unknown>,
  queues: {
    triage: triageFunction(world),
    match: matchFunction(world),
    notify: notifyFunction(world),
    recheck: recheckFunction(world),
    deadlines: deadlinesFunction(world),
    arrivals: arrivalsFunction(world),
  } satisfies Record<QueueName, unknown>,
  outbox: outboxFunction(world),
  schedules: {
    night: nightFunction(world),
    fetch: fetchFunction(world),
    hour: hourFunction(world),
    sweep: sweepFunction(world),
    trails: trailsFunction(world),
  } satisfies Record<ScheduleName, unknown>,
});
