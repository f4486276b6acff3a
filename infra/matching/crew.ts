import { type MessagePort, MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
import { stretchesOf } from "../../shared/matching/candidates/asks.ts";
import type { FindAll } from "../../shared/matching/candidates/best.ts";
import { type Gather, gatherAtOnce, type Gathered } from "../../shared/matching/candidates/crowds.ts";
import type { FoundRows } from "../../shared/matching/candidates/finder.ts";
import { sharedCells } from "../../shared/matching/problem/cells.ts";
import { type Deal, freshNumbers, patience, waitForAll, workOff } from "./dealing.ts";
import { begun, type Errand, type FoundOf } from "./errands.ts";

/** Threads that search for candidates together. */
export interface Crew {
  /** Gathers crowds in another thread, where there is one, while this one goes on. */
  readonly gather: Gather;
  /** Finds the same as one thread alone, byte for byte. Waits for the others: nothing else runs in the meantime. */
  readonly findAll: FindAll;
  readonly dismiss: () => Promise<void>;
}

/** All that came through a port and was not read yet. */
function* received(port: MessagePort): Generator<FoundOf> {
  for (let got = receiveMessageOnPort(port); got !== undefined; got = receiveMessageOnPort(port))
    yield got.message;
}

const send = (worker: Worker, errand: Errand): void => {
  worker.postMessage(errand, [errand.port]);
};

/** What tests do otherwise: who does the errands, and for how many milliseconds one that stands still is waited for. */
interface CrewOptions {
  readonly worker?: URL;
  readonly milliseconds?: number;
}

/** Starts so many threads, this one among them; they start while this one goes on. */
export function crewOf(threads: number, options: CrewOptions = {}): Crew {
  const { worker: file = new URL("crewWorker.ts", import.meta.url), milliseconds = patience } = options;
  const workers = Array.from({ length: threads - 1 }, () => new Worker(file));
  const gather: Gather = (everybody) => {
    const [worker] = workers;
    if (worker === undefined) return gatherAtOnce(everybody);
    const state = sharedCells(1);
    const { port1: mine, port2: port } = new MessageChannel();
    send(worker, { kind: "gather", everybody, state, port });
    return () => {
      const ended = Atomics.wait(state, 0, begun, milliseconds);
      const gathered: Gathered | undefined = receiveMessageOnPort(mine)?.message;
      mine.close();
      if (gathered === undefined)
        throw new Error(`A thread ${ended === "timed-out" ? "died" : "failed"} that gathered crowds`);
      return gathered;
    };
  };
  const findAll: FindAll = (ground, asks) => {
    const stretches = stretchesOf(ground, asks);
    const deal: Deal = { ground, asks, stretches, numbers: freshNumbers(), isFromBehind: false };
    const ports = workers.map((worker, x) => {
      const { port1: mine, port2: port } = new MessageChannel();
      send(worker, { kind: "search", deal: { ...deal, isFromBehind: x % 2 === 0 }, port });
      return mine;
    });
    const parts = new Map<number, FoundRows>();
    workOff(deal, (stretch, found) => void parts.set(stretch, found));
    waitForAll(deal, milliseconds);
    for (const port of ports) {
      for (const { stretch, found } of received(port)) parts.set(stretch, found);
      port.close();
    }
    return stretches.flatMap((_, stretch) => parts.get(stretch) ?? []);
  };
  return {
    gather,
    findAll,
    dismiss: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
