import type { LadderProof, RungProof } from "../../certificate/fairProof.ts";
import { mark, whole } from "../../problem/cells.ts";
import { componentsOf } from "../../problem/components.ts";
import { begun, type Climb, keepTo, mayGoOn, searched } from "./climb.ts";
import { solve } from "../solve.ts";
import { fairerBy } from "./fairerBy.ts";
import { isFairer, type Part } from "./fairer.ts";
import { bestInFirst, fullest } from "./firstTier.ts";
import { openMixture } from "./openMixture.ts";
import { finestFor, type Piece, pieceOf, questionOf } from "./question.ts";
import { kept, open, out, residualOf } from "../../problem/residual.ts";

/** What a climb may cost: cases of each question, and the cells and pairs that it may look at in all. */
export interface ClimbLimits {
  readonly cases: number;
  readonly work: number;
}

/** What a climb came to, with its proof as far as there is one. */
export interface Climbed {
  readonly taken: Uint8Array;
  readonly ladder: LadderProof | null;
  /** What it looked at: one that looked at less than it might was never stopped. */
  readonly work: number;
}

/** A climb as it is kept: with what it was allowed, and how many places the checker says that it proves. */
export interface ClimbedPart extends Climbed {
  readonly workAllowed: number;
  readonly placesProven: number;
}

/** A mixture is begun anew when so small a share of its pairs is still open: it has grown slow by what is decided. */
const fewer = 0.8;
/** What came of one question: a proof that fewer places would not do, a fairer answer, or neither. */
type Outcome =
  | { readonly kind: "proven"; readonly rung: RungProof }
  | { readonly kind: "fairer"; readonly taken: Uint8Array }
  | { readonly kind: "open" };

/** The answer with other pairs of a piece, improved by exchanges among them. */
function withPairs({ taken }: Climb, { problem, levelOf, pairs }: Piece, chosen: Uint8Array): Uint8Array {
  const next = taken.slice();
  fairerBy({ first: problem, levelOf }, chosen).forEach((each, x) => (next[whole(pairs, x)] = each));
  return next;
}

/** Cells that stand for one pair of a question that is solved like any other problem. */
const workOfPair = 20_000;

/** Asks the same by solving it like any other problem, levels below costing as much: for weights that no mixture tells apart. */
function byPrices(climb: Climb, piece: Piece, level: number): Outcome {
  const { levelOf, taken, limits, cases } = climb;
  const costs = new Map([...limits.map((each) => [each.level, 1] as const), [level, 1]]);
  const places = levelOf.reduce((sum, each, e) => sum + (costs.has(each) ? mark(taken, e) : 0), 0);
  const asked = { tierUnits: places + 1, costs };
  const question = questionOf(piece, asked, finestFor(piece, asked.tierUnits));
  if (question === null) return { kind: "open" };
  climb.workLeft -= workOfPair * piece.pairs.length;
  const found = solve(question.problem, cases, { unit: question.scale });
  const [part, claim] = [found.parts[0], found.claims[0]];
  if (part === undefined || claim === undefined) return { kind: "open" };
  const { requests, groups } = piece;
  const { scale, penalties } = question;
  if (claim.bound < question.target)
    return { kind: "proven", rung: { level, requests, groups, scale, penalties, proof: part.proof } };
  const other = withPairs(climb, piece, found.taken);
  return isFairer(climb, other, taken) ? { kind: "fairer", taken: other } : { kind: "open" };
}

/** Asks whether a piece could do with fewer places at a level. */
function answered(climb: Climb, piece: Piece, level: number): Outcome {
  const { levelOf, taken } = climb;
  const places = levelOf.reduce((sum, each, e) => sum + (each === level ? mark(taken, e) : 0), 0);
  // No saving of places at the level is worth anything of the first tier.
  const found = searched(climb, piece, { tierUnits: places + 1, costs: new Map([[level, 1]]) });
  if (found.kind === "proven") {
    const { requests, groups } = piece;
    const { scale, penalties } = found.question;
    return { kind: "proven", rung: { level, requests, groups, scale, penalties, proof: found.proof } };
  }
  if (found.kind === "open" && climb.isProven && mayGoOn(climb)) return byPrices(climb, piece, level);
  const other = found.kind === "found" ? withPairs(climb, piece, found.taken) : taken;
  return isFairer(climb, other, taken) ? { kind: "fairer", taken: other } : { kind: "open" };
}

/** Asks of one level until nothing fairer is found; gives the proofs of its pieces, none where one has none. */
function settled(climb: Climb, level: number, pairs: Int32Array): readonly RungProof[] {
  const { first, fate, taken } = climb;
  for (;;) {
    const used = new Set(pairs.filter((e) => taken[e] === 1));
    if (used.size === 0) return [];
    const { problem, pairs: places } = residualOf(first, fate);
    const outcomes: Outcome[] = [];
    for (const part of componentsOf(problem)) {
      const component = { ...part, pairs: part.pairs.map((x) => whole(places, x)) };
      if (!component.pairs.some((e) => used.has(e))) continue;
      outcomes.push(answered(climb, pieceOf(component, climb), level));
      if (outcomes.at(-1)?.kind === "fairer") break;
    }
    const last = outcomes.at(-1);
    if (last?.kind === "fairer") {
      taken.set(last.taken);
      continue;
    }
    const rungs = outcomes.flatMap((outcome) => (outcome.kind === "proven" ? [outcome.rung] : []));
    return rungs.length === outcomes.length ? rungs : [];
  }
}

/** Open pairs by level, lowest first. */
function byLevel(levelOf: Int32Array, fate: Uint8Array): readonly (readonly [number, Int32Array])[] {
  const levels = Map.groupBy(
    Array.from(levelOf.keys()).filter((e) => fate[e] === open),
    (e) => whole(levelOf, e),
  );
  return Array.from(levels, ([level, pairs]) => [level, Int32Array.from(pairs)] as const).toSorted(
    ([a], [b]) => a - b,
  );
}

/**
 * Makes an answer within the days fairer level by level, from the lowest: asks of each whether fewer places at it would
 * do, the first tier and all levels below staying as they are. Prices of the best mixture mostly prove that they would
 * not; else cases find a fairer answer or prove that there is none. A level at which no place is left has its pairs
 * go; pairs that are all needed are kept, so that less is left from level to level.
 */
export function climbed(part: Part, { cases, work }: ClimbLimits): Climbed {
  const { need, dayCapacity, practitioner } = part.first;
  const fate = Uint8Array.from(need, (days, e) =>
    days > whole(dayCapacity, whole(practitioner, e)) ? out : open,
  );
  const best = bestInFirst(part, cases);
  const taken = (best?.taken ?? part.begin).slice();
  const mixture = openMixture(part.first, { fate, taken }, []);
  let left = mixture.pairCount;
  const climb: Climb = { ...part, taken, fate, limits: [], cases, mixture, workLeft: work, isProven: true };
  const first = best?.first ?? fullest(climb);
  climb.isProven = first !== null;
  const rungs: RungProof[] = [];
  for (const [level, pairs] of byLevel(part.levelOf, fate)) {
    if (!mayGoOn(climb)) break;
    const proofs = settled(climb, level, pairs);
    rungs.push(...proofs);
    const used = pairs.filter((e) => taken[e] === 1);
    climb.isProven &&= used.length === 0 || proofs.length > 0;
    if (used.length === 0) for (const e of pairs) fate[e] = out;
    else if (used.length === pairs.length) for (const e of used) fate[e] = kept;
    else keepTo(climb, { level, pairs, most: used.length });
    left -= used.length === 0 || used.length === pairs.length ? pairs.length : 0;
    if (left < fewer * climb.mixture.pairCount) begun(climb);
  }
  const ladder = first === null ? null : { first, rungs };
  return { taken, ladder, work: work - climb.workLeft + climb.mixture.work() };
}
