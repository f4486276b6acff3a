import { type MessagePort, MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
import { stretchesOf } from "../../shared/matching/candidates/asks.ts";
import type { FindAll } from "../../shared/matching/candidates/best.ts";
import type { FoundRows } from "../../shared/matching/candidates/finder.ts";
import type { Errand, Errands } from "./crewWorker.ts";
import { type Deal, freshNumbers, waitForAll, workOff } from "./dealing.ts";

/** Threads that search for candidates together. */
export interface Crew {
  /** Finds the same as one thread alone, byte for byte. Waits for the others: nothing else runs in the meantime. */
  readonly findAll: FindAll;
  readonly dismiss: () => Promise<void>;
}

/** All that came through a port and was not read yet. */
function* received(port: MessagePort): Generator<Errands> {
  for (let got = receiveMessageOnPort(port); got !== undefined; got = receiveMessageOnPort(port))
    yield got.message;
}

/** Starts so many threads, this one among them; they start while this one goes on. */
export function crewOf(threads: number): Crew {
  const workers = Array.from(
    { length: threads - 1 },
    () => new Worker(new URL("crewWorker.ts", import.meta.url)),
  );
  const findAll: FindAll = (ground, asks) => {
    const stretches = stretchesOf(ground, asks);
    const deal: Deal = { ground, asks, stretches, numbers: freshNumbers(), isFromBehind: false };
    const ports = workers.map((worker, x) => {
      const { port1: mine, port2: port } = new MessageChannel();
      const errand: Errand = { deal: { ...deal, isFromBehind: x % 2 === 0 }, port };
      worker.postMessage(errand, [port]);
      return mine;
    });
    const parts = new Map<number, FoundRows>();
    workOff(deal, (stretch, found) => void parts.set(stretch, found));
    waitForAll(deal);
    for (const port of ports) {
      for (const { stretch, found } of received(port)) parts.set(stretch, found);
      port.close();
    }
    return stretches.flatMap((_, stretch) => parts.get(stretch) ?? []);
  };
  return {
    findAll,
    dismiss: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
