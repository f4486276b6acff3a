import { describe, expect, test } from "vitest";
import * as z from "zod";
import { areas, type Queue } from "../../shared/contract/door.ts";
import { queues } from "../../shared/contract/workers.ts";
import { tableShape } from "../../shared/store/tableShape.ts";
import { allOf, functionNamed, functionsByName, idsWithin, resourceOf, synthesised } from "./synthesised.ts";

describe("what runs and what is kept", () => {
  test("each function keeps its own log for a stated time, is traced, and runs on Node 24 and arm64", () => {
    const logs = new Set<string>();
    for (const { properties } of functionsByName.values()) {
      const log = idsWithin(properties["LoggingConfig"])[0] ?? "";
      logs.add(log);
      expect(resourceOf(log).properties["RetentionInDays"]).toBe(90);
      expect(properties).toMatchObject({
        Runtime: "nodejs24.x",
        Architectures: ["arm64"],
        TracingConfig: { Mode: "Active" },
        Handler: "main.handler",
      });
    }
    expect(logs.size).toBe(functionsByName.size);
  });

  test("each function is told what the service reads from its environment", () => {
    const always = {
      PUBLIC_ADDRESS: { Ref: "OwnAddress" },
      NODE_OPTIONS: "--enable-source-maps",
    };
    const ofTheEdge = {
      ORIGIN_SECRET: { Ref: "OriginSecret" },
      FORMER_ORIGIN_SECRET: { Ref: "FormerOriginSecret" },
    };
    const ofTheTable = { TABLE_NAME: { Ref: expect.any(String) }, MAIL_FROM: { Ref: "MailFrom" } };
    for (const area of areas)
      expect(functionNamed(area).properties["Environment"]).toMatchObject({ Variables: ofTheEdge });
    const others = [...functionsByName].filter(([name]) => name !== "pages");
    for (const [, { properties }] of others)
      expect(properties["Environment"]).toMatchObject({ Variables: { ...always, ...ofTheTable } });
    expect(functionNamed("pages").properties["Environment"]).toEqual({
      Variables: {
        ...always,
        ...ofTheEdge,
        API_ADDRESS: { "Fn::GetAtt": [expect.any(String), "ApiEndpoint"] },
        JWT_ISSUER: { Ref: "JwtIssuer" },
        WEB_CLIENT_ID: { Ref: "WebClientId" },
        SIGN_IN_SCOPE: { Ref: "SignInScope" },
      },
    });
  });

  test("the table has the store's shape, its stream, its backups, and outlives the stack", () => {
    const [table] = allOf("AWS::DynamoDB::GlobalTable");
    const keys = (partitionKey: string, sortKey: string) => [
      { AttributeName: partitionKey, KeyType: "HASH" },
      { AttributeName: sortKey, KeyType: "RANGE" },
    ];
    expect(table?.properties).toMatchObject({
      KeySchema: keys(tableShape.partitionKey, tableShape.sortKey),
      GlobalSecondaryIndexes: tableShape.indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keys(index.partitionKey, index.sortKey),
        Projection: { ProjectionType: "KEYS_ONLY" },
      })),
      TimeToLiveSpecification: { AttributeName: tableShape.timeToLive, Enabled: true },
      BillingMode: "PAY_PER_REQUEST",
      StreamSpecification: { StreamViewType: "KEYS_ONLY" },
      Replicas: [
        {
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        },
      ],
    });
  });

  test("the bucket of uploads is private, encrypted, shut to plain HTTP, and outlives every dead letter", () => {
    const [bucket, ...others] = allOf("AWS::S3::Bucket");
    expect(others).toEqual([]);
    expect(bucket?.properties).toMatchObject({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] },
      LifecycleConfiguration: { Rules: [{ ExpirationInDays: 15, Status: "Enabled" }] },
    });
    const [policy] = allOf("AWS::S3::BucketPolicy");
    const statements = z
      .object({ Statement: z.array(z.object({ Effect: z.string(), Condition: z.json().optional() })) })
      .parse(policy?.properties["PolicyDocument"]).Statement;
    expect(statements.map(({ Effect }) => Effect)).toEqual(statements.map(() => "Deny"));
    expect(statements).toContainEqual({
      Effect: "Deny",
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    });
  });

  test("each file that arrives in it is told to the queues that hear of files", () => {
    const [bucket] = allOf("AWS::S3::Bucket");
    expect(bucket?.properties["NotificationConfiguration"]).toEqual({
      EventBridgeConfiguration: { EventBridgeEnabled: true },
    });
    const rules = allOf("AWS::Events::Rule");
    expect(rules.map(({ properties }) => properties["EventPattern"])).toEqual([
      {
        source: ["aws.s3"],
        "detail-type": ["Object Created"],
        detail: { bucket: { name: [{ Ref: bucket?.id }] } },
      },
    ]);
    const hearers = Object.entries<Queue>(queues).filter(([, { hearsOfFiles }]) => hearsOfFiles);
    const told = rules.flatMap(({ properties }) => idsWithin(properties["Targets"]));
    expect(told.map((id) => resourceOf(id).properties["QueueName"])).toEqual(
      hearers.map(([name]) => `AreaBrokerage-${name}`),
    );
  });

  test("the API takes tokens of the configured issuer alone, is throttled and logged, and has no CORS", () => {
    const [authorizer] = allOf("AWS::ApiGatewayV2::Authorizer");
    expect(authorizer?.properties["JwtConfiguration"]).toEqual({
      Audience: [{ Ref: "JwtAudience" }],
      Issuer: { Ref: "JwtIssuer" },
    });
    const [stage] = allOf("AWS::ApiGatewayV2::Stage");
    expect(stage?.properties).toMatchObject({
      DefaultRouteSettings: { ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 },
    });
    expect(idsWithin(stage?.properties["AccessLogSettings"])).toHaveLength(1);
    expect(JSON.stringify(stage?.properties)).not.toMatch(/sourceIp|userAgent|context\.path/);
    expect(allOf("AWS::ApiGatewayV2::Api")[0]?.properties["CorsConfiguration"]).toBeUndefined();
  });

  test("nothing that a deployment must be told has a made-up default", () => {
    for (const name of [
      "JwtIssuer",
      "JwtAudience",
      "WebClientId",
      "MailFrom",
      "MailIdentity",
      "OwnAddress",
      "OriginSecret",
    ]) {
      expect(synthesised.Parameters[name]).toHaveProperty("AllowedPattern");
      expect(synthesised.Parameters[name]).not.toHaveProperty("Default");
    }
  });
});
