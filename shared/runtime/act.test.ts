import { describe, expect, it } from "vitest";
import type { Committed, Store } from "../store/store.ts";
import { memoryWorld } from "../../test/store/memoryWorld.ts";
import { idWith, PartnershipId } from "../domain/ids.ts";
import { act } from "./act.ts";
import { refuse } from "./refusal.ts";
import { serviceActor } from "./session.ts";

const action = { chain: "partnership" as const, action: "a", actor: serviceActor("test"), writes: [] };
const reply = { status: 200, body: "done" };

/** A store whose commits end as told, one after the other. */
const storeEnding = (...ends: readonly Committed[]): { store: Store; commits: () => number } => {
  let commits = 0;
  const commit = async (): Promise<Committed> => {
    commits += 1;
    return ends[Math.min(commits, ends.length) - 1] ?? "committed";
  };
  const store = { ...memoryWorld().storeFor(idWith(PartnershipId, "aaaaaaaa")), commit };
  return { store, commits: () => commits };
};

describe("acting", () => {
  it("decides afresh after each conflict, and answers with the decision that was written", async () => {
    const { store, commits } = storeEnding("conflict", "conflict", "committed");
    let decisions = 0;
    const answer = await act({ store }, async () => {
      decisions += 1;
      return { reply: { status: 200, body: decisions }, action };
    });
    expect(answer).toEqual({ status: 200, body: 3 });
    expect(commits()).toBe(3);
  });

  it("refuses as soon as the newest state says so", async () => {
    const { store, commits } = storeEnding("conflict");
    let decisions = 0;
    const answer = await act({ store }, async () => {
      decisions += 1;
      return decisions === 1 ? { reply, action } : refuse("slots-filled", "Taken.");
    });
    expect(answer).toEqual(refuse("slots-filled", "Taken."));
    expect(commits()).toBe(1);
  });

  it("refuses for what stands, and not for rows that somebody else wrote between two readings", async () => {
    const { store } = storeEnding("committed");
    const torn = refuse("capacity-used-up", "No days are left.");
    const stands = refuse("wrong-state", "You have said yes.");
    const decided = [torn, stands, stands, torn];
    expect(await act({ store }, async () => decided.shift() ?? { reply, action })).toEqual(stands);
    expect(decided).toEqual([torn]);
    const one = [refuse("not-found", "No such offer."), stands];
    expect(await act({ store }, async () => one.shift() ?? { reply, action })).toMatchObject({
      problem: "not-found",
    });
  });

  it("gives up with `busy` when others keep winning", async () => {
    const { store, commits } = storeEnding("conflict");
    expect(await act({ store }, async () => ({ reply, action }))).toMatchObject({ problem: "busy" });
    expect(commits()).toBe(6);
  });

  it("says `busy` at once when the same request is being answered", async () => {
    const { store, commits } = storeEnding("already-answered");
    expect(await act({ store }, async () => ({ reply, action }))).toMatchObject({ problem: "busy" });
    expect(commits()).toBe(1);
  });

  it("writes nothing where nothing is to be done", async () => {
    const { store, commits } = storeEnding("committed");
    expect(await act({ store }, async () => ({ reply }))).toEqual(reply);
    expect(commits()).toBe(0);
  });
});
