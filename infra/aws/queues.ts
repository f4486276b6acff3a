import { ArnFormat, Duration, Stack, Validations } from "aws-cdk-lib";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { Queue, QueueEncryption, RedrivePermission } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { type QueueName, queues as declared } from "../../shared/contract/workers.ts";
import { addAlarm, addDeadLetterAlarm, alarmPeriod } from "./alarms.ts";
import { addDoorFunction } from "./doorFunction.ts";
import { namesOf, queueOf, queueSpec } from "./functionSpecs.ts";
import { tellOfArrivals } from "./uploads.ts";
import type { QueuePair, World } from "./world.ts";

const sealed = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true } as const;
const deadLetterRetention = Duration.days(14);
/** AWS asks for six times the function's timeout, so that no message comes back while it is being worked on. */
const visibilitySeconds = (name: QueueName): number => 6 * queueOf(name).timeoutSeconds;

/** Both queues are named, because each names the other: the way in, and the way back. */
const addQueue = (parent: Construct, name: QueueName): QueuePair => {
  const scope = new Construct(parent, `Queue-${name}`);
  const stack = Stack.of(scope);
  const queueName = `${stack.stackName}-${name}`;
  const sourceArn = stack.formatArn({
    service: "sqs",
    resource: queueName,
    arnFormat: ArnFormat.NO_RESOURCE_NAME,
  });
  const deadLetters = new Queue(scope, "DeadLetters", {
    ...sealed,
    queueName: `${queueName}-dead-letters`,
    retentionPeriod: deadLetterRetention,
    redriveAllowPolicy: { sourceQueues: [Queue.fromQueueArn(scope, "WayBack", sourceArn)] },
  });
  const queue = new Queue(scope, "Queue", {
    ...sealed,
    queueName,
    retentionPeriod: Duration.days(4),
    visibilityTimeout: Duration.seconds(visibilitySeconds(name)),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: queueOf(name).maxReceives },
  });
  return { queue, deadLetters };
};

/** Adds every queue of the manifest with its dead-letter queue. */
export const addQueues = (scope: Construct): Readonly<Record<QueueName, QueuePair>> => ({
  triage: addQueue(scope, "triage"),
  match: addQueue(scope, "match"),
  notify: addQueue(scope, "notify"),
  recheck: addQueue(scope, "recheck"),
  deadlines: addQueue(scope, "deadlines"),
  arrivals: addQueue(scope, "arrivals"),
});

/** Adds what hears each queue, with partial batch responses, and the alarms of both queues. */
export const addQueueDoors = (parent: Construct, world: World): void => {
  for (const name of namesOf(declared)) {
    const { queue, deadLetters } = world.queues[name];
    const { scope, lambda } = addDoorFunction(parent, world, { name, spec: queueSpec(name) });
    const { batchSize, impact, hearsOfFiles } = queueOf(name);
    if (hearsOfFiles) tellOfArrivals(scope, world.uploads, queue);
    lambda.addEventSource(new SqsEventSource(queue, { batchSize, reportBatchItemFailures: true }));
    const about = { impact, topic: world.alarmTopic };
    addDeadLetterAlarm(scope, deadLetters, about);
    // Older than two visibility timeouts: it has failed at least once, or nobody comes for it.
    addAlarm(scope, "OldestMessageAlarm", {
      ...about,
      metric: queue.metricApproximateAgeOfOldestMessage({ period: alarmPeriod, statistic: "Maximum" }),
      atLeast: 2 * visibilitySeconds(name),
    });
  }
};

/** Adds a queue for what a stream or a schedule could not do. */
export const addFailureQueue = (scope: Construct, id: string): Queue => {
  const queue = new Queue(scope, id, {
    ...sealed,
    retentionPeriod: deadLetterRetention,
    redriveAllowPolicy: { redrivePermission: RedrivePermission.DENY_ALL },
  });
  Validations.of(queue).acknowledge({
    id: "AwsSolutions-SQS3",
    reason: "This is itself where failures of a stream or a schedule go; an alarm sounds at the first one.",
  });
  return queue;
};
