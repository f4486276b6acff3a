import { exact, whole } from "../problem/cells.ts";
import type { Ledger } from "./ledger.ts";

/** Half-days that each practitioner could make free, by place; -1 for those who could give no place more. */
export type Freeable = Float64Array;

/** What is to be spread: from whom, and up to how many half-days their work has been looked through already. */
interface Spreading {
  readonly freeable: Freeable;
  readonly from: number[];
  readonly seen: Freeable;
}

/** Each holder of a request could pass it on to somebody. */
const everybody = -1;

/** Spreads what people could free to all whose work they could take, until nobody could free more. */
function spread(ledger: Ledger, { freeable, from, seen }: Spreading, isDaysCounted: boolean): Freeable {
  const { rows, left } = ledger;
  // Who could pass each request on already: nobody, 0; all but one holder, that one's place and 1; or everybody.
  const taken = new Int32Array(ledger.heldOn.length);
  const take = (request: number, taker: number): void => {
    let isAll = true;
    for (const held of ledger.heldOn[request] ?? []) {
      const person = whole(rows.person, held);
      if (person === taker) {
        isAll = false;
        continue;
      }
      const room = isDaysCounted ? whole(left.halfDays, person) + whole(rows.halfDays, held) : 0;
      if (room <= exact(freeable, person)) continue;
      freeable[person] = room;
      from.push(person);
    }
    taken[request] = isAll || whole(taken, request) > 0 ? everybody : taker + 1;
  };
  // The list grows as it is walked: whoever could free more is asked again, behind all others.
  for (let x = 0; x < from.length; x++) {
    const taker = from[x] ?? 0;
    const [before, now] = [exact(seen, taker), exact(freeable, taker)];
    if (now <= before) continue;
    seen[taker] = now;
    const mine = ledger.rowsOf[taker] ?? [];
    for (let y = 0; y < mine.length; y++) {
      const at = mine[y] ?? 0;
      const request = whole(rows.request, at);
      const earlier = whole(taken, request);
      if (earlier === everybody || earlier === taker + 1) continue;
      const need = isDaysCounted ? whole(rows.halfDays, at) : 0;
      if (need <= now && need > before) take(request, taker);
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
    if (whole(ledger.left.slots, person) < 1) return -1;
    return isDaysCounted ? whole(ledger.left.halfDays, person) : 0;
  });
  const from = people.filter((person) => exact(freeable, person) >= 0);
  const seen = new Float64Array(people.length).fill(-1);
  return spread(ledger, { freeable, from, seen }, isDaysCounted);
}

/**
 * What it may be at most once places of some people have changed: only they can free more than before, and those whose
 * work they could take.
 */
export function freeableAfter(ledger: Ledger, before: Freeable, changed: Iterable<number>): Freeable {
  const freeable = before.slice();
  const from = Array.from(changed).filter((person) => {
    const free = whole(ledger.left.halfDays, person);
    const rooms = (ledger.heldBy[person] ?? []).map((held) => {
      const halfDays = whole(ledger.rows.halfDays, held);
      const isTaken = (ledger.choices[whole(ledger.rows.request, held)] ?? []).some((at) => {
        const taker = whole(ledger.rows.person, at);
        return taker !== person && couldFree(freeable, taker, halfDays);
      });
      return isTaken ? free + halfDays : -1;
    });
    const most = Math.max(whole(ledger.left.slots, person) < 1 ? -1 : free, ...rooms);
    if (most <= exact(before, person)) return false;
    freeable[person] = most;
    return true;
  });
  return spread(ledger, { freeable, from, seen: before.slice() }, true);
}

/** Whether somebody could free so many half-days, for all that `freeable` tells. */
export const couldFree = (freeable: Freeable, person: number, halfDays: number): boolean =>
  exact(freeable, person) >= halfDays;
