import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { areas, type Route } from "../../shared/contract/door.ts";
import { routes } from "../../shared/contract/manifest.ts";
import { queues, schedules, streams } from "../../shared/contract/workers.ts";
import { compileRoutes, decodePath, matchRoute } from "../../infra/local/gateway/routes.ts";
import { type Page, pageDoors, pages } from "../../shared/contract/pages.ts";
import {
  allOf,
  functionNameOf,
  functionsByName,
  idIn,
  idsWithin,
  resourceOf,
  synthesised,
} from "./synthesised.ts";

const declaredRoutes = Object.values<Route>(routes);

const routeTarget = (target: unknown): string => {
  const [integration] = idsWithin(target);
  const uri = resourceOf(integration ?? "").properties["IntegrationUri"];
  return functionNameOf(idIn(uri));
};

const deployedRoutes = allOf("AWS::ApiGatewayV2::Route").map(({ properties }) => ({
  key: z.string().parse(properties["RouteKey"]),
  signedIn: properties["AuthorizationType"] === "JWT" && idIn(properties["AuthorizerId"]) !== "",
  opens: routeTarget(properties["Target"]),
}));

const mappings = allOf("AWS::Lambda::EventSourceMapping").map(({ properties }) => ({
  name: functionNameOf(idIn(properties["FunctionName"])),
  source: idIn(properties["EventSourceArn"]),
  properties,
}));

const deployedSchedules = allOf("AWS::Scheduler::Schedule").map(({ properties }) => {
  const target = z.record(z.string(), z.json()).parse(properties["Target"]);
  return {
    name: functionNameOf(idIn(target["Arn"])),
    expression: properties["ScheduleExpression"],
    timezone: properties["ScheduleExpressionTimezone"],
    target,
  };
});

const queueNamed = (name: string) =>
  allOf("AWS::SQS::Queue").find(({ properties }) => properties["QueueName"] === `AreaBrokerage-${name}`);

describe("every door of the manifest stands in the template, and no other", () => {
  test("routes open the function of their area, signed in unless the manifest says public, and pages their own", () => {
    const declared = declaredRoutes.map((route) => ({
      key: `${route.method} ${route.path}`,
      signedIn: route.roles !== "public",
      opens: String(route.area),
    }));
    const ofPages = pageDoors.map(({ method, path }) => ({
      key: `${method} ${path}`,
      signedIn: false,
      opens: "pages",
    }));
    expect(deployedRoutes.toSorted(byKey)).toEqual([...declared, ...ofPages].toSorted(byKey));
  });

  test("each page is opened by a route of pages, and by none of the API", () => {
    const gateway = compileRoutes([
      ...pageDoors.map((door) => ({ ...door, opens: "pages" })),
      ...declaredRoutes.map(({ method, path, area }) => ({ method, path, opens: area })),
    ]);
    for (const { path, methods } of Object.values<Page>(pages))
      for (const method of methods) {
        const address = path.replaceAll(/\{[^}]+\}/g, "one");
        const found = matchRoute(gateway, method, decodePath(address) ?? []);
        expect({ address, opens: found?.route.opens }).toEqual({ address, opens: "pages" });
      }
  });

  test("queues open the function of their name with the manifest's batch, time and number of tries", () => {
    const heard = mappings.filter(({ source }) => synthesised.Resources[source]?.Type === "AWS::SQS::Queue");
    expect(heard.map(({ name }) => name).toSorted()).toEqual(Object.keys(queues).toSorted());
    for (const [name, queue] of Object.entries(queues)) {
      const mapping = heard.find((each) => each.name === name);
      const deployed = queueNamed(name);
      expect(mapping?.source).toBe(deployed?.id);
      expect(mapping?.properties).toMatchObject({
        BatchSize: queue.batchSize,
        FunctionResponseTypes: ["ReportBatchItemFailures"],
      });
      expect(deployed?.properties).toMatchObject({
        VisibilityTimeout: 6 * queue.timeoutSeconds,
        RedrivePolicy: { maxReceiveCount: queue.maxReceives },
      });
      expect(functionsByName.get(name)?.properties["Timeout"]).toBe(queue.timeoutSeconds);
    }
  });

  test("the change stream opens its function for its kind of row alone, and drops no failure", () => {
    const heard = mappings.filter(({ source }) => synthesised.Resources[source]?.Type !== "AWS::SQS::Queue");
    expect(heard.map(({ name }) => name)).toEqual(Object.keys(streams));
    const pattern = '{"eventName":["INSERT"],"dynamodb":{"Keys":{"sk":{"S":[{"prefix":"evt_"}]}}}}';
    for (const { source, properties } of heard) {
      expect(synthesised.Resources[source]?.Type).toBe("AWS::DynamoDB::GlobalTable");
      expect(properties).toMatchObject({
        BisectBatchOnFunctionError: true,
        FilterCriteria: { Filters: [{ Pattern: pattern }] },
      });
      expect(idsWithin(properties["DestinationConfig"])).toHaveLength(1);
    }
  });

  test("schedules open the function of their name at the manifest's time, and drop no failure", () => {
    const declared = Object.entries(schedules).map(([name, { expression, timezone }]) => ({
      name,
      expression,
      timezone,
    }));
    const deployed = deployedSchedules.map(({ name, expression, timezone }) => ({
      name,
      expression,
      timezone,
    }));
    expect(deployed.toSorted(byNamed)).toEqual(declared.toSorted(byNamed));
    for (const { name, target } of deployedSchedules) {
      const [asynchronous] = allOf("AWS::Lambda::EventInvokeConfig").filter(
        ({ properties }) => functionNameOf(idIn(properties["FunctionName"])) === name,
      );
      expect(idsWithin(asynchronous?.properties["DestinationConfig"])).toEqual(
        idsWithin(target["DeadLetterConfig"]),
      );
    }
  });

  test("functions are one per area, queue, stream and schedule, and one for all pages", () => {
    const declared = ["pages", ...areas, ...Object.keys({ ...queues, ...streams, ...schedules })];
    expect([...functionsByName.keys()].toSorted()).toEqual(declared.toSorted());
    expect(new Set(declared).size).toBe(declared.length);
  });

  test("only this API may call the functions of its areas and pages, and nobody the others", () => {
    const [api] = allOf("AWS::ApiGatewayV2::Api");
    const callers = allOf("AWS::Lambda::Permission").map(({ properties }) => ({
      principal: properties["Principal"],
      opens: functionNameOf(idIn(properties["FunctionName"])),
      from: idsWithin(properties["SourceArn"]).filter((id) => id === api?.id),
    }));
    const allowed = ["pages", ...areas].map((area) => ({
      principal: "apigateway.amazonaws.com",
      opens: area,
      from: [api?.id],
    }));
    expect(callers.toSorted(byOpened)).toEqual(allowed.toSorted(byOpened));
  });

  test("a stack takes 500 resources, and there is room for another area of twenty routes", () => {
    expect(Object.keys(synthesised.Resources).length).toBeLessThan(500 - 40);
  });

  test("no folder of functions is left out of the stack", () => {
    const folders = readdirSync(join(import.meta.dirname, "..", "..", "functions"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    for (const folder of folders) expect([...functionsByName.keys()]).toContain(folder);
  });
});

function byKey(left: { key: string }, right: { key: string }): number {
  return left.key < right.key ? -1 : 1;
}

function byOpened(left: { opens: string }, right: { opens: string }): number {
  return left.opens < right.opens ? -1 : 1;
}

function byNamed(left: { name: string }, right: { name: string }): number {
  return left.name < right.name ? -1 : 1;
}
