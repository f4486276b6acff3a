import { Duration, Stack, Validations } from "aws-cdk-lib";
import { Rule } from "aws-cdk-lib/aws-events";
import { SqsQueue } from "aws-cdk-lib/aws-events-targets";
import { PolicyStatement, type Role } from "aws-cdk-lib/aws-iam";
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { UploadAccess } from "./functionSpecs.ts";

/** Longer than a message that tells of a file may wait among the dead letters. */
const daysKept = 15;

function resourceOf(bucket: Bucket): CfnBucket {
  const resource = bucket.node.defaultChild;
  if (!(resource instanceof CfnBucket)) throw new Error("The bucket is made of something else");
  return resource;
}

/** Adds the private bucket to which brokers send files; it tells EventBridge of each that arrives. */
export const addUploads = (scope: Construct): Bucket => {
  const bucket = new Bucket(scope, "Uploads", {
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    lifecycleRules: [
      { expiration: Duration.days(daysKept), abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
  });
  // The construct's own setting would add a function with rights over every bucket.
  resourceOf(bucket).notificationConfiguration = {
    eventBridgeConfiguration: { eventBridgeEnabled: true },
  };
  Validations.of(bucket).acknowledge({
    id: "AwsSolutions-S1",
    reason:
      "Holds copies of public registers for two weeks. Who asked for which address stands in the trail, and nobody " +
      "but one function reads what was sent, so that access logs would be kept longer than what they are about.",
  });
  return bucket;
};

/** Tells a queue of each file that arrives. */
export const tellOfArrivals = (scope: Construct, bucket: Bucket, queue: IQueue): void =>
  void new Rule(scope, "FileArrived", {
    description: "A file arrived at an address that a broker asked for",
    eventPattern: {
      source: ["aws.s3"],
      detailType: ["Object Created"],
      detail: { bucket: { name: [bucket.bucketName] } },
    },
    targets: [new SqsQueue(queue)],
  });

const actionOn = { address: "s3:PutObject", read: "s3:GetObject" } as const;

/** Gives a role an access. An address is signed with the rights of the function that gives it out. */
export const allowUploads = (role: Role, bucket: Bucket, access: UploadAccess): void => {
  if (access === "none") return;
  const resources = [bucket.arnForObjects("*")];
  role.addToPolicy(new PolicyStatement({ actions: [actionOn[access]], resources }));
  // Without it a file that is not there could not be told from one that may not be read.
  if (access === "read")
    role.addToPolicy(new PolicyStatement({ actions: ["s3:ListBucket"], resources: [bucket.bucketArn] }));
  Validations.of(role).acknowledge({
    id: `AwsSolutions-IAM5[Resource::<${Stack.of(bucket).getLogicalId(resourceOf(bucket))}.Arn>/*]`,
    reason:
      "Keys are made while the service runs, one for each file, so that the bucket's files are the narrowest resource; " +
      "a test holds that one function may send and another read, and that neither may do more.",
  });
};
