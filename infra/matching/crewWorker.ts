// Searches stretches of the deals that are sent to this thread, together with the thread that sent them.
import { type MessagePort, parentPort } from "node:worker_threads";
import type { FoundRows } from "../../shared/matching/candidates/finder.ts";
import { type Deal, giveUp, workOff } from "./dealing.ts";

export interface Errand {
  readonly deal: Deal;
  readonly port: MessagePort;
}

/** What was found of one stretch. */
export interface Errands {
  readonly stretch: number;
  readonly found: FoundRows;
}

parentPort?.on("message", ({ deal, port }: Errand) => {
  try {
    workOff(deal, (stretch, found) => {
      const message: Errands = { stretch, found };
      port.postMessage(message);
    });
  } catch (problem) {
    giveUp(deal);
    throw problem;
  } finally {
    port.close();
  }
});
