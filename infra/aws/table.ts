import { RemovalPolicy } from "aws-cdk-lib";
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";
import { tableShape } from "../../shared/store/tableShape.ts";
import type { TableAccess } from "./functionSpecs.ts";

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** Adds the one table, in the shape the store expects; it outlives the stack. */
export const addTable = (scope: Construct): TableV2 =>
  new TableV2(scope, "Table", {
    partitionKey: text(tableShape.partitionKey),
    sortKey: text(tableShape.sortKey),
    timeToLiveAttribute: tableShape.timeToLive,
    globalSecondaryIndexes: tableShape.indexes.map((index) => ({
      indexName: index.name,
      partitionKey: text(index.partitionKey),
      sortKey: text(index.sortKey),
      projectionType: ProjectionType.KEYS_ONLY,
    })),
    billing: Billing.onDemand(),
    dynamoStream: StreamViewType.KEYS_ONLY,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    encryption: TableEncryptionV2.awsManagedKey(),
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });

const onTable = ["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query"];
const removing = ["dynamodb:DeleteItem"];
/** What the store sends: a transaction needs the rights of the writes it is made of, and none of its own. */
const writing = ["dynamodb:PutItem", "dynamodb:ConditionCheckItem", "dynamodb:BatchWriteItem", ...removing];

const actions = {
  none: [],
  read: onTable,
  "read-delete": [...onTable, ...removing],
  "read-write": [...onTable, ...writing],
} as const satisfies Record<TableAccess, readonly string[]>;

/** The statements that give an access: never Scan, never PartiQL, and indexes by name. */
export const tableStatements = (table: TableV2, access: TableAccess): PolicyStatement[] => {
  if (access === "none") return [];
  const rows = new PolicyStatement({ actions: [...actions[access]], resources: [table.tableArn] });
  const lists = new PolicyStatement({
    actions: ["dynamodb:Query"],
    resources: tableShape.indexes.map((index) => `${table.tableArn}/index/${index.name}`),
  });
  return [rows, lists];
};
