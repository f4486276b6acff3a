import { isDeepStrictEqual } from "node:util";
import type { Fault } from "../../shared/contract/problems.ts";
import { academicYearOf, dateAt } from "../../shared/domain/calendar.ts";
import { PersonId, type SchoolUrn } from "../../shared/domain/ids.ts";
import { freshCapacity, type Person } from "../../shared/domain/person.ts";
import { mayAskForSupport, type School } from "../../shared/domain/school.ts";
import { peopleTemplate as template, type PersonRow, readPeople } from "../../shared/registers/peopleCsv.ts";
import { act, type Decision } from "../../shared/runtime/act.ts";
import { derivedId, sha256 } from "../../shared/runtime/identity.ts";
import { isRefusal, refuse } from "../../shared/runtime/refusal.ts";
import type { Context, Handler } from "../../shared/runtime/serve.ts";
import type { Routes } from "../../shared/contract/manifest.ts";
import { capacities, people, peopleList } from "../../shared/store/rows.ts";
import { allSchools, byUrn } from "../../shared/store/schools.ts";
import { create, replace, type Write } from "../../shared/store/store.ts";
import { capacityWrites } from "./capacityChange.ts";
import { personFromRow } from "./personFromRow.ts";

export const peopleTemplate: Handler<"peopleTemplate"> = async () => ({ status: 200, body: template() });

const mostPeople = 2000;
const writtenAtOnce = 8;

type Here = Pick<Context<Routes["importPeople"]>, "world" | "store" | "actor">;
type Change = "added" | "changed" | "unchanged";

interface Entry {
  readonly row: PersonRow;
  readonly personId: PersonId;
  readonly home: School;
}

/** Rows with the home schools they name, or where the register does not have them open. */
function entriesOf(
  rows: readonly PersonRow[],
  schools: ReadonlyMap<SchoolUrn, School>,
  personIdOf: (key: string) => PersonId,
): { readonly entries: Entry[]; readonly faults: Fault[] } {
  const entries: Entry[] = [];
  const faults: Fault[] = [];
  for (const row of rows) {
    const home = schools.get(row.homeUrn);
    const at = { row: row.row, column: "Home school URN" };
    if (!home) faults.push({ ...at, detail: `URN ${row.homeUrn} is not in the partnership's register` });
    else if (!mayAskForSupport(home)) faults.push({ ...at, detail: `${home.name} is ${home.status}` });
    else entries.push({ row, home, personId: personIdOf(row.personKey) });
  }
  return { entries, faults };
}

interface PersonChange {
  readonly change: Change;
  readonly writes: readonly Write[];
}

/** What one entry changes of the person as known, or why their capacity cannot become what the file says. */
async function changeOf({ world, store }: Here, entry: Entry, known: Person | undefined) {
  const { row, personId, home } = entry;
  const now = world.now();
  const today = dateAt(now);
  const after = personFromRow(row, known, { personId, homeSchoolId: home.schoolId, today, now });
  if (!known) {
    const capacity = create(capacities, freshCapacity(after, academicYearOf(today)));
    return { change: "added", writes: [create(people, after), capacity] } satisfies PersonChange;
  }
  if (isDeepStrictEqual(known, after)) return { change: "unchanged", writes: [] } satisfies PersonChange;
  const capacity = await capacityWrites(store, { before: known, after, today });
  if (isRefusal(capacity)) return capacity;
  return { change: "changed", writes: [replace(people, after), ...capacity] } satisfies PersonChange;
}

/** Writes one person of the file, decided afresh on the person as they stand. */
const writeEntry = (here: Here, entry: Entry, digest: string) =>
  act({ store: here.store }, async () => {
    const { personId } = entry;
    const known = await here.store.get(people, { personId });
    const changed = await changeOf(here, entry, known);
    if (isRefusal(changed)) return changed;
    const { change, writes } = changed;
    const decision: Decision<{ status: 200; body: Change }> = { reply: { status: 200, body: change } };
    if (writes.length === 0) return decision;
    const facts = { personId, homeSchoolId: entry.home.schoolId, change, digest };
    const chain = `person:${personId}`;
    return { ...decision, action: { chain, action: "people-imported", actor: here.actor, facts, writes } };
  });

const refuseFile = (faults: readonly Fault[]) =>
  refuse("file-refused", "Mend the rows that `errors` lists and send the whole file again.", faults);

/**
 * Imports people. The whole file is checked against the rows as they stand before anything is written. A write
 * takes at most 100 rows, so each person is then written in one of their own, under an id that follows from the
 * key in the file: after a crash the same file again completes what is missing and repeats nothing.
 */
export const importPeople: Handler<"importPeople"> = async ({ query, body }, context) => {
  const { store, actor } = context;
  const reading = readPeople(body);
  if (reading.kind === "refused")
    return refuseFile(
      reading.problems.map(({ row, column, message }) => ({
        detail: message,
        row,
        ...(column === null ? {} : { column }),
      })),
    );
  if (reading.people.length > mostPeople)
    return refuse("file-refused", `A file may hold ${mostPeople} people. Send it in parts.`);
  const [schools, everybody] = await Promise.all([allSchools(store), store.all(peopleList)]);
  const known = new Map(everybody.map((person) => [person.personId, person]));
  const holderOf = new Map(everybody.map((person) => [person.email.toLowerCase(), person.personId]));
  const { entries, faults } = entriesOf(reading.people, byUrn(schools), (key) =>
    derivedId(PersonId, store.partnershipId, key),
  );
  const planned: { key: string; personId: PersonId; change: Change }[] = [];
  for (const entry of entries) {
    const { row, personId } = entry;
    if ((holderOf.get(row.email) ?? personId) !== personId)
      faults.push({ row: row.row, column: "Email", detail: "Another practitioner has this address" });
    const changed = await changeOf(context, entry, known.get(personId));
    if (isRefusal(changed)) faults.push({ row: row.row, column: "Days per year", detail: changed.detail });
    else planned.push({ key: row.personKey, personId, change: changed.change });
  }
  if (faults.length > 0) return refuseFile(faults);
  const reply = { people: planned };
  if (query.preview === "true") return { status: 200, body: { ...reply, applied: false } };
  const digest = sha256(body);
  for (let start = 0; start < entries.length; start += writtenAtOnce) {
    const some = entries.slice(start, start + writtenAtOnce);
    const written = await Promise.all(some.map((entry) => writeEntry(context, entry, digest)));
    if (written.some(isRefusal))
      return refuse(
        "busy",
        "Others changed these people meanwhile. Send the same file again to complete it.",
      );
  }
  const count = (change: Change): number => planned.filter((each) => each.change === change).length;
  const facts = { digest, added: count("added"), changed: count("changed"), unchanged: count("unchanged") };
  const action = { chain: "partnership", action: "people-imported", actor, facts, writes: [] };
  const hasChanged = facts.added + facts.changed > 0;
  return context.act(async () => ({
    reply: { status: 201, body: { ...reply, applied: true } },
    ...(hasChanged ? { action } : {}),
  }));
};
