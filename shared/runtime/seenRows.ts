import type { Refusal } from "../contract/problems.ts";
import { sha256 } from "./identity.ts";
import { refuse } from "./refusal.ts";

/** A row of a file: what of it would change, and what names the row as it stands, such as its revision. */
interface Met {
  readonly change: "added" | "changed" | "unchanged";
  readonly standing: readonly (string | number | null)[];
}

/** Marks stay short, as all of them stand in one address: two readings of a row have the same once in 16 million. */
const markLength = 4;

const markOf = ({ change, standing }: Met): string =>
  Buffer.from(sha256(JSON.stringify([change, ...standing])), "hex")
    .toString("base64url")
    .slice(0, markLength);

/** As many rows as have a mark each: those of more would not fit one address. */
export const mostMarked = 1000;

/** The rows of a file as they were met: a mark for each, or one for all of a long one. */
export const seenOf = (rows: readonly Met[]): string =>
  rows.length > mostMarked ? sha256(JSON.stringify(rows)) : rows.map(markOf).join("");

/** The places of rows that are marked otherwise than they were. */
export const seenOtherwise = (before: string, now: string): readonly number[] =>
  Array.from({ length: now.length / markLength }, (_, place) => place).filter((place) => {
    const at = [place * markLength, (place + 1) * markLength] as const;
    return before.slice(...at) !== now.slice(...at);
  });

export const lookAgain: Refusal = refuse(
  "wrong-state",
  "What the file would change was changed since it was looked at: look at it again.",
);

/**
 * Why a file is not imported by somebody who saw other rows than it would write over; they may not have said what
 * they saw. A row that says already what the file does is written over by nobody: a file goes on where it stopped.
 */
export function unseen(seen: string | undefined, rows: readonly Met[]): Refusal | undefined {
  if (seen === undefined) return undefined;
  const now = seenOf(rows);
  if (rows.length > mostMarked) return seen === now ? undefined : lookAgain;
  const others = seenOtherwise(seen, now);
  return others.some((place) => rows[place]?.change !== "unchanged") ? lookAgain : undefined;
}
