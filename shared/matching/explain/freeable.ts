import { exact } from "../problem/cells.ts";
import type { Ledger } from "./ledger.ts";

/** Half-days that each practitioner could make free, by place; -1 for those who could give no place more. */
export type Freeable = Float64Array;

/** What is to be spread: from whom, and up to how many half-days their work has been looked through already. */
interface Spreading {
  readonly freeable: Freeable;
  readonly from: number[];
  readonly seen: Freeable;
}

/** Spreads what people could free to all whose work they could take, until nobody could free more. */
function spread(ledger: Ledger, { freeable, from, seen }: Spreading, isDaysCounted: boolean): Freeable {
  // The list grows as it is walked: whoever could free more is asked again, behind all others.
  for (const taker of from) {
    const [before, now] = [exact(seen, taker), exact(freeable, taker)];
    seen[taker] = now;
    for (const at of now > before ? (ledger.rowsOf[taker] ?? []) : []) {
      const { request, halfDays } = ledger.row(at);
      const need = isDaysCounted ? halfDays : 0;
      if (need > now || need <= before) continue;
      for (const held of ledger.holding[request] ?? []) {
        const { person, halfDays: given } = ledger.row(held);
        const room = isDaysCounted ? ledger.roomOf(person).halfDays + given : 0;
        if (person === taker || room <= exact(freeable, person)) continue;
        freeable[person] = room;
        from.push(person);
      }
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
  const seen = new Float64Array(people.length).fill(-1);
  return spread(ledger, { freeable, from, seen }, isDaysCounted);
}

/**
 * What it may be at most once places of some people have changed: only they can free more than before, and those whose
 * work they could take.
 */
export function freeableAfter(ledger: Ledger, before: Freeable, changed: readonly number[]): Freeable {
  const freeable = before.slice();
  const from = changed.filter((person) => {
    const { slots, halfDays: free } = ledger.roomOf(person);
    const rooms = (ledger.heldBy[person] ?? []).map((held) => {
      const { request, halfDays } = ledger.row(held);
      const isTaken = (ledger.choices[request] ?? []).some((at) => {
        const taker = ledger.row(at).person;
        return taker !== person && couldFree(freeable, taker, halfDays);
      });
      return isTaken ? free + halfDays : -1;
    });
    const most = Math.max(slots < 1 ? -1 : free, ...rooms);
    if (most <= exact(before, person)) return false;
    freeable[person] = most;
    return true;
  });
  return spread(ledger, { freeable, from, seen: before.slice() }, true);
}

/** Whether somebody could free so many half-days, for all that `freeable` tells. */
export const couldFree = (freeable: Freeable, person: number, halfDays: number): boolean =>
  exact(freeable, person) >= halfDays;
