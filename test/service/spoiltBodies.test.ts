import { isDeepStrictEqual } from "node:util";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { localCredentials } from "../../infra/local/database/startDatabase.ts";
import { tableName } from "../../infra/local/backends.ts";
import type { Route } from "../../shared/contract/door.ts";
import { routes } from "../../shared/contract/manifest.ts";
import { Problem } from "../../shared/contract/problems.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { type Known, spoilt } from "../harness/spoilt.ts";
import { itemsOf } from "../store/ground.ts";
import { movesIn } from "./moving.ts";

/** What is sent spoilt is refused in words and changes nothing: for every door of the manifest that takes a body. */
const service = await serviceForTests();
const { scene, person, request, deployment } = await movesIn(service).agreed();
const other = await scene.addRequest(2);
await scene.addPerson(3);
const runId = await scene.run();
await service.settle();

const client = DynamoDBDocumentClient.from(
  new DynamoDBClient({
    endpoint: service.host.databaseEndpoint,
    region: "eu-west-2",
    credentials: localCredentials,
  }),
);
afterAll(() => client.destroy());
const everything = () => itemsOf(client, tableName, scene.partnershipId);

const { deploymentId, offerId } = deployment;
const [objectiveId] = deployment.agreement.objectives;
const known: Known = {
  schoolId: scene.schoolAt(0),
  homeSchoolId: scene.schoolAt(1),
  personId: person.personId,
  requestId: request.requestId,
  offerId,
  deploymentId,
  objectiveId: String(objectiveId),
  runId,
};
const ids: Known = {
  ...known,
  code: "CT-02",
  leaf: "CT-03.SSP",
  holder: "partnership",
  rule: "same-trust",
  academicYear: "2026-27",
};
/** The same for a request that is still open. */
const onOpen: Known = { ...ids, requestId: other.requestId };
const accounts = {
  broker: scene.broker,
  director: scene.director,
  school: request.head,
  practitioner: person.account,
} as const;

const taking = Object.entries<Route>(routes).filter(([, route]) => route.body !== undefined);

test.each(taking)("%s refuses what is spoilt with a problem, and nothing is changed", async (_, route) => {
  const { body, method, path, roles } = route;
  if (!body || roles === "public") throw new Error("A door that takes a body is for somebody");
  const asked = fc.record({
    role: fc.constantFrom(...roles),
    of: fc.constantFrom(ids, onOpen),
    sent: spoilt(body, known),
  });
  let before = await everything();
  const holds = fc.asyncProperty(asked, async ({ role, of, sent }) => {
    const at = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => of[name] ?? "unknown");
    const answer = await service.ask(accounts[role], { method, path: at, body: sent });
    // Some of it is not spoilt after all: the rest is then asked of what has become of the rows.
    if (answer.status < 400) await service.settle();
    const after = await everything();
    if (answer.status < 400) before = after;
    const isTold = answer.status < 400 || Problem.parse(answer.body).detail !== "";
    expect({
      isOurFault: answer.status >= 500,
      isTold,
      isChanged: !isDeepStrictEqual(after, before),
    }).toEqual({
      isOurFault: false,
      isTold: true,
      isChanged: false,
    });
  });
  await fc.assert(holds, { numRuns: 12 });
});
