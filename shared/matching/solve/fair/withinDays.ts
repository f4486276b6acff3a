import { fairestBelow } from "../../certificate/ladder.ts";
import { leastWeight, noneAbove } from "../../certificate/levels.ts";
import { whole } from "../../problem/cells.ts";
import { objectiveOf } from "../../problem/answer.ts";
import { gradesFrom, weightOfPlaces } from "../../problem/grades.ts";
import type { Memory } from "../memory.ts";
import type { Tiers } from "../places/assign.ts";
import { fairerBy } from "./fairerBy.ts";
import { type Part, placesOf, type TieredPart } from "./fairer.ts";
import { graded, gradedProof } from "./graded.ts";
import { type ClimbedPart, climbed, type ClimbLimits } from "./ladder.ts";
import { worstPlaceProof } from "./worstPlace.ts";

/** A part that days bind in, with the fairest answer to it for which days are not looked at. */
export interface BoundPart extends Part {
  readonly free: Uint8Array;
}

/**
 * What places weigh by grade in all, and the least they could where no worst place is worse; both 0 where none is graded.
 * Each part has grades of its own, from its own worst place on: sums of several tell how much is in doubt, and are compared
 * with no other answer's.
 */
export interface GradedTotal {
  readonly total: number;
  readonly bound: number;
}

/** An answer to one part; nothing is fairer at any level below the one told. */
export interface PartAnswer {
  readonly taken: Uint8Array;
  readonly provenBelow: number;
  /** No answer with as much of the first tier has a better worst place than this; not proven where it is infinite. */
  readonly worstAtMost: number;
  readonly graded: GradedTotal;
}

/** How parts are made fairer. */
export interface Climbing extends Pick<ClimbLimits, "cases"> {
  /** Whether the first tier settles how many places are filled, so that levels can be settled one by one. */
  readonly countsPlaces: boolean;
  /** How weights of the first tier are built; null where it is not in units that outweigh all below. */
  readonly tiers: Tiers | null;
  /** Where climbs may be known. */
  readonly memory?: Memory | undefined;
}

/** Parts of more pairs are made fairer by grades, and bounded, not settled level by level: a mixture of them has more rows than changes are quick with. */
const pairsClimbed = 10_000;
/** Cells and pairs that all climbs of a run may look at. */
const mostWork = 6_000_000_000;

/**
 * Up to which level the fairest answer with days not looked at proves one within them: no answer within days is
 * fairer than that, so that levels at which both have as many places, from the lowest on, cannot be bettered.
 */
function provenByFlow({ first, levelOf, free }: BoundPart, taken: Uint8Array): number {
  if (objectiveOf(first, free) !== objectiveOf(first, taken)) return -Infinity;
  const [best, mine] = [placesOf(levelOf, free), placesOf(levelOf, taken)];
  const at = mine.findIndex((level, x) => level !== best[x]);
  return at < 0 ? Infinity : whole(mine, at);
}

const unproven = { provenBelow: -Infinity, worstAtMost: Infinity, graded: { total: 0, bound: 0 } } as const;

/** A climb from the best answer known by exchanges, then level by level; one that is known is believed as far as it proves what it should. */
function byClimbing(part: Part, effort: ClimbLimits, memory: Memory | undefined) {
  let provenBelow = -Infinity;
  const placesProven = ({ taken, ladder }: Pick<ClimbedPart, "taken" | "ladder">): number => {
    provenBelow = ladder === null ? -Infinity : fairestBelow(part, taken, ladder);
    return placesOf(part.levelOf, taken).filter((level) => level < provenBelow).length;
  };
  const climb = (): ClimbedPart => {
    const found = climbed({ ...part, begin: fairerBy(part, part.begin) }, effort);
    return { ...found, workAllowed: effort.work, placesProven: placesProven(found) };
  };
  const isTrue = (known: ClimbedPart): boolean => placesProven(known) === known.placesProven;
  const found = memory?.recalledClimb(part, effort, { climb, isTrue }) ?? climb();
  return { ...unproven, ...found, provenBelow };
}

/** A part made fairer by grades, with what the checker accepts of how much fairer another answer could be. */
function byGrades(part: TieredPart): PartAnswer {
  const taken = graded(part);
  const worst = worstPlaceProof(part, taken);
  const weightOf = gradesFrom(placesOf(part.levelOf, taken)[0] ?? 0, part.levelOf);
  const least = leastWeight({ ...part, weightOf }, taken, gradedProof(part, taken));
  return {
    ...unproven,
    taken,
    worstAtMost: worst !== null && noneAbove(part, taken, worst) ? worst.level : Infinity,
    graded: {
      total: weightOfPlaces(part.levelOf, taken, weightOf) ?? 0,
      bound: Math.max(0, Number(least ?? 0)),
    },
  };
}

/**
 * Makes parts fairer that days bind in. What all climbs may look at is counted: parts with fewest pairs come first, each
 * with its share, by its pairs, of what is left. Gives the answers in the order of the parts.
 */
export function withinDays(
  parts: readonly BoundPart[],
  { cases, countsPlaces, tiers, memory }: Climbing,
): readonly PartAnswer[] {
  const isClimbed = ({ levelOf }: BoundPart): boolean => countsPlaces && levelOf.length <= pairsClimbed;
  const answers = new Map<BoundPart, PartAnswer>();
  const climbs = parts.filter(isClimbed).toSorted((a, b) => a.levelOf.length - b.levelOf.length);
  let workLeft = mostWork;
  let pairsLeft = climbs.reduce((sum, { levelOf }) => sum + levelOf.length, 0);
  for (const part of climbs) {
    const work = Math.floor(workLeft * (part.levelOf.length / pairsLeft));
    const found = byClimbing(part, { cases, work }, memory);
    answers.set(part, found);
    workLeft = Math.max(0, workLeft - found.work);
    pairsLeft -= part.levelOf.length;
  }
  const notClimbed = (part: BoundPart): PartAnswer => {
    const begin = fairerBy(part, part.begin);
    const isGraded = countsPlaces && tiers !== null;
    return isGraded ? byGrades({ ...part, begin, unit: tiers.unit }) : { ...unproven, taken: begin };
  };
  return parts.map((part) => {
    const found = answers.get(part) ?? notClimbed(part);
    const provenBelow = Math.max(provenByFlow(part, found.taken), found.provenBelow);
    const worst = placesOf(part.levelOf, found.taken)[0] ?? Infinity;
    return { ...found, provenBelow, worstAtMost: worst < provenBelow ? worst : found.worstAtMost };
  });
}
