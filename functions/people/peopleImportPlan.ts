import { isDeepStrictEqual } from "node:util";
import type { Fault, Refusal } from "../../shared/contract/problems.ts";
import { academicYearOf, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { PersonId } from "../../shared/domain/ids.ts";
import type { Person } from "../../shared/domain/people/person.ts";
import { freshCapacity } from "../../shared/domain/people/capacity.ts";
import type { School } from "../../shared/domain/schools/school.ts";
import { employmentChanged, joined } from "../../shared/domain/people/employmentEvents.ts";
import type { PeopleReading, PersonRow } from "../../shared/registers/peopleCsv.ts";
import { derivedId } from "../../shared/runtime/identity.ts";
import { isRefusal } from "../../shared/runtime/refusal.ts";
import { capacitiesIn, type FoundCapacity } from "../../shared/store/capacity.ts";
import { leavesAmong } from "../../shared/store/leaves.ts";
import { absent } from "../../shared/store/absent.ts";
import {
  capacities,
  erasedPeople,
  erasedPeopleList,
  people,
  peopleList,
  personAddressesList,
} from "../../shared/store/rows/people.ts";
import { allSchools, byUrn } from "../../shared/store/schools.ts";
import { type Announcement, create, replace, type Store, type Write } from "../../shared/store/store.ts";
import { addressWrites, type FindAddress } from "./addresses.ts";
import { capacityWrites, yearsThatMayBeHeld } from "./capacityChange.ts";
import { faultsOf, saidBy, saidIn } from "./faultsOfRows.ts";
import { personFromRow } from "./personFromRow.ts";

/** One person of a file, with the id that follows from their key and the home school that their URN names. */
export interface Entry {
  readonly row: PersonRow;
  readonly personId: PersonId;
  readonly home: School;
}

/** What a person of a file becomes, and the writes that make it so. */
export interface PersonChange {
  readonly change: "added" | "changed" | "unchanged";
  readonly person: Person;
  readonly writes: readonly Write[];
  readonly announce?: readonly Announcement[];
}

interface Known {
  readonly person: Person | undefined;
  readonly find: (person: Person, academicYear: string) => Promise<FoundCapacity>;
  readonly findAddress: FindAddress;
  readonly now: string;
}

/** What one entry changes of the person as known, or why their address or capacity cannot become what the file says. */
export async function changeOf(
  { row, personId, home }: Entry,
  { person: before, find, findAddress, now }: Known,
): Promise<PersonChange | Refusal> {
  const today = dateAt(now);
  const after = personFromRow(row, before, { personId, homeSchoolId: home.schoolId, today, now });
  if (before && isDeepStrictEqual(before, after)) return { change: "unchanged", person: after, writes: [] };
  const address = await addressWrites({ before, after, find: findAddress });
  if (isRefusal(address)) return address;
  if (!before) {
    const capacity = create(capacities, freshCapacity(after, academicYearOf(today)));
    return {
      change: "added",
      person: after,
      writes: [create(people, after), absent(erasedPeople, { personId }), capacity, ...address],
    };
  }
  const capacity = await capacityWrites({ before, after, today, find });
  return isRefusal(capacity)
    ? capacity
    : {
        change: "changed",
        person: after,
        writes: [replace(people, after), ...capacity, ...address],
        announce: newsOfMove(before, after),
      };
}

/** A further home school is a move, with all that follows from one. */
const newsOfMove = (before: Person, after: Person): Announcement[] =>
  before.homeSchoolId === after.homeSchoolId ? [] : [employmentChanged(after.personId), ...joined(after)];

const faultOfChange = ({ row }: PersonRow, { problem, detail }: Refusal): Fault => ({
  row,
  column: problem === "already-exists" ? "Email" : "Days per year",
  detail,
});

/**
 * A file against the rows as they stand: what each person would become, and every fault, also of the rows that can be
 * read in part only. Nothing is written.
 */
export async function planPeople(
  store: Store,
  { people: rows, parts }: Pick<PeopleReading, "people" | "parts">,
  now: string,
) {
  const codes = [
    ...rows.flatMap(({ claims }) => claims.map(({ code }) => code)),
    ...parts.flatMap(({ value }) => value.Code ?? []),
  ];
  const [schools, everybody, erased, addresses, capacityIn, leaves] = await Promise.all([
    allSchools(store),
    store.all(peopleList),
    store.all(erasedPeopleList),
    store.all(personAddressesList),
    capacitiesIn(store, yearsThatMayBeHeld(dateAt(now))),
    leavesAmong(store, codes),
  ]);
  const homes = byUrn(schools);
  const byId = new Map(everybody.map((person) => [person.personId, person]));
  const byAddress = new Map(addresses.map((each) => [each.addressDigest, each]));
  const known: Omit<Known, "person"> = {
    find: async (person, year) => capacityIn(person, year),
    findAddress: async (addressDigest) => byAddress.get(addressDigest),
    now,
  };
  const planned: (Entry & PersonChange)[] = [];
  const wereErased = new Set(erased.map(({ personId }) => personId));
  const idOf = (key: string): PersonId => derivedId(PersonId, store.partnershipId, key);
  const isErased = (key: string): boolean => wereErased.has(idOf(key));
  const register = { homes, leaves, isErased, today: dateAt(now) };
  const faults: Fault[] = [...rows.flatMap(saidBy), ...parts.map(saidIn)].flatMap((said) =>
    faultsOf(said, register),
  );
  for (const row of rows) {
    const personId = idOf(row.personKey);
    const home = homes.get(row.homeUrn);
    if (!home) continue;
    const entry = { row, personId, home };
    const changed = await changeOf(entry, { ...known, person: byId.get(personId) });
    if (isRefusal(changed)) faults.push(faultOfChange(row, changed));
    else planned.push({ ...entry, ...changed });
  }
  return { planned, faults };
}
