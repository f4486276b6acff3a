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

interface School {
  readonly schoolId: SchoolId;
  readonly name: string;
}

/** An account for each head, numbered in the order of their schools. */
export const headAccounts = (partnership: PartnershipId, schools: readonly School[]): LocalAccount[] =>
  schools.map(({ schoolId, name }, index) => ({
    account: `head-${index + 1}`,
    name: `Head of ${name}`.slice(0, 120),
    partnership,
    roles: ["school"],
    school: schoolId,
  }));
