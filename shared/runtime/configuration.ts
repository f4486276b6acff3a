import * as z from "zod";
import type { QueueName } from "../contract/workers.ts";

const address = z.url();

const Configuration = z.object({
  TABLE_NAME: z.string().min(1),
  MAIL_FROM: z.email(),
  PUBLIC_ADDRESS: address,
  AWS_REGION: z.string().min(1).default("eu-west-2"),
  /** Set on one machine only: where the database, the queues and the mail are. */
  DYNAMODB_ENDPOINT: address.optional(),
  SQS_ENDPOINT: address.optional(),
  SES_ENDPOINT: address.optional(),
  S3_ENDPOINT: address.optional(),
});
export type Configuration = z.infer<typeof Configuration>;

/** Reads the configuration from the environment, or says every name that is missing or wrong. */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const read = Configuration.safeParse(environment);
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The environment is not complete. ${faults.join("; ")}`);
}

/** The environment name that holds a queue's address, such as QUEUE_URL_TRIAGE. */
export const queueUrlName = (queue: QueueName): string => `QUEUE_URL_${queue.toUpperCase()}`;

/** The environment name that holds the bucket of files that brokers send. */
export const uploadsBucketName = "UPLOADS_BUCKET";
