import { once } from "../facts/once.ts";
import { whole } from "../problem/cells.ts";
import { couldFree, type Freeable, freeableAfter, freeableOf } from "./freeable.ts";
import { hasRoom, isInLimit, isThere, type Room } from "./holding.ts";
import { type Ledger, ledgerOf } from "./ledger.ts";
import { passerOn } from "./passOn.ts";
import type { Solved } from "./standing.ts";

/** Somebody who may be placed on a request in a rehearsal; `group` shares a limit, null where none matters. */
export interface Option {
  readonly person: number;
  readonly halfDays: number;
  readonly group: string | null;
}

/** All who may be placed on one request in place of those of the run, at most `limitOf` from each group. */
export interface ChangedOptions {
  readonly request: number;
  readonly options: readonly Option[];
  readonly limitOf: (group: string) => number;
}

/** One practitioner more than the run had, who may serve some requests. */
export interface Newcomer extends Room {
  readonly requests: readonly number[];
}

/** Changes tried on a solved run, none of which lasts: places are given and passed on, then all is put back. */
export interface Rehearsal {
  /** Runs `act` with other people for one request; those who held it stay where they still may. */
  readonly withOptions: <Answer>(change: ChangedOptions, act: () => Answer) => Answer;
  /** Forgets what changes tried before have taught, which may hide a chain: answers after it hang on nothing before. */
  readonly forget: () => void;
  /** Runs `act` with one practitioner more, whose place is the one after the last. */
  readonly withNewcomer: <Answer>(newcomer: Newcomer, act: () => Answer) => Answer;
  /**
   * Fills one more place of a request, passing work on from one person to the next where need be, so that no
   * request has fewer places filled than before. Says how many other proposals moved, or null.
   */
  readonly fill: (request: number) => number | null;
  /** Whether one more place of a request could be filled as the run stands. */
  readonly canFill: (request: number) => boolean;
  readonly holdersOf: (request: number) => readonly number[];
  /** Whether somebody could give one more place if days had no end: nobody else ever can. Asked of the run at rest. */
  readonly couldEverGive: (person: number) => boolean;
  /** What is left to the practitioner that the run did not have. */
  readonly newcomerRoom: () => Room;
}

/** Whether a row may be held beside those that are. */
const isOpen = (ledger: Ledger, at: number): boolean => !isThere(ledger, at) && isInLimit(ledger, at, null);

/** Lets others hold a request; says whether all who held it do, with the room that they had. */
function changeOptions(ledger: Ledger, { request, options, limitOf }: ChangedOptions): boolean {
  const groupAt = once((name: string) => ledger.addGroup(limitOf(name)));
  const holders = (ledger.heldOn[request] ?? []).slice();
  for (const at of holders) ledger.move(at, -1);
  const rows = options.map(({ person, halfDays, group }) =>
    ledger.add({ request, person, halfDays, group: group === null ? -1 : groupAt(group) }),
  );
  ledger.choices[request] = rows;
  let same = 0;
  for (const at of holders) {
    const person = whole(ledger.rows.person, at);
    const now = rows.find((other) => whole(ledger.rows.person, other) === person);
    if (now === undefined || !isOpen(ledger, now) || !hasRoom(ledger, now, null)) continue;
    ledger.move(now, 1);
    if (whole(ledger.rows.halfDays, now) === whole(ledger.rows.halfDays, at)) same++;
  }
  return same === holders.length;
}

const roomOf = ({ left }: Ledger, person: number): Room => ({
  slots: whole(left.slots, person),
  halfDays: whole(left.halfDays, person),
});

/** Fills places on a ledger that is changed for a while, and remembers whom it is of no use to ask. */
function triesOn(ledger: Ledger, newcomer: number) {
  const search = passerOn(ledger, newcomer + 1);
  const [start, most] = [ledger.mark(), freeableOf(ledger, true)];
  // What searches have taught of whom it is of no use to ask stays until it is to be forgotten.
  const atRest = most.slice();
  // What people could free at most as the ledger stands; null once that has changed.
  let freeable: Freeable | null = atRest;
  /** Runs `act` on a changed ledger; then all people can free what they could at rest. */
  const trying = <Answer>(during: Freeable | null, act: () => Answer): Answer => {
    freeable = during;
    const answer = act();
    ledger.undoTo(start);
    freeable = atRest;
    return answer;
  };
  /** Reckoned from the run at rest each time, so that it falls with the room that a newcomer has left. */
  const freeableNow = (): Freeable =>
    freeableAfter(ledger, atRest, new Set([newcomer, ...ledger.changedSince(start)]));
  const fill: Rehearsal["fill"] = (request) => {
    const moves = search(request, (freeable ??= freeableNow()));
    if (moves !== null) freeable = null;
    return moves;
  };
  return { most, atRest, trying, fill };
}

/** Opens a rehearsal of a solved run. */
export function rehearsalOf(solved: Solved): Rehearsal {
  const ledger = ledgerOf(solved);
  const newcomer = solved.roster.practitioners.length;
  const { most, atRest, trying, fill } = triesOn(ledger, newcomer);
  const withOptions: Rehearsal["withOptions"] = (change, act) => {
    const usual = ledger.choices[change.request] ?? [];
    const answer = trying(changeOptions(ledger, change) ? atRest : null, act);
    ledger.choices[change.request] = usual;
    return answer;
  };
  const withNewcomer: Rehearsal["withNewcomer"] = ({ requests, ...room }, act) => {
    ledger.setRoom(newcomer, room);
    for (const request of requests) {
      const halfDays = solved.roster.requests[request]?.halfDays ?? 0;
      ledger.choices[request]?.push(ledger.add({ request, person: newcomer, halfDays, group: -1 }));
    }
    const answer = trying(null, act);
    ledger.setRoom(newcomer, { slots: 0, halfDays: 0 });
    for (const request of requests) ledger.choices[request]?.pop();
    return answer;
  };
  let withoutDays: Freeable | null = null;
  return {
    withOptions,
    withNewcomer,
    forget: () => atRest.set(most),
    newcomerRoom: () => roomOf(ledger, newcomer),
    canFill: (request) => trying(most.slice(), () => fill(request) !== null),
    fill,
    holdersOf: (request) => (ledger.heldOn[request] ?? []).map((at) => whole(ledger.rows.person, at)),
    couldEverGive: (person) => couldFree((withoutDays ??= freeableOf(ledger, false)), person, 0),
  };
}
