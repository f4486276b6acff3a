import type { LadderProof, RungProof } from "../../certificate/fairProof.ts";
import { mark, whole } from "../../problem/cells.ts";
import { type Component, componentsOf } from "../../problem/components.ts";
import type { Memory } from "../memory.ts";
import { solve } from "../solve.ts";
import type { Solution } from "../solution.ts";
import { exchanged } from "./exchange.ts";
import { isFairer, type Part } from "./fairer.ts";
import { bounded, pricesOf, type Question, questionOf, type Rung } from "./question.ts";
import { kept, open, out, residualOf } from "../../problem/residual.ts";

/** What a climb may cost: cases of each search, and where its searches may be known from before. */
export interface Effort {
  readonly cases: number;
  readonly memory?: Memory | undefined;
}

/** Looks at a pair that a climb may take for each case of a search, and those that one search over a pair stands for. */
const [looksPerCase, looksOfSearch] = [40_000, 64] as const;
/** Questions of so few pairs are searched at once. */
const fewPairs = 200;
/** How often one question may be asked anew because its answer gave up a level below. */
const askings = 4;

interface Climb extends Part {
  readonly taken: Uint8Array;
  readonly fate: Uint8Array;
  /** What a place of each request costs, in units of the first tier, as the last proof has it. */
  readonly price: Float64Array;
  readonly shared: Rung[];
  readonly effort: Effort;
  looks: number;
}

/** What came of one question: a proof that fewer places would not do, a fairer answer, or neither. */
type Outcome =
  | { readonly kind: "proven"; readonly rung: RungProof }
  | { readonly kind: "fairer"; readonly taken: Uint8Array }
  | { readonly kind: "open" };

/** The answer with other pairs of a component, improved by exchanges among them. */
function withPairs({ taken, levelOf }: Climb, { problem, pairs }: Component, chosen: Uint8Array): Uint8Array {
  const next = taken.slice();
  const levels = pairs.map((e) => whole(levelOf, e));
  const moved = exchanged(problem, levels, chosen);
  const best = isFairer({ first: problem, levelOf: levels }, moved, chosen) ? moved : chosen;
  best.forEach((each, x) => (next[whole(pairs, x)] = each));
  return next;
}

/** Makes levels dearer at which an answer has more places than the one that is held; says whether there is one. */
function raisePenalties({ shared, levelOf, taken }: Climb, other: Uint8Array, by: number): boolean {
  const more = new Map<number, number>();
  levelOf.forEach((level, e) => more.set(level, (more.get(level) ?? 0) + mark(other, e) - mark(taken, e)));
  const broken = shared.filter(({ level }) => (more.get(level) ?? 0) > 0);
  for (const rung of broken) rung.penalty += by;
  return broken.length > 0;
}

const rungOf = (
  { scale, penalties }: Question,
  { requests, groups }: Component,
  at: Pick<RungProof, "level" | "proof">,
): RungProof => ({ ...at, requests, groups, scale, penalties });

/** Searches a question to the end that its cases allow. */
function searched({ problem, scale, room }: Question, { cases, memory }: Effort): Solution {
  return solve(problem, cases, { unit: scale, room, memory });
}

function answered(climb: Climb, component: Component, level: number): Outcome {
  const { levelOf, taken, price, shared, effort } = climb;
  const { requests, pairs } = component;
  const asked = {
    component,
    levelOf: pairs.map((e) => whole(levelOf, e)),
    taken: Uint8Array.from(pairs, (e) => mark(taken, e)),
  };
  const learn = (prices: Float64Array): void => requests.forEach((i, x) => (price[i] = prices[x] ?? 0));
  for (let asking = 0; asking < askings; asking++) {
    const question = questionOf(asked, level, shared);
    if (question === null) break;
    climb.looks -= pairs.length;
    if (pairs.length > fewPairs) {
      const own = Float64Array.from(requests, (i) => price[i] ?? 0);
      const { proof, isSettled, price: next } = bounded(question, own);
      learn(next);
      if (isSettled) return { kind: "proven", rung: rungOf(question, component, { level, proof }) };
    }
    if (climb.looks < looksOfSearch * pairs.length) break;
    climb.looks -= looksOfSearch * pairs.length;
    const found = searched(question, effort);
    const [part, claim] = [found.parts[0], found.claims[0]];
    if (part === undefined || claim === undefined) break;
    learn(pricesOf(part.proof, question.scale));
    if (claim.bound < question.target)
      return { kind: "proven", rung: rungOf(question, component, { level, proof: part.proof }) };
    if (claim.objective < question.target) break;
    const other = withPairs(climb, component, found.taken);
    if (isFairer(climb, other, taken)) return { kind: "fairer", taken: other };
    const excess = Number(claim.objective - question.target);
    if (!raisePenalties(climb, other, 1 + Math.ceil(excess / question.room))) break;
  }
  return { kind: "open" };
}

/** Asks of one level until nothing fairer is found; gives the proofs of its parts, null where one has none. */
function settled(climb: Climb, level: number, pairs: Int32Array): readonly RungProof[] | null {
  for (;;) {
    const { problem, pairs: places } = residualOf(climb.first, climb.fate);
    climb.looks -= places.length;
    const used = new Set(pairs.filter((e) => climb.taken[e] === 1));
    const outcomes: Outcome[] = [];
    for (const part of used.size === 0 ? [] : componentsOf(problem)) {
      const component = { ...part, pairs: part.pairs.map((x) => whole(places, x)) };
      if (!component.pairs.some((e) => used.has(e))) continue;
      const outcome = answered(climb, component, level);
      outcomes.push(outcome);
      if (outcome.kind === "fairer") break;
    }
    const last = outcomes.at(-1);
    if (last?.kind === "fairer") {
      climb.taken.set(last.taken);
      continue;
    }
    const rungs = outcomes.flatMap((outcome) => (outcome.kind === "proven" ? [outcome.rung] : []));
    return rungs.length === outcomes.length ? rungs : null;
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
 * do, the first tier and all levels below staying as they are. Prices of the level before mostly prove that they would
 * not; else a search finds a fairer answer or proves that there is none. A level at which no place is left has its pairs
 * go; pairs that are all needed are kept, so that less is left from level to level. `first` proves the first tier.
 */
export function climbed(
  part: Part,
  first: LadderProof["first"],
  effort: Effort,
): { taken: Uint8Array; proof: LadderProof } {
  const { need, dayCapacity, practitioner } = part.first;
  const climb: Climb = {
    ...part,
    taken: part.begin.slice(),
    fate: Uint8Array.from(need, (days, e) =>
      days > whole(dayCapacity, whole(practitioner, e)) ? out : open,
    ),
    price: new Float64Array(part.first.requestCount),
    shared: [],
    effort,
    looks: looksPerCase * effort.cases,
  };
  for (const { requests, proof } of first.parts) {
    const prices = pricesOf(proof, first.scale);
    requests.forEach((i, x) => (climb.price[i] = prices[x] ?? 0));
  }
  const rungs: RungProof[] = [];
  for (const [level, pairs] of byLevel(part.levelOf, climb.fate)) {
    if (climb.looks <= 0) break;
    rungs.push(...(settled(climb, level, pairs) ?? []));
    const used = pairs.filter((e) => climb.taken[e] === 1);
    if (used.length === 0) for (const e of pairs) climb.fate[e] = out;
    else if (used.length === pairs.length) for (const e of used) climb.fate[e] = kept;
    else climb.shared.push({ level, penalty: 1 });
  }
  return { taken: climb.taken, proof: { first, rungs } };
}
