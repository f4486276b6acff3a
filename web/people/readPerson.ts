import {
  areOwnClaims,
  isHomeHead,
  mayChangePerson,
  speaksForHome,
} from "../../shared/domain/people/personRights.ts";
import { routes } from "../../shared/contract/manifest.ts";
import { problems } from "../../shared/contract/problems.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { viewerOf } from "../viewer.ts";
import { type Ending, read, refusedPage, type Visit } from "../visit.ts";

export type Person = AnswerOf<"getPerson">;
export type Claim = Person["claims"][number];

/** A practitioner as far as their reader may see, and what that reader may do. */
export interface PersonRead {
  readonly person: Person;
  readonly me: AnswerOf<"getMe">;
  readonly isThemself: boolean;
  /** How the page speaks of them in a sentence, and in a title. */
  readonly they: "you" | "they";
  readonly called: string;
  readonly isHomeHead: boolean;
  readonly mayChange: boolean;
  readonly mayEndorse: boolean;
  readonly maySetStanding: boolean;
  readonly mayErase: boolean;
  /** The address of their page. */
  readonly at: string;
}

export const personKeyOf = (visit: Visit): { readonly personId: string } => ({
  personId: visit.part("personId"),
});

/** Reads the practitioner whom the address names. */
export async function readPerson(visit: Visit): Promise<PersonRead> {
  const params = personKeyOf(visit);
  const [person, me] = await Promise.all([read(visit, "getPerson", { params }), read(visit, "getMe", {})]);
  const viewer = viewerOf(me);
  const isThemself = areOwnClaims(viewer, person);
  return {
    person,
    me,
    isThemself,
    they: isThemself ? "you" : "they",
    called: isThemself ? "you" : person.name,
    isHomeHead: isHomeHead(viewer, person),
    mayChange: mayChangePerson(viewer, person),
    mayEndorse: speaksForHome(viewer, person) && !isThemself,
    maySetStanding: routes.setStanding.roles.some((role) => me.roles.includes(role)),
    mayErase: routes.erasePerson.roles.some((role) => me.roles.includes(role)),
    at: `/pages/people/${person.personId}`,
  };
}

/** What whoever may not change a practitioner's own words is told. */
export const notTheirs: Ending = refusedPage(
  403,
  problems.forbidden.title,
  "A practitioner's own words are theirs to change, and the broker's.",
);

/** What whoever may not record what others confirmed is told. */
export const notTheBroker: Ending = refusedPage(
  403,
  problems.forbidden.title,
  "The broker records what schools and boards have confirmed, and who moves.",
);
