import { type App, Validations } from "aws-cdk-lib";
import { Queue } from "aws-cdk-lib/aws-sqs";
import { AwsSolutionsChecks } from "cdk-nag";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { withStack } from "./synthesised.ts";

const findings = (app: App): string[] =>
  new AwsSolutionsChecks(app)
    .validateScope(app)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} at ${constructPath}`),
    );

/** Every acknowledged rule in an app, with its reason. */
const acknowledged = (app: App): [string, string][] =>
  app.node
    .findAll()
    .flatMap(({ node }) => node.metadata)
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data }) => Object.entries(z.record(z.string(), z.json()).parse(data)))
    .map(([id, reason]) => [id.replace(/^annotation::/i, ""), JSON.stringify(reason)]);

describe("cdk-nag's AWS Solutions rules", () => {
  test("find nothing that is not acknowledged", () => {
    expect(withStack((_, app) => findings(app))).toEqual([]);
  });

  test("would find a queue without dead letters and without encryption on the way", () => {
    const found = withStack((stack, app) => {
      new Queue(stack, "Careless");
      return findings(app);
    });
    expect(found).toEqual([
      "AwsSolutions-SQS3 at AreaBrokerage/Careless/Resource",
      "AwsSolutions-SQS4 at AreaBrokerage/Careless/Resource",
    ]);
  });

  test("are acknowledged in seven places only, each with a reason", () => {
    const all = withStack((_, app) => acknowledged(app));
    expect(new Set(all.map(([id]) => id.replace(/<Uploads\w+\.Arn>/, "<Uploads>")))).toEqual(
      new Set([
        "AwsSolutions-APIG4",
        "AwsSolutions-CFR1",
        "AwsSolutions-CFR3",
        "AwsSolutions-IAM5[Resource::*]",
        "AwsSolutions-IAM5[Resource::<Uploads>/*]",
        "AwsSolutions-S1",
        "AwsSolutions-SQS3",
      ]),
    );
    for (const [, reason] of all) expect(reason.length).toBeGreaterThan(40);
  });
});
