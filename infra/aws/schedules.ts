import { Aws, Duration } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import { CfnSchedule } from "aws-cdk-lib/aws-scheduler";
import { Construct } from "constructs";
import { type ScheduleName, schedules } from "../../shared/contract/workers.ts";
import { addAlarm, addDeadLetterAlarm, addLogAlarm, alarmPeriod } from "./alarms.ts";
import { addDoorFunction } from "./doorFunction.ts";
import { namesOf, scheduleSpec } from "./functionSpecs.ts";
import { addFailureQueue } from "./queues.ts";
import type { World } from "./world.ts";

/** A tick that cannot be delivered within the hour is given up: the next one does its work as well. */
const retryPolicy = { maximumEventAgeInSeconds: Duration.hours(1).toSeconds(), maximumRetryAttempts: 10 };

const addScheduleDoor = (parent: Construct, world: World, name: ScheduleName): void => {
  const { expression, timezone, impact, ...door } = schedules[name];
  const scope = new Construct(parent, `Schedule-${name}`);
  const failures = addFailureQueue(scope, "Failures");
  // The scheduler's own dead letters are calls it could not make; the function's are calls that failed.
  const onFailure = new SqsDestination(failures);
  const { lambda, logGroup } = addDoorFunction(parent, world, { name, spec: scheduleSpec(name), onFailure });
  const role = new Role(scope, "Role", {
    assumedBy: new ServicePrincipal("scheduler.amazonaws.com", {
      conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
    }),
    description: `Lets the schedule ${name} call its function`,
  });
  role.addToPolicy(
    new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [lambda.functionArn] }),
  );
  role.addToPolicy(new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [failures.queueArn] }));
  const schedule = new CfnSchedule(scope, "Schedule", {
    description: `Area Brokerage: ${name}`,
    scheduleExpression: expression,
    scheduleExpressionTimezone: timezone,
    flexibleTimeWindow: { mode: "OFF" },
    target: {
      arn: lambda.functionArn,
      roleArn: role.roleArn,
      deadLetterConfig: { arn: failures.queueArn },
      retryPolicy,
    },
  });
  // Without its rights in place the first tick would be refused.
  schedule.node.addDependency(role);
  const about = { impact, topic: world.alarmTopic };
  addDeadLetterAlarm(scope, failures, about);
  addAlarm(scope, "ErrorsAlarm", {
    ...about,
    metric: lambda.metricErrors({ period: alarmPeriod }),
    atLeast: 1,
  });
  if ("alarmedBy" in door) addLogAlarm(scope, { logGroup, code: door.alarmedBy }, about);
};

/** Adds what each schedule of the manifest opens. */
export const addScheduleDoors = (scope: Construct, world: World): void => {
  for (const name of namesOf(schedules)) addScheduleDoor(scope, world, name);
};
