import type { Store } from "../../shared/store/store.ts";
import type { Table } from "../../shared/store/table.ts";

/** When a worker is killed: as it calls the table, after the table did what it was asked, or half way through a batch. */
export const moments = ["before", "after", "halfway"] as const;
export type Moment = (typeof moments)[number];

/** What a dead worker's calls end in. */
class Killed extends Error {}
/** Work that deals with each by itself tells of all the calls that it tried once it was dead. */
const isOfDeath = (error: unknown): boolean =>
  error instanceof Killed || (error instanceof AggregateError && error.errors.every(isOfDeath));

/** A table whose worker is killed at its call number `at`, counted from 0, and that answers nothing from then on. */
function killedAt(
  table: Table,
  at: number,
  moment: Moment,
): { readonly table: Table; readonly calls: () => number } {
  let calls = 0;
  const around =
    <Arguments extends readonly unknown[], Answer>(call: (...given: Arguments) => Promise<Answer>) =>
    async (...given: Arguments): Promise<Answer> => {
      const mine = calls++;
      if (mine > at || (mine === at && moment !== "after")) throw new Killed();
      const answer = await call(...given);
      if (mine === at) throw new Killed();
      return answer;
    };
  return {
    calls: () => calls,
    table: {
      get: around(table.get),
      getAll: around(table.getAll),
      query: around(table.query),
      transact: around(table.transact),
      putIf: around(table.putIf),
      remove: around(table.remove),
      async put(items) {
        if (calls === at && moment === "halfway") await table.put(items.slice(0, items.length / 2));
        await around(table.put)(items);
      },
    },
  };
}

/** Works on a store until the kill at a call of its table; answers whether it came to that. */
export async function workUntilKilled(
  storeOver: (openTable: (prefix: string) => Table) => Store,
  {
    open,
    at,
    moment,
  }: { readonly open: (prefix: string) => Table; readonly at: number; readonly moment: Moment },
  work: (dying: Store) => Promise<unknown>,
): Promise<"ended" | "killed"> {
  let calls = (): number => 0;
  const dying = storeOver((prefix) => {
    const killed = killedAt(open(prefix), at, moment);
    calls = killed.calls;
    return killed.table;
  });
  try {
    await work(dying);
  } catch (error) {
    if (!isOfDeath(error)) throw error;
  }
  return calls() > at ? "killed" : "ended";
}
