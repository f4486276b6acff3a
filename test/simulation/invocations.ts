import type { Context, DynamoDBRecord } from "aws-lambda";
import { deadlinesFunction } from "../../functions/deadlines/handler.ts";
import { hourFunction } from "../../functions/hour/handler.ts";
import { matchFunction } from "../../functions/match/handler.ts";
import { notifyFunction } from "../../functions/notify/handler.ts";
import { offersFunction } from "../../functions/offers/handler.ts";
import { outboxFunction } from "../../functions/outbox/handler.ts";
import { requestsFunction } from "../../functions/requests/handler.ts";
import { sweepFunction } from "../../functions/sweep/handler.ts";
import { lambdaContext } from "../../infra/local/lambdaContext.ts";
import type { QueueName } from "../../shared/contract/workers.ts";
import { keyOf } from "../../shared/store/entity.ts";
import { outbox } from "../../shared/store/rows/trail.ts";
import { queueRecord } from "../harness/queueRecord.ts";
import { eventOf } from "../store/memoryWorld.ts";
import type { Ending } from "./processes.ts";
import { type Intent, partnershipId } from "./scenario.ts";
import { type ProcessWorld, type Simulated, worldIn } from "./world.ts";

/** No time limit of its own: a limit's timer would hold on to each invocation that crashed. */
const context: Context = Object.assign(lambdaContext("simulated"), { getRemainingTimeInMillis: undefined });

const areas = { offers: offersFunction, requests: requestsFunction } as const;
const workers = { notify: notifyFunction, match: matchFunction, deadlines: deadlinesFunction } as const;

/** What somebody heard: a status, and the body as it was sent. */
export interface Heard {
  readonly status: number;
  readonly body: string;
}

/** Asks a function of routes as somebody; an invocation that dies or fails is heard as the gateway's 502. */
export function ask(
  simulated: Simulated,
  { area, claims, key, method, path, body }: Intent,
  heard: (answer: Heard) => void,
): void {
  const headers = { "content-type": "application/json", "idempotency-key": key };
  simulated.processes.start(
    async (process) => {
      const event = eventOf({ method, path, body: JSON.stringify(body), headers, claims: { ...claims } });
      const answer = await areas[area](worldIn(simulated, process))(event, context);
      return { status: answer.statusCode ?? 500, body: answer.body ?? "" };
    },
    (ending) => heard(ending.kind === "answered" ? ending.answer : { status: 502, body: "" }),
  );
}

/** Has the worker of its queue handle a message that waits, if one does. */
export function handle(simulated: Simulated): void {
  const { queues, planted, processes } = simulated;
  const waiting = queues.receive();
  if (!waiting) return;
  const { queue, message } = waiting;
  let world: ProcessWorld | undefined;
  const ended = (ending: Ending<boolean>): void => {
    world?.settleLetters();
    const isDone = ending.kind === "answered" && ending.answer;
    queues.handled(waiting, isDone || (planted.dropsFailed && ending.kind === "answered"));
  };
  processes.start(async (process) => {
    world = worldIn(simulated, process, "eventId" in message ? message.eventId : undefined);
    if (!isWorker(queue)) throw new Error(`The scenario has nothing for ${queue}`);
    const records = { Records: [queueRecord(JSON.stringify(message))] };
    const { batchItemFailures } = await workers[queue](world)(records, context);
    await world.finish();
    return batchItemFailures.length === 0;
  }, ended);
}

const isWorker = (queue: QueueName): queue is keyof typeof workers => queue in workers;

/** Hands the next event of the outbox to the function of the change stream, again where it was not published. */
export function relay(simulated: Simulated): void {
  const { stream, processes } = simulated;
  const event = stream.shift();
  if (!event) return;
  const { pk = "", sk = "" } = keyOf(partnershipId, outbox.place(event));
  const record: DynamoDBRecord = {
    eventName: "INSERT",
    dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } } },
  };
  processes.start(
    async (process) => {
      const world = worldIn(simulated, process);
      await outboxFunction(world)({ Records: [record] }, context);
      await world.finish();
    },
    ({ kind }) => void (kind === "answered" || stream.unshift(event)),
  );
}

const nothing = (): void => undefined;

/** Runs what the clock runs: the sweep of the outbox, and the hour that has deadlines looked at. */
export function onTheClock(simulated: Simulated, which: "sweep" | "hour"): void {
  if (which === "sweep" && simulated.planted.neverSwept) return;
  simulated.processes.start(async (process) => {
    const world = worldIn(simulated, process);
    await (which === "sweep" ? sweepFunction(world) : hourFunction(world))({}, context);
    await world.finish();
  }, nothing);
}
