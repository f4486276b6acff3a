import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import type { Code } from "aws-cdk-lib/aws-lambda";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { QueueName } from "../../shared/contract/workers.ts";
import type { FunctionName } from "./functionSpecs.ts";
import type { Parameters } from "./parameters.ts";

/** A queue of the manifest and the one its failures go to. */
export interface QueuePair {
  readonly queue: Queue;
  readonly deadLetters: Queue;
}

/** What every door's resources are built on. */
export interface World {
  readonly parameters: Parameters;
  /** Where people reach the service: the base of every link in a letter. */
  readonly publicAddress: string;
  /** Where API Gateway answers, which takes only what comes through the edge. */
  readonly apiAddress: string;
  readonly table: TableV2;
  readonly queues: Readonly<Record<QueueName, QueuePair>>;
  /** Where files stand that brokers send. */
  readonly uploads: Bucket;
  readonly alarmTopic: ITopic;
  readonly codeOf: (name: FunctionName) => Code;
}
