import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { createTable } from "../../infra/local/database/createTable.ts";
import type { EngineCommand } from "../../infra/local/database/engine.ts";
import { localCredentials, localRegion, startDatabase } from "../../infra/local/database/startDatabase.ts";
import { localTable } from "../../infra/local/table.ts";

/** A database under test, its table made and empty. */
export interface Engine {
  /** A client of its own, with its own connections, as another process would have. */
  readonly newClient: () => DynamoDBDocumentClient;
  readonly tableName: string;
  readonly close: () => Promise<void>;
}

const tableName = "contract";

/** Starts an engine in memory on a free port. */
export async function startEngine(engine: EngineCommand["engine"]): Promise<Engine> {
  const database = await startDatabase({ dataFolder: undefined, port: 0, engine });
  const clients: DynamoDBClient[] = [];
  const newPlainClient = (): DynamoDBClient => {
    const { endpoint } = database;
    const client = new DynamoDBClient({ endpoint, region: localRegion, credentials: localCredentials });
    clients.push(client);
    return client;
  };
  await createTable({ client: newPlainClient(), definition: localTable(tableName) });
  return {
    tableName,
    newClient: () =>
      DynamoDBDocumentClient.from(newPlainClient(), { marshallOptions: { removeUndefinedValues: true } }),
    async close() {
      for (const client of clients) client.destroy();
      await database.close();
    },
  };
}
