import type { Asks, Stretch } from "../../shared/matching/candidates/asks.ts";
import type { Ground } from "../../shared/matching/candidates/field.ts";
import { finderOf, type FoundRows } from "../../shared/matching/candidates/finder.ts";
import { sharedCells } from "../../shared/matching/problem/cells.ts";

/** Asks that several threads share, with numbers in shared memory by which stretches of them are dealt out. */
export interface Deal {
  readonly ground: Ground;
  readonly asks: Asks;
  readonly stretches: readonly Stretch[];
  readonly numbers: Int32Array;
  /** Whether this thread begins with the last stretches: where threads come from both ends, few lay the same key out twice. */
  readonly isFromBehind: boolean;
}

/** The numbers of a deal: how many stretches were dealt out, from the front and from behind, are done, and whether a thread failed. */
const [dealt, inFront, behind, done, failed] = [0, 1, 2, 3, 4];

/** Numbers of a deal of which nothing has been dealt out. */
export const freshNumbers = (): Int32Array => sharedCells(5);

/** Takes the next stretch; undefined once all are dealt out. */
function takeNext({ stretches, numbers, isFromBehind }: Deal): number | undefined {
  if (Atomics.add(numbers, dealt, 1) >= stretches.length) return undefined;
  return isFromBehind
    ? stretches.length - 1 - Atomics.add(numbers, behind, 1)
    : Atomics.add(numbers, inFront, 1);
}

/** Searches one stretch after the other for as long as there are any, and hands out what is found of each. */
export function workOff(deal: Deal, handOut: (stretch: number, found: FoundRows) => void): void {
  const { ground, asks, stretches, numbers } = deal;
  const find = finderOf(ground);
  for (let at = takeNext(deal); at !== undefined; at = takeNext(deal)) {
    const stretch = stretches[at];
    if (stretch === undefined) throw new RangeError(`No stretch ${at} among ${stretches.length}`);
    handOut(at, find(asks, stretch));
    Atomics.add(numbers, done, 1);
    Atomics.notify(numbers, done);
  }
}

/** Says that a thread cannot go on, so that nobody waits for it. */
export function giveUp({ numbers, stretches }: Deal): void {
  Atomics.store(numbers, failed, 1);
  Atomics.add(numbers, done, stretches.length);
  Atomics.notify(numbers, done);
}

/** A thread that does not go on for so many milliseconds has died: who waits for it hears of no other sign. */
export const patience = 60_000;

/** Waits until all stretches are done; a thread that failed, or died, is a bug and stops the run. */
export function waitForAll({ numbers, stretches }: Deal, milliseconds = patience): void {
  const countDone = (): number => Atomics.load(numbers, done);
  for (let count = countDone(); count < stretches.length; count = countDone())
    if (Atomics.wait(numbers, done, count, milliseconds) === "timed-out")
      throw new Error("A thread died that searched for candidates");
  if (Atomics.load(numbers, failed) === 1) throw new Error("A thread failed that searched for candidates");
}
