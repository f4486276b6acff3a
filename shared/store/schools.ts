import type { RegisterImportId, SchoolId, SchoolUrn } from "../domain/ids.ts";
import { successorsOf } from "../domain/schools/registerFacts.ts";
import type { School } from "../domain/schools/school.ts";
import {
  registers,
  schoolContactList,
  schoolContacts,
  type SchoolFacts,
  schoolFacts,
  schoolFactsOf,
} from "./rows/partnership.ts";
import { decodeCursor, encodeCursor, UnreadableCursorError } from "./cursor.ts";
import type { Reads } from "./reads.ts";
import type { Store } from "./store.ts";

type Contact = Pick<School, "headEmail" | "inCategoryOfConcern">;

const unknownContact: Contact = { headEmail: null, inCategoryOfConcern: false };
/** A school in a category of concern is one by the inspections register, or by the broker's own word. */
export const joined = (facts: SchoolFacts, contact: Contact | undefined): School => {
  const { headEmail, inCategoryOfConcern } = contact ?? unknownContact;
  return { ...facts, headEmail, inCategoryOfConcern: inCategoryOfConcern || facts.concern !== null };
};

const registersKept = 8;
// A register never changes once it is in force, so the last few are kept between calls, each under its partnership.
const kept = new Map<string, Promise<readonly SchoolFacts[]>>();

function factsOf(store: Store, importId: RegisterImportId): Promise<readonly SchoolFacts[]> {
  const name = `${store.partnershipId} ${importId}`;
  const known = kept.get(name);
  if (known) return known;
  const reading = store.all(schoolFactsOf(importId));
  kept.set(name, reading);
  for (const oldest of [...kept.keys()].slice(0, -registersKept)) kept.delete(oldest);
  reading.catch(() => kept.delete(name));
  return reading;
}

/** What the register in force says of every member school, by id, without what the partnership knows of them. */
export async function registeredSchools(store: Store): Promise<readonly SchoolFacts[]> {
  const register = await store.get(registers, {});
  return register ? factsOf(store, register.importId) : [];
}

/** Every member school of the register in force, by id; none before the first import. */
export async function allSchools(store: Store): Promise<School[]> {
  const register = await store.get(registers, {});
  return register ? schoolsUnder(store, register.importId) : [];
}

/** Every member school as one import left it, by id, whichever is in force now. It must have been in force once. */
export async function schoolsUnder(store: Store, importId: RegisterImportId): Promise<School[]> {
  const [facts, contacts] = await Promise.all([factsOf(store, importId), store.all(schoolContactList)]);
  const contactOf = new Map(contacts.map((contact) => [contact.schoolId, contact]));
  return facts.map((each) => joined(each, contactOf.get(each.schoolId)));
}

/** Some schools of a register with what the partnership knows of them, which is read of no others. */
export async function withContacts(store: Reads, schools: readonly SchoolFacts[]): Promise<School[]> {
  const contacts = await store.getEach(schoolContacts, schools);
  return schools.map((each, place) => joined(each, contacts[place]));
}

/** One school of the register in force, or undefined. */
export async function schoolWith(store: Store, schoolId: SchoolId): Promise<School | undefined> {
  const register = await store.get(registers, {});
  if (!register) return undefined;
  const [facts, contact] = await Promise.all([
    store.get(schoolFacts, { importedBy: register.importId, schoolId }),
    store.get(schoolContacts, { schoolId }),
  ]);
  return facts && joined(facts, contact);
}

/** What the register in force says of those of some schools that are members; no id may stand twice. */
export async function schoolsWith(store: Reads, schoolIds: readonly SchoolId[]): Promise<SchoolFacts[]> {
  const register = schoolIds.length > 0 ? await store.get(registers, {}) : undefined;
  if (!register) return [];
  const keys = schoolIds.map((schoolId) => ({ importedBy: register.importId, schoolId }));
  return (await store.getEach(schoolFacts, keys)).flatMap((school) => school ?? []);
}

/** Schools by every URN that they have or had; where two had one, by the one that has it now. */
export const byUrn = <Each extends SchoolFacts>(schools: readonly Each[]): ReadonlyMap<SchoolUrn, Each> =>
  new Map([
    ...schools.flatMap((school) => school.aliases.map(({ urn }) => [urn, school] as const)),
    ...schools.map((school) => [school.urn, school] as const),
  ]);

/** The schools that one continues and those that continue it, at one step, among the members. */
export function relatedSchools<Each extends SchoolFacts>(
  schools: readonly Each[],
  school: Each,
): { readonly predecessors: readonly Each[]; readonly successors: readonly Each[] } {
  const holders = byUrn(schools);
  const following = (each: Each): readonly Each[] =>
    successorsOf(each).flatMap((urn) => {
      const found = holders.get(urn);
      return found && found.schoolId !== each.schoolId ? [found] : [];
    });
  return {
    successors: following(school),
    predecessors: schools.filter((each) =>
      following(each).some(({ schoolId }) => schoolId === school.schoolId),
    ),
  };
}

const mostNameUnits = 60;

/** Where a school stands in the list by name: the same on every machine, and short enough for a cursor. */
const nameOrder = (school: SchoolFacts): readonly [string, string] => [
  school.name.toLowerCase().slice(0, mostNameUnits),
  school.schoolId,
];

const isAfter = (a: readonly string[], b: readonly string[]): boolean => {
  const at = a.findIndex((each, index) => each !== b[index]);
  return at !== -1 && (a[at] ?? "") > (b[at] ?? "");
};

/**
 * One page of schools by name, then by id. The cursor holds the last school's place in that order and not its
 * position in the list, so that schools which come, go or change their names between two pages make no other
 * school appear twice or be left out.
 */
export function schoolsByName(
  schools: readonly SchoolFacts[],
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): { items: SchoolFacts[]; nextCursor: string | null } {
  const last = cursor === undefined ? undefined : decodeCursor(cursor);
  if (last && last.length !== 2) throw new UnreadableCursorError("The cursor is not one that this list gave");
  const placed = schools
    .map((school) => ({ school, place: nameOrder(school) }))
    .filter(({ place }) => last === undefined || isAfter(place, last))
    .toSorted((a, b) => (isAfter(a.place, b.place) ? 1 : -1));
  const items = placed.slice(0, limit);
  const end = placed.length > items.length ? items.at(-1) : undefined;
  return { items: items.map(({ school }) => school), nextCursor: end ? encodeCursor(end.place) : null };
}
