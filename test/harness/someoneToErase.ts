import { erasePerson } from "../../functions/people/erasure.ts";
import { PartnershipId } from "../../shared/domain/ids.ts";
import { act } from "../../shared/runtime/act.ts";
import { freshId } from "../../shared/runtime/identity.ts";
import type { Store } from "../../shared/store/store.ts";
import type { Table } from "../../shared/store/table.ts";
import { memoryTable } from "../store/memoryTable.ts";
import { memoryWorld, storesOver } from "../store/memoryWorld.ts";
import { broker, known, now, putSomeoneKnown } from "./someoneKnown.ts";

/** A store in memory with somebody of whom every kind of row speaks, and the broker who erases them. */
export async function someoneToErase() {
  const open = memoryTable();
  const partnershipId = freshId(PartnershipId, Date.parse(now));
  const storeOver = (openTable: (prefix: string) => Table): Store =>
    storesOver(openTable, now)(partnershipId);
  const store = storeOver(open);
  await putSomeoneKnown(store);
  let meanwhile: (() => Promise<void>) | undefined;
  let [reads, early] = [0, { read: -1, what: async (): Promise<void> => {} }];
  const beforeEachRead = async (): Promise<void> => {
    if (reads++ === early.read) await early.what();
  };
  const rival: Store = {
    ...store,
    get: async (rows, key) => {
      await beforeEachRead();
      return store.get(rows, key);
    },
    all: async (list) => {
      await beforeEachRead();
      return store.all(list);
    },
    async commit(action) {
      const once = meanwhile;
      meanwhile = undefined;
      await once?.();
      return store.commit(action);
    },
  };
  const session = {
    account: broker.account,
    partnershipId,
    roles: ["broker" as const],
    schoolId: undefined,
    personId: undefined,
  };
  const erase = async (confirmation: string = known.personId) =>
    erasePerson(
      { params: { personId: known.personId }, query: {}, body: { ground: "has-left", confirmation } },
      {
        world: memoryWorld(now),
        store: rival,
        session,
        actor: broker,
        act: (decide) => act({ store: rival }, decide),
      },
    );
  return {
    open,
    store,
    storeOver,
    erase,
    /** Has something happen before so manieth a read. */
    beforeRead: (read: number, what: () => Promise<void>) => {
      early = { read, what };
    },
    /** Has something happen between what is read and what is written. */
    beforeCommit: (what: () => Promise<void>) => {
      meanwhile = what;
    },
  };
}
