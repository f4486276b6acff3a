import { Validations } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpJwtAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { MathExpression } from "aws-cdk-lib/aws-cloudwatch";
import { FilterPattern, LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { type Area, areas, type Method } from "../../shared/contract/door.ts";
import { pageDoors, pagesImpact } from "../../shared/contract/pages.ts";
import { addAlarm, addLogAlarm, addLogCount, alarmPeriod } from "./alarms.ts";
import { addDoorFunction, type DoorFunction } from "./doorFunction.ts";
import { areaSpec, type FunctionName, pagesSpec, routesOf } from "./functionSpecs.ts";
import { areaFindings, areaImpact } from "./impact.ts";
import type { Parameters } from "./parameters.ts";
import type { World } from "./world.ts";

/** Ten times the load a nation of partnerships is expected to make, and still a ceiling on cost. */
const throttle = { rateLimit: 200, burstLimit: 400 };

const methods = { GET: HttpMethod.GET, POST: HttpMethod.POST, PUT: HttpMethod.PUT } as const satisfies Record<
  Method,
  HttpMethod
>;

/** Says which route answered what and how fast; no address, no path with ids in it, no person. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: "$context.requestId",
    routeKey: "$context.routeKey",
    status: "$context.status",
    responseLength: "$context.responseLength",
    responseMilliseconds: "$context.responseLatency",
    integrationStatus: "$context.integration.status",
    integrationError: "$context.integrationErrorMessage",
    authorizerError: "$context.authorizer.error",
  }),
);

/** Counts crashes and time-outs, and the answers of 500 and above that the function itself gave and logged. */
const addErrorsAlarm = (
  { name, impact }: { readonly name: FunctionName; readonly impact: string },
  { scope, lambda, logGroup }: DoorFunction,
  world: World,
): void => {
  const answers = addLogCount(scope, "ServerErrors", {
    logGroup,
    name: `server-errors-${name}`,
    pattern: FilterPattern.literal('{ $.code = "request-served" && $.status >= 500 }'),
  });
  addAlarm(scope, "ErrorsAlarm", {
    topic: world.alarmTopic,
    impact,
    atLeast: 1,
    metric: new MathExpression({
      label: `errors of ${name}`,
      expression: "FILL(crashes, 0) + FILL(answers, 0)",
      usingMetrics: { crashes: lambda.metricErrors({ period: alarmPeriod }), answers },
      period: alarmPeriod,
    }),
  });
};

const addArea = (api: HttpApi, area: Area, world: World): void => {
  const door = addDoorFunction(api, world, { name: area, spec: areaSpec(area), isBehindEdge: true });
  // A permission for each route would double what a route costs of a stack's 500 resources.
  const integration = new HttpLambdaIntegration(`Area-${area}`, door.lambda, {
    scopePermissionToRoute: false,
  });
  for (const route of routesOf(area)) {
    const isPublic = route.roles === "public";
    const added = api.addRoutes({
      path: route.path,
      methods: [methods[route.method]],
      integration,
      ...(isPublic ? { authorizer: new HttpNoneAuthorizer() } : {}),
    });
    if (isPublic)
      for (const each of added)
        Validations.of(each).acknowledge({
          id: "AwsSolutions-APIG4",
          reason: "The manifest declares this route public: it shows nothing of any partnership.",
        });
  }
  addErrorsAlarm({ name: area, impact: areaImpact[area] }, door, world);
  const found = areaFindings[area];
  const entry = found && { logGroup: door.logGroup, code: found.code };
  if (entry) addLogAlarm(door.scope, entry, { impact: found.impact, topic: world.alarmTopic });
};

const addPages = (api: HttpApi, world: World): void => {
  const door = addDoorFunction(api, world, { name: "pages", spec: pagesSpec, isBehindEdge: true });
  const integration = new HttpLambdaIntegration("Pages", door.lambda, { scopePermissionToRoute: false });
  for (const { method, path } of pageDoors) {
    const added = api.addRoutes({
      path,
      methods: [methods[method]],
      integration,
      authorizer: new HttpNoneAuthorizer(),
    });
    for (const each of added)
      Validations.of(each).acknowledge({
        id: "AwsSolutions-APIG4",
        reason:
          "A page has no rights of its own: what it shows it asks the API, with its reader's own token.",
      });
  }
  addErrorsAlarm({ name: "pages", impact: pagesImpact }, door, world);
};

/** Adds the HTTP API and its stage: a signed-in caller by default, throttled, logged, no CORS. */
export const addApi = (scope: Construct, { jwtIssuer, jwtAudience }: Parameters): HttpApi => {
  const api = new HttpApi(scope, "Api", {
    description: "Area Brokerage",
    createDefaultStage: false,
    defaultAuthorizer: new HttpJwtAuthorizer("SignIn", jwtIssuer, { jwtAudience: [jwtAudience] }),
  });
  const accessLogs = new LogGroup(api, "AccessLogs", { retention: RetentionDays.THREE_MONTHS });
  new HttpStage(api, "Stage", {
    httpApi: api,
    stageName: "$default",
    autoDeploy: true,
    throttle,
    accessLogSettings: { destination: new LogGroupLogDestination(accessLogs), format: accessLogFormat },
  });
  return api;
};

/** Adds one function per area and one for all pages, and every route of the manifest, and those of pages, to them. */
export const addRouteDoors = (api: HttpApi, world: World): void => {
  for (const area of areas) addArea(api, area, world);
  addPages(api, world);
};
