import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import { queues } from "../../../shared/contract/workers.ts";
import { localSdk, type startBackends, tableName } from "../backends.ts";
import type { localFunctions } from "../functions.ts";
import type { HostOptions } from "../hostOptions.ts";
import { lambdaContext } from "../lambdaContext.ts";
import { pollQueue, type Poller } from "./pollQueue.ts";
import { pollStream } from "./pollStream.ts";
import { streamCheckpointFile } from "./streamCheckpoint.ts";

/** Hands every queue's messages, and the table's stream, to the functions that hear them. */
export function startEvents(
  functions: ReturnType<typeof localFunctions>,
  { sqs, queueUrls, database }: Awaited<ReturnType<typeof startBackends>>,
  { checkpointFile, onError }: { readonly checkpointFile: string; readonly onError: HostOptions["onError"] },
) {
  const batches = { begun: 0, ended: 0 };
  const counted = async <Answer>(handle: () => Promise<Answer>): Promise<Answer> => {
    batches.begun += 1;
    return handle().finally(() => (batches.ended += 1));
  };
  const pollers: Poller[] = queueUrls.map(({ queue, url }) =>
    pollQueue({
      sqs,
      queueUrl: url,
      handler: async (event) => counted(async () => functions.queues[queue](event, lambdaContext(queue))),
      batchSize: queues[queue].batchSize,
      // A queue that hands over one message at a time wants one worker; letters and triage may go side by side.
      concurrency: queues[queue].batchSize > 1 ? 4 : 1,
      onError: (error) => onError(error, queue),
    }),
  );
  pollers.push(
    pollStream({
      streams: new DynamoDBStreamsClient({ ...localSdk, endpoint: database.endpoint }),
      tableName,
      handler: async (event) => counted(async () => functions.outbox(event, lambdaContext("outbox"))),
      checkpoint: streamCheckpointFile(checkpointFile),
      onError: (error) => onError(error, "outbox stream"),
    }),
  );
  return {
    /** How many batches handlers have begun and ended. */
    batches: () => batches,
    stop: async (): Promise<void> => void (await Promise.all(pollers.map((poller) => poller.stop()))),
  };
}
