import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { afterAll, describe, expect, it } from "vitest";
import { candidatesOf } from "../../shared/matching/candidates/best.ts";
import { fieldOf } from "../../shared/matching/candidates/field.ts";
import { madeUpArea } from "../../shared/matching/facts/madeUpArea.ts";
import { rosterOf } from "../../shared/matching/facts/roster.ts";
import { pinsOf } from "../../shared/matching/problem/pins.ts";
import { stretchesOf, asksInOrder } from "../../shared/matching/candidates/asks.ts";
import { crewOf } from "./crew.ts";
import { type Deal, freshNumbers, giveUp, waitForAll, workOff } from "./dealing.ts";

const small = rosterOf(madeUpArea({ schools: 10, practitioners: 40, requests: 30, codes: 5, seed: 1 }));

/** A small area's asks, of which nothing has been dealt out. */
function smallDeal(): Deal {
  const ground = fieldOf(small, pinsOf(small)).ground();
  const asks = asksInOrder(
    ground,
    small.requests.map((_, request) => ({ request, most: 5, above: -Infinity })),
  );
  return { ground, asks, stretches: stretchesOf(ground, asks), numbers: freshNumbers(), isFromBehind: false };
}

/** A thread of so many words, which knows the port of the one that started it. */
const doing = (code: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from "node:worker_threads"; ${code}`)}`,
  );

describe("a crew", () => {
  const crews = [1, 2, 3].map((threads) => crewOf(threads));
  afterAll(async () => {
    await Promise.all(crews.map((crew) => crew.dismiss()));
  });

  it("finds the same candidates as one thread alone, byte for byte, whatever its number", () => {
    for (let seed = 1; seed <= 5; seed++) {
      const area = madeUpArea({ schools: 60, practitioners: 400, requests: 300, codes: 10, seed });
      const roster = rosterOf(area);
      const field = fieldOf(roster, pinsOf(roster));
      const asks = roster.requests.map((_, request) => ({ request, most: 5, above: -Infinity }));
      const alone = candidatesOf(field)(asks);
      expect(alone.some(({ leftOut }) => leftOut > -Infinity)).toBe(true);
      for (const { gather, findAll } of crews) {
        const together = fieldOf(roster, pinsOf(roster), gather);
        expect(candidatesOf(together, findAll)(asks)).toEqual(alone);
      }
    }
  });

  it("says so when a thread dies while it gathers, and does not wait for ever", async () => {
    const worker = doing(`parentPort.on("message", () => process.exit(1));`);
    const crew = crewOf(2, { worker, milliseconds: 500 });
    expect(() => fieldOf(small, pinsOf(small), crew.gather).ground()).toThrow(
      "A thread died that gathered crowds",
    );
    await crew.dismiss();
  });

  it("says so when a thread dies with a stretch that it took, and does not wait for ever", async () => {
    const deal = smallDeal();
    const worker = doing(`parentPort.on("message", (at) => process.exit(Atomics.add(at, 0, 1)));`);
    const thread = new Worker(worker);
    thread.postMessage(deal.numbers);
    await once(thread, "exit");
    workOff(deal, () => {});
    expect(() => {
      waitForAll(deal, 100);
    }).toThrow("A thread died that searched for candidates");
  });

  it("is not waited for once one of its threads has given up", () => {
    const deal = smallDeal();
    // The stretch that the other thread took along is never done.
    Atomics.add(deal.numbers, 0, 1);
    workOff(deal, () => {});
    giveUp(deal);
    expect(() => {
      waitForAll(deal);
    }).toThrow(/failed/);
  });
});
