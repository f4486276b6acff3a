import { ArnFormat, Names, RemovalPolicy, Stack } from "aws-cdk-lib";
import type { Distribution } from "aws-cdk-lib/aws-cloudfront";
import {
  CfnDelivery,
  CfnDeliveryDestination,
  CfnDeliverySource,
  LogGroup,
  RetentionDays,
} from "aws-cdk-lib/aws-logs";
import { CfnLoggingConfiguration, type CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import type { Construct } from "constructs";

/** When what was answered and how fast: no address, no path with ids in it, no query, no cookie. */
const recordFields = [
  "date",
  "time",
  "x-edge-location",
  "x-edge-request-id",
  "cs-method",
  "cs-protocol",
  "cs-protocol-version",
  "ssl-protocol",
  "cs-bytes",
  "sc-bytes",
  "sc-status",
  "x-edge-detailed-result-type",
  "time-taken",
  "origin-fbl",
];

/** A group's address without the `:*` of its streams, which neither WAF nor a delivery takes. */
const arnOf = (group: LogGroup): string =>
  Stack.of(group).formatArn({
    service: "logs",
    resource: "log-group",
    resourceName: group.logGroupName,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

const addAccessLogs = (scope: Construct, distribution: Distribution): void => {
  const group = new LogGroup(scope, "AccessLogs", { retention: RetentionDays.THREE_MONTHS });
  const name = `${Names.uniqueResourceName(group, { maxLength: 40, separator: "-" })}-delivery`;
  const source = new CfnDeliverySource(scope, "AccessLogSource", {
    name,
    logType: "ACCESS_LOGS",
    resourceArn: distribution.distributionArn,
  });
  const destination = new CfnDeliveryDestination(scope, "AccessLogDestination", {
    name,
    outputFormat: "json",
    destinationResourceArn: arnOf(group),
  });
  const delivery = new CfnDelivery(scope, "AccessLogDelivery", {
    deliverySourceName: source.ref,
    deliveryDestinationArn: destination.attrArn,
    recordFields,
  });
  delivery.addResourceDependency(source);
};

/** Keeps what the firewall blocked or counted for a month: its records hold addresses and paths, and no secrets. */
const addFirewallLogs = (scope: Construct, webAcl: CfnWebACL): void => {
  const group = new LogGroup(scope, "FirewallLogs", {
    // WAF writes to no group whose name begins otherwise.
    logGroupName: `aws-waf-logs-${Stack.of(scope).stackName}`,
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const isOf = (action: string) => ({ ActionCondition: { Action: action } });
  new CfnLoggingConfiguration(scope, "FirewallLogging", {
    resourceArn: webAcl.attrArn,
    logDestinationConfigs: [arnOf(group)],
    redactedFields: [
      { singleHeader: { Name: "authorization" } },
      { singleHeader: { Name: "cookie" } },
      { queryString: {} },
    ],
    loggingFilter: {
      DefaultBehavior: "DROP",
      Filters: [
        {
          Behavior: "KEEP",
          Requirement: "MEETS_ANY",
          Conditions: ["BLOCK", "COUNT", "EXCLUDED_AS_COUNT"].map(isOf),
        },
      ],
    },
  });
};

/** Adds what the edge logs: each answer without who asked, and in full only what the firewall found. */
export const addEdgeLogs = (
  scope: Construct,
  { webAcl, distribution }: { readonly webAcl: CfnWebACL; readonly distribution: Distribution },
): void => {
  addAccessLogs(scope, distribution);
  addFirewallLogs(scope, webAcl);
};
