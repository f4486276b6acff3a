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
}

/** The numbers of a deal: the next stretch, how many are done, and whether a thread failed. */
const [next, done, failed] = [0, 1, 2];

/** Numbers of a deal of which nothing has been dealt out. */
export const freshNumbers = (): Int32Array => sharedCells(3);

/** Searches one stretch after the other for as long as there are any, and hands out what is found of each. */
export function workOff(
  { ground, asks, stretches, numbers }: Deal,
  handOut: (stretch: number, found: FoundRows) => void,
): void {
  const find = finderOf(ground);
  for (;;) {
    const at = Atomics.add(numbers, next, 1);
    const stretch = stretches[at];
    if (stretch === undefined) return;
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

/** Waits until all stretches are done; a thread that failed is a bug and stops the run. */
export function waitForAll({ numbers, stretches }: Deal): void {
  const countDone = (): number => Atomics.load(numbers, done);
  for (let count = countDone(); count < stretches.length; count = countDone())
    Atomics.wait(numbers, done, count);
  if (Atomics.load(numbers, failed) === 1) throw new Error("A thread failed that searched for candidates");
}
