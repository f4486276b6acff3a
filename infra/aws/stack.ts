import { CfnOutput, Fn, Stack } from "aws-cdk-lib";
import type { Code } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { queues as declaredQueues } from "../../shared/contract/workers.ts";
import { addAlarmTopic } from "./alarms.ts";
import { addApi, addRouteDoors } from "./api.ts";
import { type FunctionName, namesOf } from "./functionSpecs.ts";
import { addStreamDoors } from "./outboxStream.ts";
import { addParameters } from "./parameters.ts";
import { addQueueDoors, addQueues } from "./queues.ts";
import { addScheduleDoors } from "./schedules.ts";
import { addTable } from "./table.ts";
import { addUploads } from "./uploads.ts";
import type { World } from "./world.ts";

/** The stack's name, and the first part of its queues' names. */
const stackName = "AreaBrokerage";

interface BrokerageProps {
  /** Where each function's code comes from: bundled for a deployment, a stand-in for a test. */
  readonly codeOf: (name: FunctionName) => Code;
}

const addOutputs = (stack: Stack, { publicAddress, apiAddress, table, alarmTopic, queues }: World): void => {
  const output = (id: string, value: string, description: string): CfnOutput =>
    new CfnOutput(stack, id, { value, description });
  output("PublicAddress", publicAddress, "Where the service answers");
  output("ApiDomain", Fn.select(2, Fn.split("/", apiAddress)), "What the edge stands in front of");
  output("TableName", table.tableName, "The one table");
  output("AlarmTopicArn", alarmTopic.topicArn, "Subscribe to this topic to hear the alarms");
  const wayBack = "Way back once the fault is mended: aws sqs start-message-move-task --source-arn <this>";
  for (const name of namesOf(declaredQueues)) {
    const title = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    output(`QueueUrl${title}`, queues[name].queue.queueUrl, `Queue ${name}`);
    output(`DeadLetters${title}`, queues[name].deadLetters.queueArn, wayBack);
  }
};

/** Adds the whole service to an app, door by door from the manifest. */
export const addBrokerageStack = (app: Construct, { codeOf }: BrokerageProps): Stack => {
  const stack = new Stack(app, stackName, {
    description: "Area Brokerage: brokers school-to-school support in an area",
  });
  const parameters = addParameters(stack);
  const api = addApi(stack, parameters);
  const world: World = {
    parameters,
    publicAddress: parameters.ownAddress,
    apiAddress: api.apiEndpoint,
    table: addTable(stack),
    queues: addQueues(stack),
    uploads: addUploads(stack),
    alarmTopic: addAlarmTopic(stack),
    codeOf,
  };
  addRouteDoors(api, world);
  addQueueDoors(stack, world);
  addStreamDoors(stack, world);
  addScheduleDoors(stack, world);
  addOutputs(stack, world);
  return stack;
};
