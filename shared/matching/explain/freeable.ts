import { exact } from "../problem/cells.ts";
import type { Ledger } from "./ledger.ts";

/** Half-days that each practitioner could make free, by place; -1 for those who could give no place more. */
export type Freeable = Float64Array;

/** Spreads what people could free to all whose work they could take, until nobody could free more. */
function spread(
  ledger: Ledger,
  { freeable, from }: { readonly freeable: Freeable; readonly from: number[] },
  isDaysCounted: boolean,
): Freeable {
  // The list grows as it is walked: whoever could free more is asked again, behind all others.
  for (const taker of from)
    for (const at of ledger.rowsOf[taker] ?? []) {
      const { request, halfDays } = ledger.row(at);
      if (isDaysCounted && halfDays > exact(freeable, taker)) continue;
      for (const held of ledger.holding[request] ?? []) {
        const { person, halfDays: given } = ledger.row(held);
        const room = isDaysCounted ? ledger.roomOf(person).halfDays + given : 0;
        if (person === taker || room <= exact(freeable, person)) continue;
        freeable[person] = room;
        from.push(person);
      }
    }
  return freeable;
}

/**
 * The most half-days that anybody could have free for one more place: as they are, or after one piece of work has
 * gone to somebody else, who may have passed on one in turn. That a chain meets nobody twice and keeps to the limits
 * of groups is not asked, so that no chain frees more. Without days, whoever could give a place at all has 0.
 */
export function freeableOf(ledger: Ledger, isDaysCounted: boolean): Freeable {
  const people = Array.from(ledger.rowsOf.keys());
  const freeable = Float64Array.from(people, (person) => {
    const { slots, halfDays } = ledger.roomOf(person);
    return slots < 1 ? -1 : isDaysCounted ? halfDays : 0;
  });
  const from = people.filter((person) => exact(freeable, person) >= 0);
  return spread(ledger, { freeable, from }, isDaysCounted);
}

/** The same once somebody has joined who had no room before. */
export function freeableWith(ledger: Ledger, before: Freeable, newcomer: number): Freeable {
  const freeable = before.slice();
  const { slots, halfDays } = ledger.roomOf(newcomer);
  freeable[newcomer] = slots < 1 ? -1 : halfDays;
  return spread(ledger, { freeable, from: slots < 1 ? [] : [newcomer] }, true);
}

/** Whether somebody could free so many half-days, for all that `freeable` tells. */
export const couldFree = (freeable: Freeable, person: number, halfDays: number): boolean =>
  exact(freeable, person) >= halfDays;
