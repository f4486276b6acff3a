import type { Item, Table } from "../../shared/store/table.ts";
import type { Chance } from "./chance.ts";
import type { Process } from "./processes.ts";

/** In which share of calls what goes wrong; all of it ends with the faults. */
export const shares = {
  crash: 0.005,
  throttled: 0.005,
  contended: 0.03,
  replyLost: 0.01,
  outcomeUnknown: 0.005,
  notQueued: 0.02,
  queuedTwice: 0.05,
  notRemoved: 0.03,
  streamLost: 0.1,
  letterRefused: 0.03,
} as const;
export type Fault = keyof typeof shares;

/** Chance with faults that can be ended, and a count of what went wrong. */
export interface Faults {
  readonly strikes: (fault: Fault) => boolean;
  readonly areOn: () => boolean;
  readonly end: () => void;
  readonly struck: ReadonlyMap<Fault, number>;
}

export function faultsBy(chance: Chance): Faults {
  let areOn = true;
  const struck = new Map<Fault, number>();
  return {
    struck,
    areOn: () => areOn,
    end: () => void (areOn = false),
    strikes(fault) {
      const does = areOn && chance.happens(shares[fault]);
      if (does) struck.set(fault, (struck.get(fault) ?? 0) + 1);
      return does;
    },
  };
}

/**
 * A table as an invocation meets it: each call waits for its turn; the invocation may die before or after it, the call
 * may be refused, and its reply may be lost after it was done. A transaction whose reply is lost is sent again with its
 * token and answers as it would have; a single put is sent again without one, so that it finds its own condition broken.
 * Where no reply ever comes, an error is raised for what was done.
 */
export function faultyTable(table: Table, process: Process, { strikes }: Faults): Table {
  const through = async <Reply>(call: () => Promise<Reply>, again: () => Promise<Reply>): Promise<Reply> => {
    await process.turn();
    if (strikes("crash")) return process.crash();
    if (strikes("throttled")) throw new Error("The table has too much to do");
    const reply = await call();
    if (strikes("crash")) return process.crash();
    if (strikes("outcomeUnknown")) throw new Error("Nobody knows whether it was done");
    if (!strikes("replyLost")) return reply;
    await process.turn();
    return again();
  };
  const twice = <Reply>(call: () => Promise<Reply>): Promise<Reply> => through(call, call);
  return {
    get: (key: Item) => twice(() => table.get(key)),
    getAll: (keys) => twice(() => table.getAll(keys)),
    query: (input) => twice(() => table.query(input)),
    putIf: (put) => twice(() => table.putIf(put)),
    remove: (key) => twice(() => table.remove(key)),
    put: (items) => twice(() => table.put(items)),
    async transact(items) {
      if (strikes("contended")) {
        await process.turn();
        return "contended";
      }
      let first: Awaited<ReturnType<Table["transact"]>> = [];
      return through(
        async () => (first = await table.transact(items)),
        async () => first,
      );
    },
  };
}
