import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import { queueUrlName, uploadsBucketName } from "../../shared/runtime/configuration.ts";
import type { movableClock } from "./clock.ts";
import { createTable } from "./database/createTable.ts";
import { localCredentials, localRegion, startDatabase } from "./database/startDatabase.ts";
import { tidyStreamRecords } from "./events/streamUpkeep.ts";
import { tellsOfArrivals } from "./files/arrivals.ts";
import { startFileEndpoint } from "./files/endpoint.ts";
import type { HostOptions } from "./hostOptions.ts";
import { startMailbox } from "./mailbox/startMailbox.ts";
import type { Parts } from "./parts.ts";
import { createQueues } from "./queueSetup.ts";
import { startQueueEndpoint } from "./queues/endpoint.ts";
import { localTable } from "./table.ts";

export const tableName = "area-brokerage";
const uploadsBucket = "uploads";
/** How clients reach what stands in for AWS. */
export const localSdk = { region: localRegion, credentials: localCredentials };

/** Brings up what stands in for DynamoDB, SQS, S3 and SES, with the table and the queues in them. */
export async function startBackends(
  parts: Parts,
  {
    ports,
    engine,
    databaseEndpoint,
    onError,
  }: Pick<HostOptions, "ports" | "engine" | "databaseEndpoint" | "onError">,
  {
    file,
    clock,
  }: { readonly file: (name: string) => string; readonly clock: ReturnType<typeof movableClock> },
) {
  const database = await parts.start("database", () =>
    startDatabase({
      dataFolder: file("database"),
      port: ports.database,
      engine: engine,
      endpoint: databaseEndpoint,
    }),
  );
  const client = new DynamoDBClient({ ...localSdk, endpoint: database.endpoint });
  await createTable({ client, definition: localTable(tableName) });
  client.destroy();
  if (database.engine === "dynoxide")
    tidyStreamRecords({ file: join(file("database"), "dynoxide.sqlite"), nowMs: Date.now() });
  const queueEndpoint = await parts.start("queues", () =>
    startQueueEndpoint({
      file: file("queues.sqlite"),
      port: ports.queues,
      now: clock.nowMs,
      onError: (error) => onError(error, "queues"),
    }),
  );
  const sqs = new SQSClient({ ...localSdk, endpoint: queueEndpoint.endpoint });
  const queueUrls = await createQueues(sqs);
  const files = await parts.start("files", () =>
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
  const mailbox = await parts.start("mailbox", () =>
    startMailbox({ port: ports.mailbox, mailFile: file("mail.jsonl") }),
  );
  return {
    database,
    mailbox,
    sqs,
    queueUrls,
    /** What the functions read of their environment to find these. */
    environment: {
      TABLE_NAME: tableName,
      AWS_REGION: localRegion,
      DYNAMODB_ENDPOINT: database.endpoint,
      SQS_ENDPOINT: queueEndpoint.endpoint,
      SES_ENDPOINT: mailbox.endpoint,
      S3_ENDPOINT: files.endpoint,
      [uploadsBucketName]: uploadsBucket,
      ...Object.fromEntries(queueUrls.map(({ queue, url }) => [queueUrlName(queue), url])),
    },
  };
}
