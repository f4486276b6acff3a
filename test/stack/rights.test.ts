import { describe, expect, test } from "vitest";
import type { Route } from "../../shared/contract/door.ts";
import { routes } from "../../shared/contract/manifest.ts";
import { queues } from "../../shared/contract/workers.ts";
import {
  allOf,
  functionNamed,
  functionsByName,
  idIn,
  idsWithin,
  resourceOf,
  statementsOf,
  statementsOfRole,
} from "./synthesised.ts";

const names = [...functionsByName.keys()];
const allRoles = allOf("AWS::IAM::Role").map(({ id }) => id);
const actionsOf = (name: string): string[] => statementsOf(name).flatMap(({ Action }) => Action);
const tableActionsOf = (name: string): string[] =>
  actionsOf(name)
    .filter((action) => action.startsWith("dynamodb:") && !/Stream|Shard|Records/.test(action))
    .filter((action, position, all) => all.indexOf(action) === position)
    .toSorted();
const writing = ["BatchWriteItem", "ConditionCheckItem", "DeleteItem", "PutItem"].map(
  (each) => `dynamodb:${each}`,
);
const reading = ["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query"];

/** Actions that AWS lets nobody narrow to a resource. */
const unnarrowable = new Set(["xray:PutTraceSegments", "xray:PutTelemetryRecords"]);

const [uploads] = allOf("AWS::S3::Bucket");
/** Whether a resource is the files of the uploads bucket, and nothing else. */
const isOfFiles = (resource: unknown): boolean =>
  JSON.stringify(resource) ===
  JSON.stringify({ "Fn::Join": ["", [{ "Fn::GetAtt": [uploads?.id, "Arn"] }, "/*"]] });

const queueUrlNames = (name: string): string[] => {
  const environment = JSON.stringify(functionNamed(name).properties["Environment"]);
  return [...environment.matchAll(/QUEUE_URL_([A-Z]+)/g)].map(([, queue]) => (queue ?? "").toLowerCase());
};

describe("rights", () => {
  test("no policy has a wildcard in an action", () => {
    for (const role of allRoles)
      for (const { Action } of statementsOfRole(role)) expect(Action.join()).not.toContain("*");
  });

  test("no policy reaches every resource, but for tracing, which cannot be narrowed", () => {
    const everywhere = allRoles
      .flatMap(statementsOfRole)
      .filter(({ Resource }) => JSON.stringify(Resource).includes("*") && !isOfFiles(Resource))
      .flatMap(({ Action }) => Action);
    expect(new Set(everywhere)).toEqual(unnarrowable);
  });

  test("no policy denies by accident, none is inline and none is AWS's own", () => {
    for (const role of allOf("AWS::IAM::Role")) {
      expect(role.properties["ManagedPolicyArns"]).toBeUndefined();
      expect(role.properties["Policies"]).toBeUndefined();
      for (const { Effect } of statementsOfRole(role.id)) expect(Effect).toBe("Allow");
    }
  });

  test("nobody may scan the table, speak PartiQL to it, or touch its settings", () => {
    for (const name of names)
      for (const action of tableActionsOf(name)) expect([...reading, ...writing]).toContain(action);
  });

  test("each function has a role that is its own", () => {
    const roles = names.map((name) => idIn(functionNamed(name).properties["Role"]));
    expect(new Set(roles).size).toBe(names.length);
  });

  test("an area may write the table only if one of its routes changes something", () => {
    for (const [area, all] of Map.groupBy(Object.values<Route>(routes), (route) => route.area)) {
      const changes = all.some((route) => route.audit !== null);
      const open = all.every((route) => route.roles === "public");
      const expected = changes ? [...reading, ...writing] : open ? [] : reading;
      expect({ area, actions: tableActionsOf(area) }).toEqual({ area, actions: expected.toSorted() });
    }
  });

  test("the pages may do nothing but be traced: all else they ask the API as whoever reads them", () => {
    const allowed = actionsOf("pages").filter((action) => !action.startsWith("logs:"));
    expect(new Set(allowed)).toEqual(unnarrowable);
  });

  test("the publishers of events delete rows and write none; the hour writes nothing", () => {
    const removing = [...reading, "dynamodb:DeleteItem"].toSorted((a, b) => a.localeCompare(b));
    expect(tableActionsOf("outbox")).toEqual(removing);
    expect(tableActionsOf("sweep")).toEqual(removing);
    expect(tableActionsOf("hour")).toEqual(reading);
  });

  test("a function may send to exactly the queues whose addresses it is given", () => {
    for (const name of names) {
      const allowed = statementsOf(name)
        .filter(({ Action }) => Action.includes("sqs:SendMessage"))
        .flatMap(({ Resource }) => idsWithin(Resource))
        .map((id) => resourceOf(id).properties["QueueName"])
        .filter((queue) => typeof queue === "string");
      const given = queueUrlNames(name).map((queue) => `AreaBrokerage-${queue}`);
      expect({ name, queues: allowed.toSorted() }).toEqual({ name, queues: given.toSorted() });
    }
  });

  test("events can reach every queue that hears one, from the stream and from the sweep", () => {
    const hearing = Object.entries(queues)
      .filter(([, { hears }]) => hears.length > 0)
      .map(([name]) => name);
    expect(queueUrlNames("outbox")).toEqual(hearing);
    expect(queueUrlNames("sweep")).toEqual(hearing);
    expect(queueUrlNames("hour")).toEqual(["deadlines"]);
  });

  test("one function may give out addresses that take a file, another read files, and nobody more", () => {
    const allowed = names.flatMap((name) =>
      statementsOf(name)
        .filter(({ Action }) => Action.some((action) => action.startsWith("s3:")))
        .map(({ Action, Resource }) => ({ name, Action, ofFiles: isOfFiles(Resource) })),
    );
    expect(allowed).toEqual([
      { name: "uploads", Action: ["s3:PutObject"], ofFiles: true },
      { name: "arrivals", Action: ["s3:GetObject"], ofFiles: true },
      { name: "arrivals", Action: ["s3:ListBucket"], ofFiles: false },
    ]);
  });

  test("only the notifier may send mail, as the configured address of the configured identity", () => {
    const mailing = names.filter((name) => actionsOf(name).some((action) => action.startsWith("ses:")));
    expect(mailing).toEqual(["notify"]);
    const [statement] = statementsOf("notify").filter(({ Action }) => Action.includes("ses:SendEmail"));
    expect(idsWithin(statement?.Resource)).toContain("MailIdentity");
    expect(statement?.Condition).toEqual({ StringEquals: { "ses:FromAddress": { Ref: "MailFrom" } } });
  });
});
