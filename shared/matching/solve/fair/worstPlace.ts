import type { WorstProof } from "../../certificate/fairProof.ts";
import { whole } from "../../problem/cells.ts";
import { objectiveOf } from "../../problem/answer.ts";
import { heaviest } from "../../problem/grades.ts";
import { casesOf } from "../days/dayCases.ts";
import { toMarket } from "../days/dayMarket.ts";
import { placesOf, type TieredPart } from "./fairer.ts";
import { tightest, weighed } from "./levelPrices.ts";

/** Splits into cases where prices leave less than such a share of a unit of the first tier in doubt. */
const [splits, doubt] = [4, 1 / 8] as const;
/** Bounds are brought down by such a share of a unit more than is needed, so that they get there. */
const beyond = 8;

/** Proves, by prices for the first tier alone, that it cannot be as good with places above a level only. */
function proofAbove(
  { first, levelOf, unit }: TieredPart,
  taken: Uint8Array,
  { level, byCases }: { readonly level: number; readonly byCases: boolean },
): WorstProof | null {
  const scale = Math.ceil(heaviest / unit);
  const tier = scale * unit;
  const problem = weighed(
    { first, levelOf },
    {
      scale,
      perPlace: 0,
      weightOf: (each) => (each > level ? 0 : null),
    },
  );
  const limit = BigInt(scale) * objectiveOf(first, taken);
  const aim = limit - BigInt(Math.ceil(tier / beyond));
  const { market, bound } = tightest(problem, { unit: tier, aim });
  if (bound.value >= limit && !(byCases && Number(bound.value - limit) < doubt * tier)) return null;
  const { bound: most, proof } = casesOf(market, bound.price, {
    limit,
    unit: tier,
    taken: toMarket(market, taken),
    groupCount: first.groupLimit.length,
    mayGoOn: () => true,
  })(splits);
  return most < limit ? { level, scale, perPlace: 0, proof } : null;
}

/**
 * Proves of an answer's worst place how much better it could be at most: not at all, by prices or a few cases; else up to a
 * level above which prices show that the first tier would be less, looked for by doubling and halving. Null where nothing is filled.
 */
export function worstPlaceProof(part: TieredPart, taken: Uint8Array): WorstProof | null {
  const worst = placesOf(part.levelOf, taken)[0];
  if (worst === undefined) return null;
  const levels = Int32Array.from(new Set(part.levelOf.filter((level) => level >= worst))).sort();
  const proofAt = (x: number, byCases = false): WorstProof | null =>
    proofAbove(part, taken, { level: whole(levels, x), byCases });
  let found = proofAt(0, true);
  if (found !== null) return found;
  let [open, proven] = [0, levels.length];
  for (let reach = 1; open + 1 < proven; reach *= 2) {
    const x = proven === levels.length ? Math.min(reach, levels.length - 1) : (open + proven) >> 1;
    const next = proofAt(x);
    if (next === null) open = x;
    else [proven, found] = [x, next];
  }
  return found;
}
