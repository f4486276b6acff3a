import type { MessagePort } from "node:worker_threads";
import type { Everybody } from "../../shared/matching/candidates/crowds.ts";
import type { FoundRows } from "../../shared/matching/candidates/finder.ts";
import type { Deal } from "./dealing.ts";

/** Crowds to be gathered: they come through the port before the state says that the thread is through with it. */
export interface Gathering {
  readonly kind: "gather";
  readonly everybody: Everybody;
  readonly state: Int32Array;
  readonly port: MessagePort;
}

/** Stretches to be searched together with others: what is found of each comes through the port. */
export interface Searching {
  readonly kind: "search";
  readonly deal: Deal;
  readonly port: MessagePort;
}

/** What one thread asks of another. */
export type Errand = Gathering | Searching;

/** What was found of one stretch. */
export interface FoundOf {
  readonly stretch: number;
  readonly found: FoundRows;
}

/** The states of a gathering. */
export const [begun, over] = [0, 1];
