import { Template } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { originSecretHeader } from "../../shared/runtime/edge.ts";
import { withStack } from "./synthesised.ts";

const { edge, region } = withStack((_stack, _app, stack) => ({
  edge: Template.fromStack(stack),
  region: stack.region,
}));
const Found = z.object({ Properties: z.record(z.string(), z.json()) });
/** The properties of every resource of a type. */
const allOf = (type: string) =>
  Object.values(edge.findResources(type)).map((found) => Found.parse(found).Properties);
const only = (type: string) => {
  const [found, ...others] = allOf(type);
  expect(others).toEqual([]);
  return found;
};
const config = only("AWS::CloudFront::Distribution")?.["DistributionConfig"];

const Rule = z.object({
  Name: z.string(),
  Priority: z.int(),
  Action: z.json().optional(),
  OverrideAction: z.json().optional(),
  Statement: z.object({
    RateBasedStatement: z.json().optional(),
    ManagedRuleGroupStatement: z
      .object({
        RuleActionOverrides: z.array(z.object({ Name: z.string(), ActionToUse: z.json() })).default([]),
      })
      .optional(),
  }),
});
const webAcl = only("AWS::WAFv2::WebACL");
const rules = z.array(Rule).parse(webAcl?.["Rules"]);

describe("the edge", () => {
  test("stands in the one region that takes a firewall of CloudFront, with no made-up value", () => {
    expect(region).toBe("us-east-1");
    expect(webAcl).toMatchObject({ Scope: "CLOUDFRONT" });
    // The bootstrap's version is a parameter of CDK's own.
    const told = Object.values(edge.findParameters("*", { Type: "String" }));
    for (const parameter of told) expect(parameter).toMatchObject({ AllowedPattern: expect.any(String) });
    const secret = edge.findParameters("OriginSecret")["OriginSecret"];
    expect(secret).toMatchObject({ NoEcho: true });
    expect(secret).not.toHaveProperty("Default");
  });

  test("answers at its own domain over TLS 1.2 and nothing older, behind the firewall", () => {
    expect(config).toMatchObject({
      Aliases: [{ Ref: "OwnDomain" }],
      ViewerCertificate: {
        AcmCertificateArn: { Ref: "CertificateArn" },
        MinimumProtocolVersion: "TLSv1.2_2021",
        SslSupportMethod: "sni-only",
      },
      WebACLId: { "Fn::GetAtt": [expect.stringContaining("WebAcl"), "Arn"] },
    });
  });

  test("asks the API over TLS 1.2 and shows it the secret", () => {
    expect(config).toMatchObject({
      Origins: [
        {
          DomainName: { Ref: "ApiDomain" },
          CustomOriginConfig: { OriginProtocolPolicy: "https-only", OriginSSLProtocols: ["TLSv1.2"] },
          OriginCustomHeaders: [{ HeaderName: originSecretHeader, HeaderValue: { Ref: "OriginSecret" } }],
        },
      ],
    });
  });

  test("keeps no answer, takes every method, and hands everything on but the host", () => {
    expect(config).toMatchObject({
      // AWS's own policies: CachingDisabled and AllViewerExceptHostHeader.
      DefaultCacheBehavior: {
        CachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
        OriginRequestPolicyId: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
        AllowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"],
        ViewerProtocolPolicy: "redirect-to-https",
      },
    });
    expect(config).not.toHaveProperty("CacheBehaviors");
  });

  test("adds safe headers to answers without them, and leaves those of pages and routes", () => {
    const kept = { Override: false };
    expect(only("AWS::CloudFront::ResponseHeadersPolicy")).toMatchObject({
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: {
          ContentSecurityPolicy: kept,
          StrictTransportSecurity: { ...kept, AccessControlMaxAgeSec: 63_072_000 },
          FrameOptions: kept,
          ContentTypeOptions: {},
        },
      },
    });
  });
});

describe("the firewall", () => {
  test("knows bad addresses, floods, known bad inputs and common attacks, in this order, and blocks them", () => {
    expect(rules.toSorted((a, b) => a.Priority - b.Priority).map(({ Name }) => Name)).toEqual([
      "AWSManagedRulesAmazonIpReputationList",
      "rate",
      "AWSManagedRulesKnownBadInputsRuleSet",
      "AWSManagedRulesCommonRuleSet",
    ]);
    for (const { Name, Action, OverrideAction } of rules)
      expect(Name === "rate" ? Action : OverrideAction).toEqual(
        Name === "rate" ? { Block: { CustomResponse: { ResponseCode: 429 } } } : { None: {} },
      );
  });

  test("blocks nothing for the size of its body or query, nor for what people write", () => {
    const counted = rules.flatMap(
      ({ Statement }) => Statement.ManagedRuleGroupStatement?.RuleActionOverrides ?? [],
    );
    expect(counted.map(({ Name }) => Name).toSorted()).toEqual([
      "CrossSiteScripting_BODY",
      "EC2MetaDataSSRF_BODY",
      "GenericLFI_BODY",
      "GenericRFI_BODY",
      "SizeRestrictions_BODY",
      "SizeRestrictions_QUERYSTRING",
    ]);
    for (const { ActionToUse } of counted) expect(ActionToUse).toEqual({ Count: {} });
  });

  test("keeps no samples, and logs what it found without tokens, cookies and queries, for a month", () => {
    expect(JSON.stringify(webAcl)).not.toContain('"SampledRequestsEnabled":true');
    expect(allOf("AWS::Logs::LogGroup")).toContainEqual({
      LogGroupName: "aws-waf-logs-AreaBrokerageEdge",
      RetentionInDays: 30,
    });
    expect(only("AWS::WAFv2::LoggingConfiguration")).toMatchObject({
      RedactedFields: [
        { SingleHeader: { Name: "authorization" } },
        { SingleHeader: { Name: "cookie" } },
        { QueryString: {} },
      ],
      LoggingFilter: { DefaultBehavior: "DROP" },
    });
  });
});

describe("access logs of the edge", () => {
  test("hold each answer, and neither who asked nor for what", () => {
    expect(only("AWS::Logs::DeliverySource")).toMatchObject({ LogType: "ACCESS_LOGS" });
    const fields = z.array(z.string()).parse(only("AWS::Logs::Delivery")?.["RecordFields"]);
    expect(fields).toContain("sc-status");
    expect(fields.join(" ")).not.toMatch(/c-ip|c-port|uri|cookie|user-agent|referer|forwarded/i);
  });

  test("stand, like the firewall's, in groups that do not name their streams", () => {
    const all = [only("AWS::Logs::DeliveryDestination"), only("AWS::WAFv2::LoggingConfiguration")];
    for (const each of all) expect(JSON.stringify(each)).toContain(":log-group:");
    expect(JSON.stringify(all)).not.toContain(":*");
  });
});
