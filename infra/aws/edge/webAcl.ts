import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import type { Construct } from "constructs";

/** Requests from one address in five minutes: ten a second, since the schools of a council share one. */
const mostFromOneAddress = 3000;

/**
 * Rules of the common set that only count. Forms carry more than 8 kB and files 4 MiB; what people write about a school
 * may look like an attack to a pattern, the service parses every body by a schema and every page escapes it. Issuers send
 * people back with codes of more than 2 kB in the query.
 */
const countedOnly = [
  "SizeRestrictions_BODY",
  "SizeRestrictions_QUERYSTRING",
  "CrossSiteScripting_BODY",
  "GenericLFI_BODY",
  "GenericRFI_BODY",
  "EC2MetaDataSSRF_BODY",
];

const seenAs = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  // Samples would keep requests whole, with tokens and what people wrote.
  sampledRequestsEnabled: false,
});

const rateRule: Omit<CfnWebACL.RuleProperty, "priority"> = {
  name: "rate",
  statement: {
    rateBasedStatement: { aggregateKeyType: "IP", evaluationWindowSec: 300, limit: mostFromOneAddress },
  },
  action: { block: { customResponse: { responseCode: 429 } } },
  visibilityConfig: seenAs("rate"),
};

const managed = (
  name: string,
  counted: readonly string[] = [],
): Omit<CfnWebACL.RuleProperty, "priority"> => ({
  name,
  statement: {
    managedRuleGroupStatement: {
      vendorName: "AWS",
      name,
      ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
  overrideAction: { none: {} },
  visibilityConfig: seenAs(name),
});

/** Adds the firewall: what floods, comes from known attackers or looks like a known attack goes no further. */
export const addWebAcl = (scope: Construct): CfnWebACL =>
  new CfnWebACL(scope, "WebAcl", {
    description: "In front of Area Brokerage",
    scope: "CLOUDFRONT",
    defaultAction: { allow: {} },
    visibilityConfig: seenAs("AreaBrokerageEdge"),
    rules: [
      managed("AWSManagedRulesAmazonIpReputationList"),
      rateRule,
      managed("AWSManagedRulesKnownBadInputsRuleSet"),
      managed("AWSManagedRulesCommonRuleSet", countedOnly),
    ].map((rule, priority) => ({ ...rule, priority })),
  });
