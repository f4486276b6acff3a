import { expect, test } from "vitest";
import { PartnershipId } from "../../shared/domain/ids.ts";
import { act } from "../../shared/runtime/act.ts";
import { isRefusal } from "../../shared/runtime/refusal.ts";
import { capacitiesOf, peopleList } from "../../shared/store/rows/people.ts";
import { registers, schoolFacts } from "../../shared/store/rows/partnership.ts";
import { auditOf } from "../../shared/store/rows/trail.ts";
import type { Store } from "../../shared/store/store.ts";
import type { Table } from "../../shared/store/table.ts";
import { someSchool } from "../../test/harness/rows.ts";
import { moments, workUntilKilled } from "../../test/store/killedTable.ts";
import { memoryTable } from "../../test/store/memoryTable.ts";
import { memoryWorld, storesOver } from "../../test/store/memoryWorld.ts";
import { importPeople } from "./importPeople.ts";

const now = "2026-09-02T08:00:00.000Z";
const partnershipId = PartnershipId.parse("par_00000001");
const school = someSchool(1);

const row = (key: number, code: string, days: string): string =>
  `P${key},Practitioner ${key},p${key}@example.org,${school.urn},${code},can-coach,primary,2025,${days}`;
const file = (days: string): string =>
  [
    "Person key,Name,Email,Home school URN,Code,Level,Phases,Last practised year,Days per year",
    ...[1, 2, 3].flatMap((key) => [row(key, "CT-03", days), row(key, "CT-06", days)]),
  ].join("\n");

const storeOver = (openTable: (prefix: string) => Table): Store => storesOver(openTable, now)(partnershipId);

/** Asks for an import as the door does. */
function ask(store: Store, text: string, query: { preview: "true" | "false"; seen?: string }) {
  const actor = { role: "broker" as const, account: "broker" };
  const session = {
    account: "broker",
    partnershipId,
    roles: ["broker" as const],
    schoolId: undefined,
    personId: undefined,
  };
  return importPeople(
    { params: {}, query, body: new TextEncoder().encode(text) },
    { world: memoryWorld(now), store, session, actor, act: (decide) => act({ store }, decide) },
  );
}

/** Imports a file. */
async function take(store: Store, text: string): Promise<void> {
  const answer = await ask(store, text, { preview: "false" });
  if (isRefusal(answer)) throw new Error(answer.detail);
}

async function laidOut() {
  const open = memoryTable();
  const store = storeOver(open);
  await store.stage(schoolFacts, [school]);
  await store.stage(registers, [{ importId: school.importedBy, revision: 0 }]);
  await take(store, file("10"));
  return { open, store };
}

/** What an import leaves of each person: the row, this year's capacity, and the steps of their trail. */
async function leftBy(store: Store) {
  const people = await store.all(peopleList);
  const capacities = await store.all(capacitiesOf("2026-27"));
  return Promise.all(
    people.map(async (person) => ({
      person,
      capacity: capacities.find(({ personId }) => personId === person.personId),
      trail: (await store.all(auditOf(`person:${person.personId}`))).map(({ action }) => action),
    })),
  );
}

test.each(moments)(
  "an import killed %s any call leaves each person whole as before or after, and the same file again completes it",
  async (moment) => {
    const { store: unkilled } = await laidOut();
    const before = await leftBy(unkilled);
    await take(unkilled, file("12"));
    const after = await leftBy(unkilled);
    expect([before.length, after.map(({ capacity }) => capacity?.daysTotal)]).toEqual([3, [12, 12, 12]]);
    for (let at = 0; ; at += 1) {
      const { open, store } = await laidOut();
      const end = await workUntilKilled(storeOver, { open, at, moment }, (dying) => take(dying, file("12")));
      for (const [place, found] of (await leftBy(store)).entries())
        expect([before[place], after[place]]).toContainEqual(found);
      await take(store, file("12"));
      expect(await leftBy(store)).toEqual(after);
      if (end === "ended") break;
    }
  },
);

test("who is changed by somebody else in the middle of an import stays so, where the file says what was seen", async () => {
  const { store } = await laidOut();
  const looked = await ask(store, file("12"), { preview: "true" });
  if (isRefusal(looked)) throw new Error(looked.detail);
  let others: Promise<void> | undefined;
  const commit: Store["commit"] = async (action) => {
    others ??= take(store, file("11"));
    await others;
    return store.commit(action);
  };
  const answer = await ask({ ...store, commit }, file("12"), { preview: "false", seen: looked.body.seen });
  expect(answer).toMatchObject({ problem: "busy" });
  expect((await leftBy(store)).map(({ capacity }) => capacity?.daysTotal)).toEqual([11, 11, 11]);
});
