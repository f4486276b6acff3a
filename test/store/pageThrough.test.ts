import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTable } from "../../infra/local/database/createTable.ts";
import {
  type Database,
  localCredentials,
  localRegion,
  startDatabase,
} from "../../infra/local/database/startDatabase.ts";
import { localTable } from "../../infra/local/table.ts";
import { addDays } from "../../shared/domain/calendar/calendar.ts";
import {
  DeploymentId,
  FollowUpId,
  ObjectiveId,
  PartnershipId,
  RequestId,
  SchoolId,
} from "../../shared/domain/ids.ts";
import { type FollowUp, followUpStates } from "../../shared/domain/outcomes/outcome.ts";
import { awsWorld } from "../../shared/runtime/aws.ts";
import { serviceActor } from "../../shared/runtime/session.ts";
import type { World } from "../../shared/runtime/world.ts";
import { pageThrough } from "../../shared/store/pageThrough.ts";
import { followUps, followUpsIn } from "../../shared/store/rows/deployments.ts";
import { create, replace, type Store } from "../../shared/store/store.ts";
import { unchanged } from "../../shared/store/unchanged.ts";

let database: Database;
let world: World;
beforeAll(async () => {
  database = await startDatabase({ dataFolder: undefined, port: 0 });
  const { endpoint } = database;
  const client = new DynamoDBClient({ endpoint, region: localRegion, credentials: localCredentials });
  await createTable({ client, definition: localTable("rows") });
  client.destroy();
  world = awsWorld(
    {
      TABLE_NAME: "rows",
      MAIL_FROM: "brokerage@area.example",
      PUBLIC_ADDRESS: "https://area.example",
      AWS_REGION: localRegion,
      DYNAMODB_ENDPOINT: endpoint,
    },
    { credentials: localCredentials },
  );
});
afterAll(() => database.close());

const newStore = (): Store => world.storeFor(world.fresh(PartnershipId));
const madeUpFollowUp = (state: FollowUp["state"], number: number): FollowUp => ({
  followUpId: world.fresh(FollowUpId),
  deploymentId: DeploymentId.parse("dep_00000001"),
  requestId: RequestId.parse("req_00000001"),
  objectiveId: ObjectiveId.parse("obj_00000001"),
  schoolId: SchoolId.parse("sch_00000001"),
  after: "one-term",
  dueOn: addDays("2027-01-15", number),
  state,
  answer: null,
  revision: 0,
});

describe("several lists read as one", () => {
  it("give every row that counts once, in order, whatever the size of a page", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...followUpStates), { maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        async (states, limit, onlyEven) => {
          const store = newStore();
          const rows = states.map(madeUpFollowUp);
          await store.stage(followUps, rows);
          const counts = (row: FollowUp): boolean => !onlyEven || Number(row.dueOn.slice(8)) % 2 === 0;
          const parts = followUpStates.map((state) => ({ list: followUpsIn(state), where: counts }));
          const seen: string[] = [];
          let cursor: string | undefined;
          do {
            const page = await pageThrough(store, parts, { limit, cursor });
            expect(page.items.length).toBeLessThanOrEqual(limit);
            seen.push(...page.items.map((each) => each.followUpId));
            cursor = page.nextCursor ?? undefined;
          } while (cursor !== undefined);
          const expected = followUpStates.flatMap((state) =>
            rows.filter((each) => each.state === state && counts(each)).map((each) => each.followUpId),
          );
          expect(seen).toEqual(expected);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe("an action decided on a row that it does not write", () => {
  it("is written while that row is as it was read, and not once it has changed", async () => {
    const store = newStore();
    const [read, first, second] = [1, 2, 3].map((number) => madeUpFollowUp("due", number));
    if (!read || !first || !second) throw new Error("Three were made up above");
    await store.stage(followUps, [read]);
    const action = { chain: "partnership" as const, action: "decided", actor: serviceActor("test") };
    const decided = (row: FollowUp) =>
      store.commit({ ...action, writes: [create(followUps, row), unchanged(followUps, read)] });
    expect(await decided(first)).toBe("committed");
    expect(await store.commit({ ...action, writes: [replace(followUps, read)] })).toBe("committed");
    expect(await decided(second)).toBe("conflict");
    expect(await store.get(followUps, second)).toBeUndefined();
  });
});
