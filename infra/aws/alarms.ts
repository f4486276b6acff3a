import { Aws, Duration, Stack } from "aws-cdk-lib";
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  type Metric,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { FilterPattern, type IFilterPattern, type ILogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { type ITopic, Topic } from "aws-cdk-lib/aws-sns";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { LogEvent } from "../../shared/runtime/log.ts";

interface AlarmProps {
  readonly metric: IMetric;
  readonly atLeast: number;
  readonly impact: string;
  readonly topic: ITopic;
}

/** The period over which alarms look. */
export const alarmPeriod = Duration.minutes(5);

/** Adds the topic that every alarm speaks to; people subscribe to it by hand. */
export const addAlarmTopic = (scope: Construct): Topic => {
  const topic = new Topic(scope, "Alarms", { displayName: "Area Brokerage alarms", enforceSSL: true });
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
      actions: ["sns:Publish"],
      resources: [topic.topicArn],
      conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
    }),
  );
  return topic;
};

/** Adds an alarm that says what people lose; silence is not a fault. */
export const addAlarm = (scope: Construct, id: string, props: AlarmProps): void => {
  const alarm = new Alarm(scope, id, {
    alarmDescription: props.impact,
    metric: props.metric,
    threshold: props.atLeast,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  alarm.addAlarmAction(new SnsAction(props.topic));
};

/** Adds the alarm of a queue of what failed: one message is enough. */
export const addDeadLetterAlarm = (
  scope: Construct,
  queue: IQueue,
  about: { readonly impact: string; readonly topic: ITopic },
): void =>
  addAlarm(scope, "DeadLettersAlarm", {
    ...about,
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: alarmPeriod, statistic: "Maximum" }),
    atLeast: 1,
  });

interface LogEntries {
  readonly logGroup: ILogGroup;
  readonly name: string;
  readonly pattern: IFilterPattern;
}

/** Counts log entries under the name of the stack: two of one account do not sound each other's alarms. */
export const addLogCount = (scope: Construct, id: string, { logGroup, name, pattern }: LogEntries): Metric =>
  new MetricFilter(scope, id, {
    logGroup,
    metricNamespace: Stack.of(scope).stackName,
    metricName: name,
    filterPattern: pattern,
  }).metric({ statistic: "Sum", period: alarmPeriod });

/** Adds the alarm of a log entry that people must see: one is enough. */
export const addLogAlarm = (
  scope: Construct,
  { logGroup, code }: { readonly logGroup: ILogGroup; readonly code: LogEvent["code"] },
  about: { readonly impact: string; readonly topic: ITopic },
): void =>
  addAlarm(scope, "LogAlarm", {
    ...about,
    metric: addLogCount(scope, "Logged", {
      logGroup,
      name: code,
      pattern: FilterPattern.stringValue("$.code", "=", code),
    }),
    atLeast: 1,
  });
