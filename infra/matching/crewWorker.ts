// Does errands for the thread that sends them.
import { parentPort } from "node:worker_threads";
import { gatheredFrom } from "../../shared/matching/candidates/crowds.ts";
import { giveUp, workOff } from "./dealing.ts";
import { type Errand, type FoundOf, type Gathering, over, type Searching } from "./errands.ts";

function gather({ everybody, state, port }: Gathering): void {
  try {
    port.postMessage(gatheredFrom(everybody));
  } finally {
    Atomics.store(state, 0, over);
    Atomics.notify(state, 0);
  }
}

function search({ deal, port }: Searching): void {
  try {
    workOff(deal, (stretch, found) => {
      const message: FoundOf = { stretch, found };
      port.postMessage(message);
    });
  } catch (problem) {
    giveUp(deal);
    throw problem;
  }
}

parentPort?.on("message", (errand: Errand) => {
  try {
    if (errand.kind === "gather") gather(errand);
    else search(errand);
  } finally {
    errand.port.close();
  }
});
