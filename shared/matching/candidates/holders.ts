import type { MatchPractitioner } from "../facts/facts.ts";
import { once } from "../facts/once.ts";
import type { Roster } from "../facts/roster.ts";
import { holdsDesignation } from "../rules/standingRules.ts";
import { listing } from "./lists.ts";
import { designationMark } from "./rows.ts";

/** Reads who holds which designation, one person after the other, and numbers designations as it is told of them; tells their marks. */
export function holdersReading({ input: { today }, practitioners }: Roster) {
  let count = 0;
  const [note, list] = [once<string, number>(() => count++), listing(practitioners.length)];
  return {
    note,
    read: (designations: MatchPractitioner["designations"]): number => {
      let marks = 0;
      for (const { name } of designations) {
        if (!holdsDesignation(designations, name, today)) continue;
        const number = note(name);
        list.add(number);
        marks |= designationMark(number);
      }
      list.end();
      return marks;
    },
    holders: list.lists,
    count: () => count,
  };
}
