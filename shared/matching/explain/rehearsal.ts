import { couldFree, type Freeable, freeableAfter, freeableOf } from "./freeable.ts";
import { type Ledger, ledgerOf, type Room } from "./ledger.ts";
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

/** Lets others hold a request; says whether all who held it do, with the room that they had. */
function changeOptions(ledger: Ledger, { request, options, limitOf }: ChangedOptions): boolean {
  const groups = new Map<string, number>();
  const groupAt = (name: string | null): number => {
    if (name === null) return -1;
    const group = groups.get(name) ?? ledger.addGroup(limitOf(name));
    groups.set(name, group);
    return group;
  };
  const holders = (ledger.holding[request] ?? []).slice();
  for (const at of holders) ledger.move(at, -1);
  const rows = options.map(({ person, halfDays, group }) =>
    ledger.add({ request, person, halfDays, group: groupAt(group) }),
  );
  ledger.choices[request] = rows;
  let same = 0;
  for (const at of holders) {
    const { person, halfDays } = ledger.row(at);
    const now = rows.find((other) => ledger.row(other).person === person);
    if (now === undefined || !ledger.isOpen(now) || !ledger.hasRoom(now, null)) continue;
    ledger.move(now, 1);
    if (ledger.row(now).halfDays === halfDays) same++;
  }
  return same === holders.length;
}

/** Opens a rehearsal of a solved run. */
export function rehearsalOf(solved: Solved): Rehearsal {
  const ledger = ledgerOf(solved);
  const newcomer = solved.roster.practitioners.length;
  const search = passerOn(ledger, newcomer + 1);
  // What people could free at most as the ledger stands.
  let freeable = freeableOf(ledger, true);
  /** Runs `act` on a changed ledger, and then puts back what people could free before. */
  const trying = <Answer>(during: Freeable, act: () => Answer): Answer => {
    const before = freeable;
    freeable = during;
    const answer = act();
    freeable = before;
    return answer;
  };
  const fill: Rehearsal["fill"] = (request) => {
    const before = ledger.mark();
    const moves = search(request, freeable);
    if (moves !== null) freeable = freeableAfter(ledger, freeable, ledger.changedSince(before));
    return moves;
  };
  const withOptions: Rehearsal["withOptions"] = (change, act) => {
    const before = ledger.mark();
    const usual = ledger.choices[change.request] ?? [];
    const isSame = changeOptions(ledger, change);
    const during = isSame ? freeable : freeableAfter(ledger, freeable, ledger.changedSince(before));
    const answer = trying(during, act);
    ledger.undoTo(before);
    ledger.choices[change.request] = usual;
    return answer;
  };
  const withNewcomer: Rehearsal["withNewcomer"] = ({ requests, ...room }, act) => {
    const before = ledger.mark();
    ledger.setRoom(newcomer, room);
    for (const request of requests) {
      const halfDays = solved.roster.requests[request]?.halfDays ?? 0;
      ledger.choices[request]?.push(ledger.add({ request, person: newcomer, halfDays, group: -1 }));
    }
    const answer = trying(freeableAfter(ledger, freeable, [newcomer]), act);
    ledger.undoTo(before);
    ledger.setRoom(newcomer, { slots: 0, halfDays: 0 });
    for (const request of requests) ledger.choices[request]?.pop();
    return answer;
  };
  let withoutDays: Freeable | null = null;
  return {
    withOptions,
    withNewcomer,
    newcomerRoom: () => ledger.roomOf(newcomer),
    canFill: (request) => {
      const [before, atRest] = [ledger.mark(), freeable];
      const moves = fill(request);
      ledger.undoTo(before);
      freeable = atRest;
      return moves !== null;
    },
    fill,
    holdersOf: (request) => (ledger.holding[request] ?? []).map((at) => ledger.row(at).person),
    couldEverGive: (person) => couldFree((withoutDays ??= freeableOf(ledger, false)), person, 0),
  };
}
