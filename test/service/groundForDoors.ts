import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll } from "vitest";
import { tableName } from "../../infra/local/backends.ts";
import { localCredentials } from "../../infra/local/database/startDatabase.ts";
import type { Route } from "../../shared/contract/door.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import type { Known } from "../harness/spoilt.ts";
import { itemsOf } from "../store/ground.ts";
import { movesIn } from "./moving.ts";

/** What stands in the path of a door, by its names. */
export const pathWith = ({ path }: Pick<Route, "path">, ids: Known): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? "unknown");

/** A service with a partnership in which work was agreed and a request is open, and all that its table holds of it. */
export async function groundForDoors() {
  const service = await serviceForTests();
  const { scene, person, request, deployment } = await movesIn(service).agreed();
  const other = await scene.addRequest(2);
  const outsider = await scene.addPerson(3);
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
  const { deploymentId, offerId } = deployment;
  const known: Known = {
    schoolId: scene.schoolAt(0),
    homeSchoolId: scene.schoolAt(1),
    personId: person.personId,
    requestId: request.requestId,
    offerId,
    deploymentId,
    objectiveId: String(deployment.agreement.objectives[0]),
    runId,
  };
  const ids: Known = {
    ...known,
    code: "CT-02",
    leaf: "CT-03.SSP",
    holder: "partnership",
    rule: "same-trust",
    relaxation: "remote",
    fromRunId: runId,
    academicYear: "2026-27",
  };
  return {
    service,
    scene,
    person,
    request,
    /** Somebody of the partnership who has no part in the work. */
    outsider,
    known,
    ids,
    /** The same for a request that is still open. */
    onOpen: { ...ids, requestId: other.requestId } satisfies Known,
    everything: () => itemsOf(client, tableName, scene.partnershipId),
  };
}
