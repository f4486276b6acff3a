import { Duration, Stack, Validations } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Function, type IDestination, Runtime, Tracing } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { registerKinds } from "../../shared/domain/schools/registerImport.ts";
import { uploadsBucketName } from "../../shared/runtime/configuration.ts";
import { registerAddressName } from "../../shared/runtime/registerAddresses.ts";
import type { FunctionName, FunctionSpec } from "./functionSpecs.ts";
import { tableStatements } from "./table.ts";
import { allowUploads } from "./uploads.ts";
import type { World } from "./world.ts";

/** One function, with a role and a log group that are its own. */
export interface DoorFunction {
  readonly scope: Construct;
  readonly lambda: Function;
  readonly logGroup: LogGroup;
}

interface DoorFunctionProps {
  readonly name: FunctionName;
  readonly spec: FunctionSpec;
  /** Whether API Gateway calls it, so that it must know the edge's requests from others. */
  readonly isBehindEdge?: boolean;
  readonly onFailure?: IDestination;
}

const addressesFor = (world: World, name: FunctionName): Record<string, string> =>
  name === "fetch"
    ? Object.fromEntries(
        registerKinds.map((kind) => [registerAddressName(kind), world.parameters.registerAddresses[kind]]),
      )
    : {};

/** What the pages are told: where the API is, and who signs people in. */
const environmentOfPages = ({ parameters, publicAddress, apiAddress }: World): Record<string, string> => ({
  PUBLIC_ADDRESS: publicAddress,
  API_ADDRESS: apiAddress,
  JWT_ISSUER: parameters.jwtIssuer,
  WEB_CLIENT_ID: parameters.webClientId,
  SIGN_IN_SCOPE: parameters.signInScope,
  NODE_OPTIONS: "--enable-source-maps",
});

const secretsOf = ({ originSecret, formerOriginSecret }: World["parameters"]): Record<string, string> => ({
  ORIGIN_SECRET: originSecret,
  FORMER_ORIGIN_SECRET: formerOriginSecret,
});

const environmentOf = (world: World, name: FunctionName, spec: FunctionSpec): Record<string, string> => ({
  ...addressesFor(world, name),
  ...(spec.uploads === "none" ? {} : { [uploadsBucketName]: world.uploads.bucketName }),
  TABLE_NAME: world.table.tableName,
  MAIL_FROM: world.parameters.mailFrom,
  PUBLIC_ADDRESS: world.publicAddress,
  NODE_OPTIONS: "--enable-source-maps",
  ...Object.fromEntries(
    spec.sendsTo.map((name) => [`QUEUE_URL_${name.toUpperCase()}`, world.queues[name].queue.queueUrl]),
  ),
});

const mailStatement = (scope: Construct, { mailIdentity, mailFrom }: World["parameters"]): PolicyStatement =>
  new PolicyStatement({
    actions: ["ses:SendEmail"],
    resources: [
      Stack.of(scope).formatArn({ service: "ses", resource: "identity", resourceName: mailIdentity }),
    ],
    conditions: { StringEquals: { "ses:FromAddress": mailFrom } },
  });

const rightsOf = (scope: Construct, world: World, spec: FunctionSpec): PolicyStatement[] => [
  ...tableStatements(world.table, spec.table),
  ...spec.sendsTo.map(
    (name) =>
      new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [world.queues[name].queue.queueArn] }),
  ),
  ...(spec.sendsMail ? [mailStatement(scope, world.parameters)] : []),
];

/** Adds the function of a door with the least rights its spec needs. */
export const addDoorFunction = (parent: Construct, world: World, props: DoorFunctionProps): DoorFunction => {
  const { name, spec } = props;
  const scope = new Construct(parent, `Function-${name}`);
  const logGroup = new LogGroup(scope, "Logs", { retention: RetentionDays.THREE_MONTHS });
  const role = new Role(scope, "Role", {
    assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
    description: `What the function ${name} may do`,
  });
  logGroup.grantWrite(role);
  for (const statement of rightsOf(scope, world, spec)) role.addToPolicy(statement);
  allowUploads(role, world.uploads, spec.uploads);
  const lambda = new Function(scope, "Function", {
    description: `Area Brokerage: ${name}`,
    code: world.codeOf(name),
    handler: "main.handler",
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: spec.memoryMegabytes,
    timeout: Duration.seconds(spec.timeoutSeconds),
    tracing: Tracing.ACTIVE,
    environment: {
      ...(name === "pages" ? environmentOfPages(world) : environmentOf(world, name, spec)),
      ...(props.isBehindEdge ? secretsOf(world.parameters) : {}),
    },
    logGroup,
    role,
    ...(props.onFailure ? { onFailure: props.onFailure, retryAttempts: 2 } : {}),
  });
  Validations.of(role).acknowledge({
    id: "AwsSolutions-IAM5[Resource::*]",
    reason:
      "X-Ray's PutTraceSegments and PutTelemetryRecords can be granted on no narrower resource; " +
      "a test holds that no other action stands in such a statement.",
  });
  return { scope, lambda, logGroup };
};
