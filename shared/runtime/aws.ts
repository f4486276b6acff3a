import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import { SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type * as z from "zod";

import { EventId } from "../domain/ids.ts";
import { openDirectory } from "../store/directory.ts";
import { storeFor } from "../store/store.ts";
import { openTable } from "../store/table.ts";
import { type Configuration, queueUrlName, readConfiguration } from "./configuration.ts";
import { freshId, sha256 } from "./identity.ts";
import { jsonLog, type Log } from "./log.ts";
import type { QueueMessage, World } from "./world.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** How this host differs from AWS: a clock that can be moved, and a log that is not the console. */
export interface HostOptions {
  readonly now?: () => Date;
  readonly log?: Log;
  /** On one machine there is no role to take credentials from. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

const largestBatch = 10;

/** The real world: DynamoDB, SQS and SES as the environment names them. */
export function awsWorld(environment: Environment, host: HostOptions = {}): World {
  const configuration = readConfiguration(environment);
  const now = host.now ?? (() => new Date());
  const fresh = <Id extends z.ZodType>(schema: Id): z.output<Id> => freshId(schema, now().getTime());
  const sdk = sdkOptions(configuration, host);
  const client = documentClient(configuration, sdk);
  const tableName = configuration.TABLE_NAME;
  return {
    now: () => now().toISOString(),
    fresh,
    log: host.log ?? jsonLog,
    publicAddress: configuration.PUBLIC_ADDRESS,
    directory: openDirectory(client, tableName),
    storeFor: storeFor({
      openTable: (prefix) => openTable(client, tableName, prefix),
      now: () => now().toISOString(),
      newEventId: () => fresh(EventId),
      digest: sha256,
    }),
    send: sender(environment, { ...sdk, ...at(configuration.SQS_ENDPOINT) }),
    post: poster(configuration.MAIL_FROM, { ...sdk, ...at(configuration.SES_ENDPOINT) }),
  };
}

type SdkOptions = { readonly region: string } & Pick<HostOptions, "credentials"> & {
    readonly endpoint?: string;
  };

const sdkOptions = ({ AWS_REGION }: Configuration, { credentials }: HostOptions): SdkOptions => ({
  region: AWS_REGION,
  ...(credentials ? { credentials } : {}),
});

const at = (endpoint: string | undefined): { readonly endpoint?: string } => (endpoint ? { endpoint } : {});

function documentClient(configuration: Configuration, sdk: SdkOptions): DynamoDBDocumentClient {
  const client = new DynamoDBClient({ ...sdk, ...at(configuration.DYNAMODB_ENDPOINT) });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

function sender(environment: Environment, sdk: SdkOptions): World["send"] {
  const client = new SQSClient(sdk);
  return async (queue, messages) => {
    const QueueUrl = environment[queueUrlName(queue)];
    if (!QueueUrl) throw new Error(`${queueUrlName(queue)} is not set`);
    const refused: number[] = [];
    for (let start = 0; start < messages.length; start += largestBatch) {
      const Entries = messages.slice(start, start + largestBatch).map(entryOf);
      const { Failed } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
      refused.push(...(Failed ?? []).map((each) => start + Number(each.Id)));
    }
    return refused;
  };
}

const entryOf = (message: QueueMessage, index: number): { Id: string; MessageBody: string } => ({
  Id: String(index),
  MessageBody: JSON.stringify(message),
});

function poster(from: string, sdk: SdkOptions): World["post"] {
  const client = new SESv2Client(sdk);
  return async (letter) => {
    await client.send(
      new SendEmailCommand({
        FromEmailAddress: from,
        Destination: { ToAddresses: [letter.to] },
        Content: {
          Simple: {
            Subject: { Data: letter.subject, Charset: "UTF-8" },
            Body: { Text: { Data: letter.text, Charset: "UTF-8" } },
          },
        },
      }),
    );
  };
}
