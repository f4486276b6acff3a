import type { PartnershipId, PersonId, SchoolId } from "../../shared/domain/ids.ts";
import type { LocalAccount } from "../local/accounts.ts";

/** A practitioner's account: its id is their name, short to type. */
export const practitionerAccount = (
  partnership: PartnershipId,
  { personId, name }: { readonly personId: PersonId; readonly name: string },
): LocalAccount => ({
  account: name.toLowerCase().replaceAll(" ", "-"),
  name,
  partnership,
  roles: ["practitioner"],
  person: personId,
});

/** The account of a head, by how many heads have one before them. */
export const headAccount = (
  partnership: PartnershipId,
  { schoolId, name }: { readonly schoolId: SchoolId; readonly name: string },
  before: number,
): LocalAccount => ({
  account: `head-${before + 1}`,
  name: `Head of ${name}`,
  partnership,
  roles: ["school"],
  school: schoolId,
});

interface Everybody {
  readonly partnership: PartnershipId;
  readonly schools: readonly { readonly schoolId: SchoolId; readonly name: string }[];
  readonly people: readonly { readonly personId: PersonId; readonly name: string }[];
}

/** An account for each head and practitioner who has none yet: whoever is asked later can then answer. */
export function everybodyElse(
  { partnership, schools, people }: Everybody,
  known: readonly LocalAccount[],
): LocalAccount[] {
  const heads = known.filter(({ school }) => school !== undefined).length;
  const otherSchools = schools.filter(({ schoolId }) => !known.some(({ school }) => school === schoolId));
  const otherPeople = people.filter(({ personId }) => !known.some(({ person }) => person === personId));
  return [
    ...otherSchools.map((school, index) => headAccount(partnership, school, heads + index)),
    ...otherPeople.map((person) => practitionerAccount(partnership, person)),
  ];
}
