import { CfnOutput, CfnParameter, Stack } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { addOriginSecret } from "../parameters.ts";
import { addDistribution } from "./distribution.ts";
import { addEdgeLogs } from "./logs.ts";
import { addWebAcl } from "./webAcl.ts";

/** Adds what stands in front of the API: CloudFront with its firewall, in the one region that takes its parts. */
export const addEdgeStack = (app: Construct): Stack => {
  const stack = new Stack(app, "AreaBrokerageEdge", {
    description: "Area Brokerage: CloudFront with WAF in front of the API",
    env: { region: "us-east-1" },
  });
  const text = (id: string, description: string, allowedPattern: string): string =>
    new CfnParameter(stack, id, { type: "String", description, allowedPattern }).valueAsString;
  const webAcl = addWebAcl(stack);
  const distribution = addDistribution(stack, {
    webAcl,
    domain: text("OwnDomain", "OwnAddress without https://, such as brokerage.example.org", "^[a-z0-9.-]+$"),
    certificateArn: text(
      "CertificateArn",
      "Certificate of that domain in AWS Certificate Manager in us-east-1",
      "^arn:[a-z-]+:acm:us-east-1:[0-9]+:certificate/[a-z0-9-]+$",
    ),
    apiDomain: text("ApiDomain", "The output ApiDomain of the service's stack", "^[a-z0-9.-]+$"),
    originSecret: addOriginSecret(stack),
  });
  addEdgeLogs(stack, { webAcl, distribution });
  new CfnOutput(stack, "EdgeDomain", {
    value: distribution.distributionDomainName,
    description: "What the own domain is an alias of, in its DNS",
  });
  return stack;
};
