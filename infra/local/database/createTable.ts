import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  type TableDescription,
} from "@aws-sdk/client-dynamodb";
import { setTimeout as sleep } from "node:timers/promises";
import { startProblem } from "../gateway/ports.ts";

/** Whether the table is new. */
export type CreatedTable = "created" | "already-there";

const activeWithinSeconds = 30;

const create = async (client: DynamoDBClient, definition: CreateTableCommandInput): Promise<CreatedTable> => {
  try {
    await client.send(new CreateTableCommand(definition));
    return "created";
  } catch (error) {
    if (error instanceof ResourceInUseException) return "already-there";
    throw error;
  }
};

const untilActive = async (
  client: DynamoDBClient,
  definition: CreateTableCommandInput,
): Promise<TableDescription> => {
  const deadline = performance.now() + activeWithinSeconds * 1000;
  while (performance.now() < deadline) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: definition.TableName }));
    const indexes = Table?.GlobalSecondaryIndexes ?? [];
    // Local engines may leave an index's status out: only a stated other status means not yet.
    const ready = indexes.every(({ IndexStatus }) => (IndexStatus ?? "ACTIVE") === "ACTIVE");
    if (Table?.TableStatus === "ACTIVE" && ready) return Table;
    await sleep(20);
  }
  throw startProblem(`The table ${definition.TableName} was not ready within ${activeWithinSeconds} s.`);
};

type Shape = Pick<TableDescription, "KeySchema" | "GlobalSecondaryIndexes">;

const shapeOf = ({ KeySchema = [], GlobalSecondaryIndexes = [] }: Shape): string => {
  const keys = (schema: Shape["KeySchema"] = []): string =>
    schema.map(({ AttributeName, KeyType }) => `${AttributeName} ${KeyType}`).join(", ");
  const indexes = GlobalSecondaryIndexes.map((index) => `${index.IndexName}(${keys(index.KeySchema)})`);
  return [keys(KeySchema), ...indexes.toSorted()].join("; ");
};

/**
 * Creates the table unless it is there, and waits until it is ACTIVE. A table that is there with other
 * keys or indexes, left by another version, is a start problem and is not touched.
 */
export const createTable = async ({
  client,
  definition,
}: {
  readonly client: DynamoDBClient;
  readonly definition: CreateTableCommandInput;
}): Promise<CreatedTable> => {
  const outcome = await create(client, definition);
  const table = await untilActive(client, definition);
  const wanted = shapeOf({
    KeySchema: definition.KeySchema,
    GlobalSecondaryIndexes: definition.GlobalSecondaryIndexes,
  });
  if (shapeOf(table) !== wanted)
    throw startProblem(
      `The table ${definition.TableName} was made by another version (keys ${shapeOf(table)}, wanted ${wanted}): ` +
        "move the data folder away to keep it, or begin again with --fresh.",
    );
  return outcome;
};
