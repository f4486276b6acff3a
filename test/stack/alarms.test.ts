import { Stack } from "aws-cdk-lib";
import { FilterPattern, LogGroup } from "aws-cdk-lib/aws-logs";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { addLogCount } from "../../infra/aws/alarms.ts";
import { areaFindings, areaImpact } from "../../infra/aws/impact.ts";
import type { Schedule } from "../../shared/contract/door.ts";
import { queues, schedules, streams } from "../../shared/contract/workers.ts";
import { pagesImpact } from "../../shared/contract/pages.ts";
import {
  allOf,
  functionsByName,
  idIn,
  idsWithin,
  resourceOf,
  synthesised,
  withStack,
} from "./synthesised.ts";

const Arn = z.object({ deadLetterTargetArn: z.json() });
const alarms = allOf("AWS::CloudWatch::Alarm").map(({ properties }) => ({
  impact: z.string().parse(properties["AlarmDescription"]),
  watches: idsWithin([properties["Dimensions"] ?? null, properties["Metrics"] ?? null]),
  metric: properties["MetricName"],
  properties,
}));
const watching = (id: string, metric: string) =>
  alarms.filter((alarm) => alarm.watches.includes(id) && alarm.metric === metric);
const allQueues = allOf("AWS::SQS::Queue").map(({ id, properties }) => ({
  id,
  properties,
  name: JSON.stringify(properties["QueueName"] ?? null),
}));
const sources = allQueues.filter(({ properties }) => properties["RedrivePolicy"] !== undefined);
const failureQueues = allQueues.filter(({ properties }) => properties["RedrivePolicy"] === undefined);

describe("failures", () => {
  test("each queue of the manifest has a queue for what failed that keeps it a fortnight", () => {
    expect(sources.map(({ name }) => name).toSorted()).toEqual(
      Object.keys(queues)
        .map((name) => `"AreaBrokerage-${name}"`)
        .toSorted(),
    );
    for (const { properties } of sources) {
      const deadLetters = resourceOf(idIn(Arn.parse(properties["RedrivePolicy"]).deadLetterTargetArn));
      expect(deadLetters.properties["MessageRetentionPeriod"]).toBe(14 * 86_400);
    }
  });

  test("each dead-letter queue takes from its own queue alone, and the outputs say the way back", () => {
    for (const { name, properties } of sources) {
      const { id, properties: dead } = resourceOf(
        idIn(Arn.parse(properties["RedrivePolicy"]).deadLetterTargetArn),
      );
      expect(JSON.stringify(dead["RedriveAllowPolicy"])).toContain(`:${name.slice(1)}`);
      const said = Object.values(synthesised.Outputs).filter(({ Value }) => idsWithin(Value).includes(id));
      expect(said.map(({ Description }) => Description).join()).toContain("start-message-move-task");
    }
  });

  test("every queue where failures land raises an alarm at the first one", () => {
    expect(failureQueues).toHaveLength(
      Object.keys(queues).length + Object.keys(streams).length + Object.keys(schedules).length,
    );
    for (const { id } of failureQueues) {
      const [alarm] = watching(id, "ApproximateNumberOfMessagesVisible");
      expect(alarm?.properties).toMatchObject({ Threshold: 1, TreatMissingData: "notBreaching" });
    }
  });

  test("every queue raises an alarm when its oldest message has missed two chances", () => {
    for (const { id, properties } of sources) {
      const [alarm] = watching(id, "ApproximateAgeOfOldestMessage");
      expect(alarm?.properties["Threshold"]).toBe(2 * Number(properties["VisibilityTimeout"]));
    }
  });

  test("every queue refuses what is not encrypted on the way, and encrypts what it keeps", () => {
    const policies = allOf("AWS::SQS::QueuePolicy");
    for (const { id, properties } of allQueues) {
      expect(properties["SqsManagedSseEnabled"]).toBe(true);
      const policy = policies.find((each) => idsWithin(each.properties["Queues"]).includes(id));
      expect(JSON.stringify(policy?.properties["PolicyDocument"])).toContain('"aws:SecureTransport":"false"');
    }
  });
});

describe("alarms", () => {
  test("each door has an alarm that says its impact sentence, and each alarm says a door's", () => {
    const doors = {
      ...areaImpact,
      pages: pagesImpact,
      ...Object.fromEntries(Object.values(areaFindings).map(({ code, impact }) => [code, impact])),
      ...impactsOf(queues),
      ...impactsOf(streams),
      ...impactsOf(schedules),
    };
    const said = new Set(alarms.map(({ impact }) => impact));
    expect([...said].toSorted()).toEqual(Object.values(doors).toSorted());
  });

  test("each area, stream and schedule, and the pages, raise an alarm when their function fails", () => {
    const names = ["pages", ...Object.keys({ ...areaImpact, ...streams, ...schedules })];
    for (const name of names) {
      const id = functionsByName.get(name)?.id ?? "";
      const watchers = alarms.filter(({ watches }) => watches.includes(id));
      expect(JSON.stringify(watchers.map(({ properties }) => properties))).toContain('"Errors"');
    }
  });

  test("an area's alarm also counts the faults its function answered itself", () => {
    const names = ["pages", ...Object.keys(areaImpact)].map((area) => `server-errors-${area}`);
    const filters = filtersNamed((name) => name.startsWith("server-errors-"));
    expect(filters.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
    for (const { pattern } of filters)
      expect(pattern).toBe('{ $.code = "request-served" && $.status >= 500 }');
    for (const name of names)
      expect(JSON.stringify(alarms.map(({ properties }) => properties))).toContain(`"${name}"`);
  });

  test("an area or a schedule has an alarm for the first log entry that people must see", () => {
    const areas = Object.values(areaFindings).map(({ code, impact }) => ({ alarmedBy: code, impact }));
    const ofSchedules = Object.values<Schedule>(schedules).flatMap(({ alarmedBy, impact }) =>
      alarmedBy === undefined ? [] : [{ alarmedBy, impact }],
    );
    const doors = [...areas, ...ofSchedules];
    expect(filtersNamed((name) => !name.startsWith("server-errors-"))).toEqual(
      doors.map(({ alarmedBy: name }) => ({ name, pattern: `{ $.code = "${name}" }` })),
    );
    for (const { alarmedBy: metric, impact } of doors)
      expect(alarms.filter((alarm) => alarm.metric === metric)).toMatchObject([
        { impact, properties: { Threshold: 1, TreatMissingData: "notBreaching" } },
      ]);
  });

  test("what a stack logs is counted under its own name, apart from another stack of the account", () => {
    const { namespace } = withStack((_, app) => {
      const trial = new Stack(app, "Trial");
      const pattern = FilterPattern.allEvents();
      return addLogCount(trial, "Logged", { logGroup: new LogGroup(trial, "Logs"), name: "logged", pattern });
    });
    expect(namespace).toBe("Trial");
  });

  test("the stream's alarm sounds when rows wait longer than the sweep does", () => {
    const [alarm] = watching(functionsByName.get("outbox")?.id ?? "", "IteratorAge");
    expect(alarm?.properties["Threshold"]).toBe(120_000);
  });

  test("every alarm tells the topic that people subscribe to", () => {
    const [topic] = allOf("AWS::SNS::Topic");
    for (const { properties } of alarms) expect(idsWithin(properties["AlarmActions"])).toEqual([topic?.id]);
  });
});

function filtersNamed(isWanted: (name: string) => boolean) {
  const Filter = z.object({
    FilterPattern: z.string(),
    MetricTransformations: z.tuple([z.object({ MetricName: z.string() })]),
  });
  return allOf("AWS::Logs::MetricFilter")
    .map(({ properties }) => Filter.parse(properties))
    .map(({ FilterPattern: pattern, MetricTransformations: [{ MetricName: name }] }) => ({ name, pattern }))
    .filter(({ name }) => isWanted(name));
}

function impactsOf(doors: Readonly<Record<string, { readonly impact: string }>>): Record<string, string> {
  return Object.fromEntries(Object.entries(doors).map(([name, { impact }]) => [name, impact]));
}
