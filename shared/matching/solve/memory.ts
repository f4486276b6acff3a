import { fingerprintOfBytes, longFingerprint } from "../facts/digest.ts";
import { compared } from "../facts/order.ts";
import type { Problem } from "../problem/problem.ts";
import type { SolvedPart } from "./search.ts";

/** Answers of parts that were solved, by the name of what was asked. */
export type SolvedParts = ReadonlyMap<string, SolvedPart>;

/** How a part is solved, beside the part itself: all that its answer depends on. */
export interface Manner {
  readonly cases: number;
  readonly unit: number;
  readonly room: number | null;
}

/** Remembers the answers of parts: those that are known, and those that are asked for now. */
export interface Memory {
  /** What `solve` answers for a part, or answered when it was asked the same. */
  readonly recalled: (problem: Problem, manner: Manner, solve: () => SolvedPart) => SolvedPart;
  /** The answers of all parts that were asked for. */
  readonly asked: () => SolvedParts;
}

/** Parts with fewer pairs are solved sooner than they are looked up. */
const leastPairs = 200;

/** A name for a part and the manner of solving it: the same numbers in the same order, and no others, have it. */
function nameOf(problem: Problem, { cases, unit, room }: Manner): string {
  const { requestCount, practitionerCount, ...rows } = problem;
  const prints = Object.entries(rows)
    .toSorted(([a], [b]) => compared(a, b))
    .map(([name, { buffer, byteOffset, byteLength }]) => {
      return `${name} ${byteLength} ${fingerprintOfBytes(new Uint8Array(buffer, byteOffset, byteLength))}`;
    });
  return longFingerprint([requestCount, practitionerCount, cases, unit, room, ...prints].join("\n"));
}

/**
 * Opens a memory in which some answers are known. A part is solved by a pure function of its numbers, so that an
 * answer to the same numbers is the same to the last byte.
 */
export function memoryOf(known: SolvedParts): Memory {
  const asked = new Map<string, SolvedPart>();
  return {
    recalled: (problem, manner, solve) => {
      if (problem.weight.length < leastPairs) return solve();
      const name = nameOf(problem, manner);
      const found = asked.get(name) ?? known.get(name) ?? solve();
      asked.set(name, found);
      return found;
    },
    asked: () => asked,
  };
}
