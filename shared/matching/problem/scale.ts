/**
 * How the tiers of the objective share one exact integer: each unit outweighs all lower tiers together. What one
 * pair, slot or price is worth stays a plain number; totals of many are not, and know no limit.
 */
export interface Scale {
  /** One place found for somebody below their least load: a multiple of the priority unit. */
  readonly leastUnit: number;
  readonly priorityUnit: number;
  readonly fitUnit: number;
  readonly againUnit: number;
  /** Ties are broken by a number below this, drawn from the two ids. */
  readonly tieRange: number;
}

/** What the answers to a problem could come to at most, tier by tier; the same whichever pairs are looked at. */
export interface Extent {
  /** Places that could be filled. */
  readonly slots: number;
  /** Places that least loads ask for. */
  readonly least: number;
  readonly priorityWeighted: number;
  readonly fit: number;
  /** Rotation costs. */
  readonly cost: number;
  /** Pairs proposed by the last run. */
  readonly again: number;
  /** Greatest weight of one place. */
  readonly greatestPriority: number;
  /** Most places of any one request or practitioner. */
  readonly mostOfOne: number;
}

/** Sums of one practitioner, one request or one chain of moves stay plain numbers: so many fit below 2^53. */
const sumsOfOne = 32;

/** Whether all that is reckoned with plain numbers is exact: prices and weights, and the sums of a few of them. */
function isExact({ greatestPriority, least, mostOfOne }: Extent, scale: Scale): boolean {
  const dearest = (1 + greatestPriority) * scale.priorityUnit + (least > 0 ? scale.leastUnit : 0);
  return dearest * Math.max(sumsOfOne, 2 * mostOfOne) <= Number.MAX_SAFE_INTEGER;
}

function scaleWith(extent: Extent, tieRange: number): Scale | null {
  const ties = extent.slots * (tieRange - 1);
  const againUnit = 1 + ties;
  const fitUnit = 1 + extent.again * againUnit + ties;
  const priorityUnit = (1 + extent.fit + extent.cost) * fitUnit;
  const leastUnit = (1 + extent.priorityWeighted) * priorityUnit;
  const scale = { leastUnit, priorityUnit, fitUnit, againUnit, tieRange };
  return isExact(extent, scale) ? scale : null;
}

/** The scale with the finest tie-break that keeps every weight and price exact, or null when none does. */
export function scaleFor(extent: Extent): Scale | null {
  for (let tieRange = 256; tieRange >= 1; tieRange /= 4) {
    const scale = scaleWith(extent, tieRange);
    if (scale !== null) return scale;
  }
  return null;
}

/** A price in terms of its tiers, what it holds of least loads set aside, to the nearest whole unit of each. */
export function tiersOfPrice(scale: Scale, price: number): { priorityWeighted: number; fit: number } {
  const beside = price - Math.round(price / scale.leastUnit) * scale.leastUnit;
  const priorityWeighted = Math.round(beside / scale.priorityUnit);
  const rest = beside - priorityWeighted * scale.priorityUnit;
  return { priorityWeighted, fit: Math.round(rest / scale.fitUnit) };
}
