import { Duration } from "aws-cdk-lib";
import { FilterCriteria, FilterRule, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import type { Construct } from "constructs";
import { streams } from "../../shared/contract/workers.ts";
import { addAlarm, addDeadLetterAlarm, alarmPeriod } from "./alarms.ts";
import { addDoorFunction } from "./doorFunction.ts";
import { namesOf, type StreamName, streamSpec } from "./functionSpecs.ts";
import { addFailureQueue } from "./queues.ts";
import type { World } from "./world.ts";

/** Past this age the sweep publishes what the stream has not. */
const sweepTakesOverSeconds = 120;

const addStreamDoor = (parent: Construct, world: World, name: StreamName): void => {
  const { sortKeysBegin, impact } = streams[name];
  const { scope, lambda } = addDoorFunction(parent, world, { name, spec: streamSpec(name) });
  const failures = addFailureQueue(scope, "Failures");
  const eventSourceArn = world.table.tableStreamArn;
  if (eventSourceArn === undefined) throw new Error("The table has no change stream");
  world.table.grantStreamRead(lambda);
  lambda.addEventSourceMapping("Stream", {
    eventSourceArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 100,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    retryAttempts: 5,
    maxRecordAge: Duration.hours(1),
    onFailure: new SqsDlq(failures),
    filters: [
      FilterCriteria.filter({
        eventName: FilterRule.isEqual("INSERT"),
        dynamodb: { Keys: { sk: { S: FilterRule.beginsWith(sortKeysBegin) } } },
      }),
    ],
  });
  const about = { impact, topic: world.alarmTopic };
  addDeadLetterAlarm(scope, failures, about);
  addAlarm(scope, "ErrorsAlarm", {
    ...about,
    metric: lambda.metricErrors({ period: alarmPeriod }),
    atLeast: 1,
  });
  addAlarm(scope, "IteratorAgeAlarm", {
    ...about,
    metric: lambda.metric("IteratorAge", { period: alarmPeriod, statistic: "Maximum" }),
    atLeast: sweepTakesOverSeconds * 1000,
  });
};

/** Adds what hears each kind of row in the table's change stream. */
export const addStreamDoors = (scope: Construct, world: World): void => {
  for (const name of namesOf(streams)) addStreamDoor(scope, world, name);
};
