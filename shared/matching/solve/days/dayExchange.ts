import { minHeap } from "../../problem/heap.ts";
import { isIn, type Settlement, type Trade } from "./daySettlement.ts";

/** How the next of all exchanges begun is chosen: the one that loses least, with what it seems to lose still. */
export interface ExchangeWay {
  /** Weight of what it seems to lose until all is settled, and what each place not settled counts besides. */
  readonly trust: number;
  readonly perPlace: number;
  /** Exchanges that may be looked at from each beginning. */
  readonly looks: number;
}

/** Changes of choice one after another, and the places that they leave to be settled. */
export interface Exchange {
  readonly before: Exchange | null;
  /** Who changes to which choice; -1 where a place is left open instead. */
  readonly person: number;
  readonly choice: number;
  /** What is lost so far against the answer; less than nothing while something is gained. */
  readonly loss: number;
  /** Requests held by more or fewer people than in the answer, and by how many. */
  readonly requests: readonly number[];
  readonly changes: readonly number[];
  readonly unsettled: number;
}

/** Changes how many people hold a request; says what that gains where the place was open. */
function recount(
  { answer, price }: Trade,
  { requests, changes }: { requests: number[]; changes: number[] },
  { request, by }: { request: number; by: number },
): number {
  let at = requests.indexOf(request);
  if (at < 0) {
    at = requests.push(request) - 1;
    changes.push(0);
  }
  const before = changes[at] ?? 0;
  const after = before + by;
  changes[at] = after;
  if (after === 0) {
    requests.splice(at, 1);
    changes.splice(at, 1);
  }
  const open = answer.open[request] ?? 0;
  const filled = (change: number): number => Math.min(Math.max(0, change), open);
  return (filled(after) - filled(before)) * (price[request] ?? 0);
}

/** Has somebody change to another choice after some exchange. */
export function changed(
  trade: Trade,
  before: Exchange | null,
  { person, choice }: { person: number; choice: number },
): Omit<Exchange, "unsettled"> {
  const { market, answer, choices, short } = trade;
  const counts = { requests: before?.requests.slice() ?? [], changes: before?.changes.slice() ?? [] };
  let loss = (before?.loss ?? 0) + (choices.loss[choice] ?? 0) - (short[person] ?? 0);
  for (let q = choices.pairStart[choice] ?? 0, end = choices.pairStart[choice + 1] ?? 0; q < end; q++) {
    const x = choices.pairs[q] ?? 0;
    if (answer.taken[x] === 0) loss -= recount(trade, counts, { request: market.request[x] ?? 0, by: 1 });
  }
  const from = answer.heldFrom[person] ?? 0;
  for (let q = from, end = from + (answer.load[person] ?? 0); q < end; q++) {
    const x = answer.held[q] ?? 0;
    if (!isIn(choices, choice, x))
      loss -= recount(trade, counts, { request: market.request[x] ?? 0, by: -1 });
  }
  return { before, person, choice, loss, ...counts };
}

/** Whether somebody changes already in an exchange, or in one before it. */
export function hasChanged(exchange: Exchange | null, person: number): boolean {
  for (let each = exchange; each !== null; each = each.before) if (each.person === person) return true;
  return false;
}

/** Exchanges begun and not yet gone on with. */
export function boardOf({ answer }: Trade, { lack, excess }: Settlement, { trust, perPlace }: ExchangeWay) {
  const heap = minHeap();
  const begun: Exchange[] = [];
  const tooMany = (i: number, change: number): number => Math.max(0, change - (answer.open[i] ?? 0));
  return {
    next: (): Exchange | undefined => (heap.size() > 0 ? begun[heap.pop()] : undefined),
    add: (exchange: Omit<Exchange, "unsettled">): void => {
      let [unsettled, seems] = [0, 0];
      for (let k = 0; k < exchange.requests.length; k++) {
        const [i, change] = [exchange.requests[k] ?? 0, exchange.changes[k] ?? 0];
        const over = tooMany(i, change);
        unsettled += over + Math.max(0, -change);
        seems += over * (excess[i] ?? 0) + Math.max(0, -change) * (lack[i] ?? 0);
      }
      if (exchange.loss + seems >= 0) return;
      heap.push(exchange.loss + trust * seems + perPlace * unsettled, begun.length);
      begun.push({ ...exchange, unsettled });
    },
    /** Which of the requests is hardest to settle, and whether it lacks a place. */
    hardest: ({ requests, changes }: Exchange) => {
      let [at, most, lacks] = [0, -1, false];
      for (let k = 0; k < requests.length; k++) {
        const [i, change] = [requests[k] ?? 0, changes[k] ?? 0];
        if (change >= 0 && tooMany(i, change) === 0) continue;
        const seems = (change < 0 ? lack[i] : excess[i]) ?? 0;
        if (seems > most) [at, most, lacks] = [k, seems, change < 0];
      }
      return { at, lacks };
    },
  };
}
