import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

type Middleware = Parameters<DynamoDBDocumentClient["middlewareStack"]["add"]>[0];
export type Sent = Parameters<ReturnType<Middleware>>[0]["input"];

interface Fault {
  readonly command: "TransactWriteItemsCommand" | "BatchWriteItemCommand" | "QueryCommand";
  /** What happens in place of sending: the output, an error raised, or "send" to send it after all. */
  readonly instead: (input: Sent, call: number) => "send" | { readonly output: object };
}

const namesOf: Record<Fault["command"], readonly string[]> = {
  TransactWriteItemsCommand: ["TransactWriteItemsCommand", "TransactWriteCommand"],
  BatchWriteItemCommand: ["BatchWriteItemCommand", "BatchWriteCommand"],
  QueryCommand: ["QueryCommand"],
};

/** Makes a client answer some calls as AWS may and a local engine never does. Answers how often it was asked. */
export function withFault(client: DynamoDBDocumentClient, { command, instead }: Fault): () => number {
  let calls = 0;
  client.middlewareStack.add(
    (next, context) => async (sent) => {
      if (!namesOf[command].includes(context.commandName ?? "")) return next(sent);
      calls += 1;
      const outcome = instead(sent.input, calls);
      return outcome === "send" ? next(sent) : { output: { $metadata: {}, ...outcome.output }, response: {} };
    },
    { step: "initialize", name: "fault", priority: "low" },
  );
  return () => calls;
}

/** What AWS raises when two transactions touch one row at once. */
export const transactionConflict = (): Error =>
  new TransactionCanceledException({
    message: "Transaction cancelled",
    $metadata: {},
    CancellationReasons: [{ Code: "None" }, { Code: "TransactionConflict" }],
  });
