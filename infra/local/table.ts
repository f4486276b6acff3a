import type { CreateTableCommandInput } from "@aws-sdk/client-dynamodb";
import { tableShape } from "../../shared/store/tableShape.ts";

/** The one table of this machine's database, of the shape that the stack also creates. */
export const localTable = (tableName: string): CreateTableCommandInput => {
  const keyNames = [
    tableShape.partitionKey,
    tableShape.sortKey,
    ...tableShape.indexes.flatMap((index) => [index.partitionKey, index.sortKey]),
  ];
  const keys = (partitionKey: string, sortKey: string) => [
    { AttributeName: partitionKey, KeyType: "HASH" as const },
    { AttributeName: sortKey, KeyType: "RANGE" as const },
  ];
  return {
    TableName: tableName,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: keyNames.map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
    KeySchema: keys(tableShape.partitionKey, tableShape.sortKey),
    GlobalSecondaryIndexes: tableShape.indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: keys(index.partitionKey, index.sortKey),
      Projection: { ProjectionType: "KEYS_ONLY" },
    })),
    StreamSpecification: { StreamEnabled: true, StreamViewType: "KEYS_ONLY" },
  };
};
