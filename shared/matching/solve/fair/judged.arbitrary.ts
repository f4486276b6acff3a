import * as fc from "fast-check";
import type { FairTiers } from "../../certificate/fairness.ts";
import { smallProblems, worthIfAllowed } from "../../problem/smallProblems.arbitrary.ts";

type Judged = FairTiers & { readonly last: NonNullable<FairTiers["last"]> };

/**
 * Small problems with few pairs. The first tier counts places by request, some with least loads or slots that
 * cost unless days bind; levels are few, so that they often are the same; the last tier is anything.
 */
export const judgedProblems = ({ daysBind }: { readonly daysBind: boolean }): fc.Arbitrary<Judged> =>
  fc
    .record({
      problem: smallProblems({ daysBind }),
      draws: fc.array(fc.nat(4), { minLength: 16, maxLength: 16 }),
      slots: fc.constantFrom("free", "obliged", ...(daysBind ? [] : ["dear"])),
    })
    .filter(({ problem }) => problem.weight.length <= 10)
    .map(({ problem, draws, slots }) => {
      const weight = problem.weight.map((_, e) => {
        const i = problem.start.findLastIndex((first) => first <= e);
        return 10_000 * (1 + ((draws[i] ?? 0) % 2)) + 1;
      });
      const slotCost = problem.slotCost.map((cost, s) =>
        slots === "dear" ? 7 * cost : slots === "obliged" && problem.slotStart.includes(s) ? -1_000_000 : 0,
      );
      const levelOf = Int32Array.from(problem.weight, (_, e) => draws[e] ?? 0);
      const last = { weight: problem.weight, slotCost: problem.slotCost };
      return { first: { ...problem, weight, slotCost }, levelOf, last };
    });

/** The same where days bind, without a last tier. */
export const judgedWithinDays = judgedProblems({ daysBind: true }).map((tiers) => ({ ...tiers, last: null }));

/** First tier, levels of the places filled from the lowest, last tier: how answers are told apart. */
export interface Standing {
  readonly worth: number;
  readonly ladder: readonly number[];
  readonly last: number;
}

export function standingOf({ first, levelOf, last }: FairTiers, taken: Uint8Array): Standing | null {
  const worth = worthIfAllowed(first, taken);
  if (worth === null) return null;
  const ladder = Array.from(levelOf).filter((_, e) => taken[e] === 1);
  return {
    worth,
    ladder: ladder.toSorted((a, b) => a - b),
    last: last === null ? 0 : (worthIfAllowed({ ...first, ...last }, taken) ?? 0),
  };
}

/** What is told of an answer that is proven below a level: its first tier and its places there; null where nothing is. */
export const toldBelow = (below: number, standing: Standing | null) =>
  below === -Infinity || standing === null
    ? null
    : { worth: standing.worth, ladder: standing.ladder.filter((level) => level < below) };

/** Whether a stands before b; fewer places filled are worse than any level. */
export function isBetter(a: Standing, b: Standing): boolean {
  if (a.worth !== b.worth) return a.worth > b.worth;
  if (a.ladder.length !== b.ladder.length) return a.ladder.length > b.ladder.length;
  const at = a.ladder.findIndex((level, x) => level !== b.ladder[x]);
  return at < 0 ? a.last > b.last : (a.ladder[at] ?? 0) > (b.ladder[at] ?? 0);
}

/** All answers that keep every limit. */
export function everyStanding(tiers: FairTiers): readonly Standing[] {
  const count = tiers.levelOf.length;
  return Array.from({ length: 2 ** count }, (_, bits) =>
    standingOf(
      tiers,
      Uint8Array.from({ length: count }, (__, e) => (bits >> e) & 1),
    ),
  ).filter((standing) => standing !== null);
}

export const bestByTryingAll = (tiers: FairTiers): Standing =>
  everyStanding(tiers).reduce((best, each) => (isBetter(each, best) ? each : best));
