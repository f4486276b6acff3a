import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { PartnershipId } from "../domain/ids.ts";

/** The list of partnerships: the one place outside all of them, and it holds nothing but their ids. */
export interface Directory {
  readonly add: (partnership: PartnershipId) => Promise<void>;
  readonly all: () => Promise<PartnershipId[]>;
}

const partition = "DIRECTORY";

/** Opens the directory in a table. */
export function openDirectory(client: DynamoDBDocumentClient, tableName: string): Directory {
  return {
    async add(partnership) {
      await client.send(new PutCommand({ TableName: tableName, Item: { pk: partition, sk: partnership } }));
    },
    async all() {
      const found: PartnershipId[] = [];
      let lastKey: Record<string, unknown> | undefined;
      do {
        const page = await client.send(
          new QueryCommand({
            TableName: tableName,
            KeyConditionExpression: "pk = :partition",
            ExpressionAttributeValues: { ":partition": partition },
            ...(lastKey ? { ExclusiveStartKey: lastKey } : {}),
          }),
        );
        found.push(...(page.Items ?? []).map((item) => PartnershipId.parse(item["sk"])));
        lastKey = page.LastEvaluatedKey;
      } while (lastKey);
      return found;
    },
  };
}
