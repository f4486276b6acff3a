import { fingerprintOfBytes, longFingerprint } from "../facts/digest.ts";
import { compared } from "../facts/order.ts";
import type { Problem } from "../problem/problem.ts";
import type { Part } from "./fair/fairer.ts";
import type { ClimbedPart, ClimbLimits } from "./fair/ladder.ts";
import type { SolvedPart } from "./search.ts";

/** The answer of a part that was solved or climbed. */
export type KeptPart = SolvedPart | ClimbedPart;

/** Answers of parts, by the name of what was asked. */
export type SolvedParts = ReadonlyMap<string, KeptPart>;

/** How a part is solved, beside the part itself: all that its answer depends on. */
export interface Manner {
  readonly cases: number;
  readonly unit: number;
  readonly room: number | null;
}

/** How an answer to a part is come by where none is known, and what a known one must be true of. */
interface Climbing {
  readonly climb: () => ClimbedPart;
  readonly isTrue: (known: ClimbedPart) => boolean;
}

/** Remembers the answers of parts: those that are known, and those that are asked for now. */
export interface Memory {
  /** What `solve` answers for a part, or answered when it was asked the same. */
  readonly recalled: (problem: Problem, manner: Manner, solve: () => SolvedPart) => SolvedPart;
  /** The same of a climb; one that is known is climbed again where it is not true. */
  readonly recalledClimb: (part: Part, effort: ClimbLimits, climbing: Climbing) => ClimbedPart;
  /** The answers of all parts that were asked for. */
  readonly asked: () => SolvedParts;
}

/** Parts with fewer pairs are solved sooner than they are looked up. */
const leastPairs = 200;

/** A name for some numbers: the same in the same order, and no others, have it. */
function nameOf(rows: Readonly<Record<string, ArrayBufferView>>, numbers: readonly unknown[]): string {
  const prints = Object.entries(rows)
    .toSorted(([a], [b]) => compared(a, b))
    .map(([name, { buffer, byteOffset, byteLength }]) => {
      return `${name} ${byteLength} ${fingerprintOfBytes(new Uint8Array(buffer, byteOffset, byteLength))}`;
    });
  return longFingerprint([...numbers, ...prints].join("\n"));
}

/** A name for a part and the manner of solving it. */
function nameOfPart(problem: Problem, { cases, unit, room }: Manner): string {
  const { requestCount, practitionerCount, ...rows } = problem;
  return nameOf(rows, [requestCount, practitionerCount, cases, unit, room]);
}

/** A name for a part and a climb from an answer to it, whatever work is allowed. */
function nameOfClimb({ first, levelOf, begin }: Part, { cases }: ClimbLimits): string {
  const { requestCount, practitionerCount, ...rows } = first;
  return nameOf({ ...rows, levelOf, begin }, [requestCount, practitionerCount, cases, "climb"]);
}

const isClimb = (found: KeptPart): found is ClimbedPart => "ladder" in found;

/** Whether a climb with so much work comes to the same: no less was allowed, or there was more than it took both times. */
const isAsFar = ({ work, workAllowed }: ClimbedPart, allowed: number): boolean =>
  workAllowed === allowed || work < Math.min(workAllowed, allowed);

/**
 * Opens a memory in which some answers are known. A part is solved by a pure function of its numbers, so that an
 * answer to the same numbers is the same to the last byte.
 */
export function memoryOf(known: SolvedParts): Memory {
  const asked = new Map<string, KeptPart>();
  return {
    recalled: (problem, manner, solve) => {
      if (problem.weight.length < leastPairs) return solve();
      const name = nameOfPart(problem, manner);
      const kept = asked.get(name) ?? known.get(name);
      const found = kept === undefined || isClimb(kept) ? solve() : kept;
      asked.set(name, found);
      return found;
    },
    recalledClimb: (part, effort, { climb, isTrue }) => {
      const pairs = part.levelOf.length;
      if (pairs < leastPairs) return climb();
      const name = nameOfClimb(part, effort);
      const isSame = (kept: KeptPart | undefined): kept is ClimbedPart =>
        kept !== undefined && isClimb(kept) && kept.taken.length === pairs && isAsFar(kept, effort.work);
      const kept = [asked.get(name), known.get(name)].find(isSame);
      // It is kept as if it were climbed now, so that whoever climbs it keeps the same.
      const found = kept !== undefined && isTrue(kept) ? { ...kept, workAllowed: effort.work } : climb();
      asked.set(name, found);
      return found;
    },
    asked: () => asked,
  };
}
