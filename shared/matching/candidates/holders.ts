import type { Roster } from "../facts/roster.ts";
import { whole } from "../problem/cells.ts";
import { holdsDesignation } from "../rules/standingRules.ts";
import { type Lists, listsOf } from "./lists.ts";

/** Who holds which designation, by the number of the person, of some whose numbers are their places among the names. */
export function holdersOf(roster: Roster, names: readonly string[], numberAt: Int32Array): Lists {
  const [people, held]: [number[], number[]] = [[], []];
  const { today } = roster.input;
  if (names.length > 0)
    roster.practitioners.forEach(({ designations }, place) => {
      const person = whole(numberAt, place);
      if (person < 0 || designations.length === 0) return;
      names.forEach((name, number) => {
        if (!holdsDesignation(designations, name, today)) return;
        people.push(person);
        held.push(number);
      });
    });
  return listsOf(people, held, numberAt.length);
}
