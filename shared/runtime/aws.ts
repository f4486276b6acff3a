import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type * as z from "zod";
import { EventId } from "../domain/ids.ts";
import { openDirectory } from "../store/directory.ts";
import { storeFor } from "../store/store.ts";
import { openTable } from "../store/table.ts";
import { type Configuration, readConfiguration } from "./configuration.ts";
import { originSecretsOf } from "./edge.ts";
import { freshId, sha256 } from "./identity.ts";
import { jsonLog, type Log } from "./log.ts";
import type { World } from "./world.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** How this host differs from AWS: a clock that can be moved, and a log that is not the console. */
export interface HostOptions {
  readonly now?: () => Date;
  readonly log?: Log;
  /** On one machine there is no role to take credentials from. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** The real world: DynamoDB as the environment names it. What sends messages or letters is added by those that do. */
export function awsWorld(environment: Environment, host: HostOptions = {}): World {
  const configuration = readConfiguration(environment);
  const now = host.now ?? (() => new Date());
  const fresh = <Id extends z.ZodType>(schema: Id): z.output<Id> => freshId(schema, now().getTime());
  const client = documentClient(configuration, host);
  const tableName = configuration.TABLE_NAME;
  return {
    now: () => now().toISOString(),
    fresh,
    log: host.log ?? jsonLog,
    publicAddress: configuration.PUBLIC_ADDRESS,
    originSecrets: originSecretsOf(environment),
    directory: openDirectory(client, tableName),
    storeFor: storeFor({
      openTable: (prefix) => openTable(client, tableName, prefix),
      now: () => now().toISOString(),
      newEventId: () => fresh(EventId),
      digest: sha256,
    }),
  };
}

/** What every client of an AWS service is made with: the region and, on one machine, where it is. */
export const sdkOptions = (
  { AWS_REGION }: Configuration,
  { credentials }: HostOptions,
  endpoint: string | undefined,
) => ({
  region: AWS_REGION,
  ...(credentials ? { credentials } : {}),
  ...(endpoint ? { endpoint } : {}),
});

function documentClient(configuration: Configuration, host: HostOptions): DynamoDBDocumentClient {
  const client = new DynamoDBClient(sdkOptions(configuration, host, configuration.DYNAMODB_ENDPOINT));
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}
