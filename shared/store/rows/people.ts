import * as z from "zod";
import { PersonId, type SchoolId } from "../../domain/ids.ts";
import { Person } from "../../domain/people/person.ts";
import { ErasedPerson } from "../../domain/people/erasure.ts";
import { Capacity } from "../../domain/people/capacity.ts";
import { entity, listOf } from "../entity.ts";

const schoolPeople = (schoolId: SchoolId): string => `SCHOOL#${schoolId}#PEOPLE`;
export const people = entity("person", {
  schema: Person,
  place: (row: { personId: PersonId }) => ({ partition: "PEOPLE", sort: row.personId }),
  listings: (row) => ({ gsi3: { partition: schoolPeople(row.homeSchoolId), sort: row.personId } }),
});
export const peopleList = listOf(people, { partition: "PEOPLE" });
export const peopleOfSchool = (schoolId: SchoolId) =>
  listOf(people, { index: "gsi3", partition: schoolPeople(schoolId) });

/** Who was erased: nothing but their ids, in place of their records. */
export const erasedPeople = entity("erased-person", {
  schema: ErasedPerson,
  place: (row: { personId: PersonId }) => ({ partition: "ERASED-PEOPLE", sort: row.personId }),
});
export const erasedPeopleList = listOf(erasedPeople, { partition: "ERASED-PEOPLE" });

/** That an address is one practitioner's, known by a digest of how it is written in small letters. */
export const personAddresses = entity("person-address", {
  schema: z.object({ addressDigest: z.hex(), personId: PersonId, revision: z.int().min(0) }),
  place: ({ addressDigest }: { addressDigest: string }) => ({
    partition: "PERSON-ADDRESSES",
    sort: addressDigest,
  }),
});
export const personAddressesList = listOf(personAddresses, { partition: "PERSON-ADDRESSES" });

const capacitiesIn = (academicYear: string): string => `CAPACITIES#${academicYear}`;
export const capacities = entity("capacity", {
  schema: Capacity,
  place: (row: { personId: PersonId; academicYear: string }) => ({
    partition: capacitiesIn(row.academicYear),
    sort: row.personId,
  }),
});
export const capacitiesOf = (academicYear: string) =>
  listOf(capacities, { partition: capacitiesIn(academicYear) });
