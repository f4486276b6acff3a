import { exact, whole } from "../problem/cells.ts";
import { type Ledger, ledgerOf, type Room, type Row } from "./ledger.ts";
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
  /** What is left to the practitioner that the run did not have. */
  readonly newcomerRoom: () => Room;
}

/** Pairs that the search for one chain may look at, so that no question takes long. */
const mostLooks = 20_000;

/** Searches for chains: a place goes to somebody whose other work goes on to the next, until somebody has room. */
function fillerOf(ledger: Ledger, people: number): (request: number, isUsual: boolean) => number | null {
  const visited = new Int32Array(people);
  // Whom no chain frees of so many half-days while the run stands as it was found: asked once, kept for good.
  const stuck = new Float64Array(people).fill(Infinity);
  const asked: Row[] = [];
  let [round, looks, usual] = [0, 0, false];
  const isVisited = (at: number): boolean => whole(visited, ledger.row(at).person) === round;

  const place = (request: number): boolean => {
    const open = (ledger.choices[request] ?? []).filter((at) => !isVisited(at) && ledger.isOpen(at));
    looks += open.length;
    const free = open.find((at) => ledger.hasRoom(at, null));
    if (free !== undefined) ledger.move(free, 1);
    return free !== undefined || (looks < mostLooks && open.some(displace));
  };
  /** Whether there is anybody to whom work of a request could go on: asked first, since moving costs more. */
  const leadsOn = (request: number): boolean => (ledger.choices[request] ?? []).some((at) => !isVisited(at));
  /** Gives a row the room of another of the same person, whose request then looks for somebody else. */
  const displace = (at: number): boolean => {
    const row = ledger.row(at);
    if (isVisited(at) || (usual && row.halfDays >= exact(stuck, row.person))) return false;
    visited[row.person] = round;
    asked.push(row);
    return (ledger.heldBy[row.person] ?? []).slice().some((other) => {
      if (!ledger.hasRoom(at, other) || !leadsOn(ledger.row(other).request)) return false;
      const before = ledger.mark();
      ledger.move(other, -1);
      ledger.move(at, 1);
      if (place(ledger.row(other).request)) return true;
      ledger.undoTo(before);
      return false;
    });
  };
  return (request, isUsual) => {
    [round, looks, usual] = [round + 1, 0, isUsual];
    asked.length = 0;
    const before = ledger.mark();
    if (place(request)) return (ledger.mark().moves - before.moves - 1) / 2;
    if (isUsual && looks < mostLooks)
      for (const { person, halfDays } of asked) stuck[person] = Math.min(exact(stuck, person), halfDays);
    return null;
  };
}

function changeOptions(ledger: Ledger, { request, options, limitOf }: ChangedOptions): void {
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
  for (const at of holders) {
    const now = rows.find((other) => ledger.row(other).person === ledger.row(at).person);
    if (now !== undefined && ledger.isOpen(now) && ledger.hasRoom(now, null)) ledger.move(now, 1);
  }
}

/** Opens a rehearsal of a solved run. */
export function rehearsalOf(solved: Solved): Rehearsal {
  const ledger = ledgerOf(solved);
  const newcomer = solved.roster.practitioners.length;
  const fill = fillerOf(ledger, newcomer + 1);
  let alone = true;
  const withOptions: Rehearsal["withOptions"] = (change, act) => {
    const before = ledger.mark();
    const usual = ledger.choices[change.request] ?? [];
    changeOptions(ledger, change);
    const answer = act();
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
    alone = false;
    const answer = act();
    alone = true;
    ledger.undoTo(before);
    for (const request of requests) ledger.choices[request]?.pop();
    return answer;
  };
  return {
    withOptions,
    withNewcomer,
    newcomerRoom: () => ledger.roomOf(newcomer),
    canFill: (request) => {
      const before = ledger.mark();
      const moves = fill(request, alone && before.moves === 0);
      ledger.undoTo(before);
      return moves !== null;
    },
    fill: (request) => fill(request, alone && ledger.mark().moves === 0),
    holdersOf: (request) => (ledger.holding[request] ?? []).map((at) => ledger.row(at).person),
  };
}
