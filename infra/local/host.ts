import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import { SQSClient } from "@aws-sdk/client-sqs";
import { queues, routes, schedules } from "../../shared/contract/manifest.ts";
import { awsWorld } from "../../shared/runtime/aws.ts";
import { queueUrlName, uploadsBucketName } from "../../shared/runtime/configuration.ts";
import type { Log } from "../../shared/runtime/log.ts";
import { registerAddresses } from "../../shared/runtime/registerAddresses.ts";
import { s3Addresses } from "../../shared/runtime/s3Addresses.ts";
import { s3Files } from "../../shared/runtime/s3Files.ts";
import { sesPoster } from "../../shared/runtime/ses.ts";
import { sqsSender } from "../../shared/runtime/sqs.ts";
import { localAccounts } from "./accounts.ts";
import { movableClock } from "./clock.ts";
import { createTable } from "./database/createTable.ts";
import type { EngineName } from "./database/engine.ts";
import { localCredentials, localRegion, startDatabase } from "./database/startDatabase.ts";
import { pollQueue, type Poller } from "./events/pollQueue.ts";
import { tidyStreamRecords } from "./events/streamUpkeep.ts";
import { pollStream } from "./events/pollStream.ts";
import { streamCheckpointFile } from "./events/streamCheckpoint.ts";
import { startFileEndpoint } from "./files/endpoint.ts";
import { tellsOfArrivals } from "./files/arrivals.ts";
import { localFunctions, type WholeWorld } from "./functions.ts";
import { lambdaContext } from "./lambdaContext.ts";
import type { GatewayRoute } from "./gateway/answer.ts";
import { startProblem } from "./gateway/ports.ts";
import { startGateway } from "./gateway/startGateway.ts";
import { localDoors } from "./localDoors.ts";
import { startMailbox } from "./mailbox/startMailbox.ts";
import { createQueues } from "./queueSetup.ts";
import { startQueueEndpoint } from "./queues/endpoint.ts";
import { runSchedules } from "./schedules/schedules.ts";
import { scheduleStateFile } from "./schedules/scheduleState.ts";
import { atRest } from "./rest.ts";
import { startSignIn } from "./sign-in/startSignIn.ts";
import { localTable } from "./table.ts";

/** Where each part listens; 0 takes any free port. */
export interface Ports {
  readonly service: number;
  readonly signIn: number;
  readonly mailbox: number;
  readonly database: number;
  readonly queues: number;
  readonly files: number;
}

export interface HostOptions {
  readonly dataFolder: string;
  readonly ports: Ports;
  readonly engine?: EngineName | undefined;
  readonly databaseEndpoint?: string | undefined;
  readonly log: Log;
  /** Told of each part as it comes up. */
  readonly progress?: (part: string, milliseconds: number) => void;
  /** Told of errors that no door answered for: they are bugs, or a part that is going down. */
  readonly onError: (error: unknown, where: string) => void;
}

/** The whole service on one machine, running. */
export interface Host {
  readonly origin: string;
  readonly issuer: string;
  readonly tokenEndpoint: string;
  readonly mailAddress: string;
  readonly databaseEndpoint: string;
  readonly engine: EngineName;
  readonly accounts: ReturnType<typeof localAccounts>;
  readonly clock: ReturnType<typeof movableClock>;
  /** Settles, with one line that says why, if the database ends by itself. */
  readonly died: Promise<Error>;
  readonly world: WholeWorld;
  readonly close: () => Promise<void>;
}

const tableName = "area-brokerage";
const uploadsBucket = "uploads";

function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK);
  } catch {
    throw startProblem(
      `The data folder ${folder} cannot be used: it must be a folder that you may write to.`,
    );
  }
}

/** Brings up database, queues, mailbox, sign-in, every handler, schedules and the gateway, in that order. */
export async function startHost(options: HostOptions): Promise<Host> {
  const { dataFolder, ports, log, onError } = options;
  prepareFolder(dataFolder);
  const file = (name: string): string => join(dataFolder, name);
  const closers: (() => Promise<void>)[] = [];
  const part = async <Part>(name: string, start: () => Promise<Part>): Promise<Part> => {
    const began = performance.now();
    const started = await start();
    options.progress?.(name, Math.round(performance.now() - began));
    return started;
  };
  const close = async (): Promise<void> => {
    for (const closePart of closers.splice(0).toReversed()) await closePart();
  };
  try {
    const clock = movableClock({ file: file("clock.json") });
    const accounts = localAccounts(file("accounts.json"));
    const sdk = { region: localRegion, credentials: localCredentials };
    const database = await part("database", () =>
      startDatabase({
        dataFolder: file("database"),
        port: ports.database,
        engine: options.engine,
        endpoint: options.databaseEndpoint,
      }),
    );
    closers.push(() => database.close());
    const client = new DynamoDBClient({ ...sdk, endpoint: database.endpoint });
    await createTable({ client, definition: localTable(tableName) });
    client.destroy();
    if (database.engine === "dynoxide")
      tidyStreamRecords({ file: join(file("database"), "dynoxide.sqlite"), nowMs: Date.now() });
    const queueEndpoint = await part("queues", () =>
      startQueueEndpoint({
        file: file("queues.sqlite"),
        port: ports.queues,
        now: clock.nowMs,
        onError: (error) => onError(error, "queues"),
      }),
    );
    closers.push(() => queueEndpoint.close());
    const sqs = new SQSClient({ ...sdk, endpoint: queueEndpoint.endpoint });
    const queueUrls = await createQueues(sqs);
    const files = await part("files", () =>
      startFileEndpoint({
        folder: file("files"),
        bucket: uploadsBucket,
        port: ports.files,
        now: clock.now,
        credentials: localCredentials,
        tell: tellsOfArrivals({ sqs, queueUrls }),
        onError: (error) => onError(error, "files"),
      }),
    );
    closers.push(() => files.close());
    const mailbox = await part("mailbox", () =>
      startMailbox({ port: ports.mailbox, mailFile: file("mail.jsonl") }),
    );
    closers.push(() => mailbox.close());
    const signIn = await part("sign-in", () =>
      startSignIn({
        ...accounts,
        port: ports.signIn,
        keyFile: file("sign-in-keys.json"),
        realNow: () => new Date(),
        redirectUris: [`http://localhost:${ports.service}/signed-in`],
        postLogoutRedirectUris: [`http://localhost:${ports.service}/`],
        log: ({ error }) => onError(error, "sign-in"),
      }),
    );
    closers.push(() => signIn.close());

    const environment = {
      TABLE_NAME: tableName,
      MAIL_FROM: "brokerage@partnership.example",
      PUBLIC_ADDRESS: `http://localhost:${ports.service}`,
      AWS_REGION: localRegion,
      DYNAMODB_ENDPOINT: database.endpoint,
      SQS_ENDPOINT: queueEndpoint.endpoint,
      SES_ENDPOINT: mailbox.endpoint,
      S3_ENDPOINT: files.endpoint,
      [uploadsBucketName]: uploadsBucket,
      ...Object.fromEntries(queueUrls.map(({ queue, url }) => [queueUrlName(queue), url])),
    };
    const differs = { now: clock.now, log, credentials: localCredentials };
    const world = {
      ...awsWorld(environment, differs),
      ...sqsSender(environment, differs),
      ...sesPoster(environment, differs),
      ...s3Addresses(environment, differs),
      ...s3Files(environment, differs),
      ...registerAddresses(process.env),
    };
    const functions = localFunctions(world);
    const batches = { begun: 0, ended: 0 };
    const counted = async <Answer>(handle: () => Promise<Answer>): Promise<Answer> => {
      batches.begun += 1;
      return handle().finally(() => (batches.ended += 1));
    };
    const pollers: Poller[] = queueUrls.map(({ queue, url }) =>
      pollQueue({
        sqs,
        queueUrl: url,
        handler: async (event) => counted(async () => functions.queues[queue](event, lambdaContext(queue))),
        batchSize: queues[queue].batchSize,
        // A queue that hands over one message at a time wants one worker; letters and triage may go side by side.
        concurrency: queues[queue].batchSize > 1 ? 4 : 1,
        onError: (error) => onError(error, queue),
      }),
    );
    pollers.push(
      pollStream({
        streams: new DynamoDBStreamsClient({ ...sdk, endpoint: database.endpoint }),
        tableName,
        handler: async (event) => counted(async () => functions.outbox(event, lambdaContext("outbox"))),
        checkpoint: streamCheckpointFile(file("stream.json")),
        onError: (error) => onError(error, "outbox stream"),
      }),
    );
    closers.push(async () => {
      await Promise.all(pollers.map((poller) => poller.stop()));
    });
    const running = runSchedules({
      schedules: scheduleNames.map((name) => ({
        name,
        ...schedules[name],
        handler: async (event) => functions.schedules[name](event, lambdaContext(name)),
      })),
      clock,
      state: scheduleStateFile(file("schedules.json")),
      onError: (error, name) => onError(error, `schedule ${name}`),
    });
    closers.push(() => running.stop());
    const gateway = await part("gateway", () =>
      startGateway({
        port: ports.service,
        routes: gatewayRoutes(functions),
        authorizeJwt: signIn.verifyAccessToken,
        local: [
          localDoors({
            clock,
            schedules: () => running,
            accounts,
            idle: () =>
              atRest(world, {
                sqs,
                queueUrls: queueUrls.map(({ url }) => url),
                batches: () => batches,
              }),
            addresses: () => ({
              signIn: signIn.issuer,
              token: signIn.tokenEndpoint,
              mailbox: mailbox.webAddress,
              database: database.endpoint,
            }),
            letters: () => mailbox.messages(),
          }),
        ],
        log: (entry) => {
          if (entry.event === "gateway.failed") onError(entry.error, entry.routeKey ?? "gateway");
        },
        now: clock.now,
      }),
    );
    closers.push(() => gateway.close());
    return {
      origin: gateway.origin,
      issuer: signIn.issuer,
      tokenEndpoint: signIn.tokenEndpoint,
      mailAddress: mailbox.webAddress,
      databaseEndpoint: database.endpoint,
      engine: database.engine,
      accounts,
      clock,
      died: database.died,
      world,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const scheduleNames = [
  "night",
  "fetch",
  "hour",
  "sweep",
] as const satisfies readonly (keyof typeof schedules)[];

type Functions = ReturnType<typeof localFunctions>;

const gatewayRoutes = (functions: Functions): GatewayRoute[] =>
  Object.values(routes).map((route) => ({
    method: route.method,
    path: route.path,
    authorizer: route.roles === "public" ? "none" : "jwt",
    functionName: route.area,
    handler: (event, context) => functions.areas[route.area](event, context),
  }));
