import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import { schedules } from "../../shared/contract/workers.ts";
import { awsWorld } from "../../shared/runtime/aws.ts";
import { registerAddresses } from "../../shared/runtime/registerAddresses.ts";
import { s3Addresses } from "../../shared/runtime/s3Addresses.ts";
import { s3Files } from "../../shared/runtime/s3Files.ts";
import { sesPoster } from "../../shared/runtime/ses.ts";
import { sqsSender } from "../../shared/runtime/sqs.ts";
import { localAccounts } from "./accounts.ts";
import { startBackends } from "./backends.ts";
import { movableClock } from "./clock.ts";
import type { EngineName } from "./database/engine.ts";
import { localCredentials } from "./database/startDatabase.ts";
import { startEvents } from "./events/startEvents.ts";
import { localFunctions, type WholeWorld } from "./functions.ts";
import { lambdaContext } from "./lambdaContext.ts";
import { startProblem } from "./gateway/ports.ts";
import { startGateway } from "./gateway/startGateway.ts";
import { gatewayRoutes } from "./gatewayRoutes.ts";
import type { HostOptions } from "./hostOptions.ts";
import { localDoors } from "./localDoors.ts";
import { runSchedules } from "./schedules/schedules.ts";
import { scheduleStateFile } from "./schedules/scheduleState.ts";
import { noParts } from "./parts.ts";
import { atRest } from "./rest.ts";
import { readWebConfiguration } from "../../web/configuration.ts";
import { pagesFunction } from "../../web/handler.ts";
import { pagesWorld } from "../../web/serving.ts";
import { webClientId } from "./sign-in/provider.ts";
import { startSignIn } from "./sign-in/startSignIn.ts";

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
  const parts = noParts(options.progress);
  try {
    const clock = movableClock({ file: file("clock.json"), daysBehind: options.daysBehind ?? 0 });
    const accounts = localAccounts(file("accounts.json"));
    const backends = await startBackends(parts, options, { file, clock });
    const { database, mailbox, sqs, queueUrls } = backends;
    const signIn = await parts.start("sign-in", () =>
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

    const environment = {
      ...backends.environment,
      MAIL_FROM: "brokerage@partnership.example",
      PUBLIC_ADDRESS: `http://localhost:${ports.service}`,
      JWT_ISSUER: signIn.issuer,
      WEB_CLIENT_ID: webClientId,
      SIGN_IN_SCOPE: "openid profile",
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
    const pagesHandler = pagesFunction(
      pagesWorld(readWebConfiguration(environment), { log, now: clock.now }),
    );
    const events = startEvents(functions, backends, { checkpointFile: file("stream.json"), onError });
    parts.whenClosed(() => events.stop());
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
    parts.whenClosed(() => running.stop());
    const gateway = await parts.start("gateway", () =>
      startGateway({
        port: ports.service,
        routes: gatewayRoutes(functions, pagesHandler),
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
                batches: events.batches,
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
      close: parts.close,
    };
  } catch (error) {
    await parts.close();
    throw error;
  }
}

const scheduleNames = [
  "night",
  "fetch",
  "hour",
  "sweep",
  "trails",
] as const satisfies readonly (keyof typeof schedules)[];
