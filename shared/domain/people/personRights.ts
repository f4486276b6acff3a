import { isEmployed } from "./employment.ts";
import type { PersonId } from "../ids.ts";
import type { Viewer } from "../deployments/parties.ts";
import type { Person } from "./person.ts";

type Looked = Pick<Person, "personId" | "homeSchoolId" | "employment">;

const isThemself = ({ roles, personId }: Viewer, person: { readonly personId: PersonId }): boolean =>
  roles.includes("practitioner") && personId === person.personId;

/** Whether somebody is the head of the practitioner's home school. */
export const isHomeHead = ({ roles, schoolId }: Viewer, person: Looked): boolean =>
  roles.includes("school") && schoolId === person.homeSchoolId && isEmployed(person);

/** Who may change a practitioner's own statements: the broker and the practitioner. */
export const mayChangePerson = (viewer: Viewer, person: Looked): boolean =>
  viewer.roles.includes("broker") || isThemself(viewer, person);

/** Who may speak of a practitioner's claims for their school: the home head, or the broker in their place. */
export const speaksForHome = (viewer: Viewer, person: Looked): boolean =>
  viewer.roles.includes("broker") || isHomeHead(viewer, person);

/** Whose own claims they are: nobody endorses these, not as head either. */
export const areOwnClaims = ({ personId }: Viewer, person: Looked): boolean => personId === person.personId;
