/**
 * How the tiers of the objective share one exact integer. What one pair, slot or price is worth stays a plain number;
 * totals of many are not, and know no limit.
 */
export interface Scale {
  /** One place found for somebody below their least load: a multiple of the priority unit. */
  readonly leastUnit: number;
  readonly priorityUnit: number;
  /** One basis point of fit; a pair that the last run proposed counts 1. */
  readonly fitUnit: number;
  /**
   * Whether each unit outweighs all lower tiers together, so that the best total is the best tier by tier. Where no
   * number holds that, the first two units are as large as there is room for, which is more than any few people can
   * change below them; that no answer is better in these tiers is then proven of them alone (`firstTiers.ts`).
   */
  readonly outweighs: boolean;
}

/** What the answers to a problem could come to at most, tier by tier; the same whichever pairs are looked at. */
export interface Extent {
  /** Places that could be filled. */
  readonly slots: number;
  /** Places that least loads ask for. */
  readonly least: number;
  readonly priorityWeighted: number;
  readonly fit: number;
  /** Rotation costs, and the greatest of one place. */
  readonly cost: number;
  readonly costOfOne: number;
  /** Pairs proposed by the last run. */
  readonly again: number;
  /** Greatest weight of one place. */
  readonly greatestPriority: number;
  /** Most places of any one request or practitioner. */
  readonly mostOfOne: number;
}

/** Sums of one practitioner, one request or one chain of moves stay plain numbers: so many fit below 2^53. */
const sumsOfOne = 32;
/** Basis points of a perfect fit. */
export const greatestFit = 10_000;

/** The most that a pair, a slot or a price may be worth, with the sums of a few of them exact. */
const mostOf = ({ mostOfOne }: Extent): number =>
  Math.floor(Number.MAX_SAFE_INTEGER / Math.max(sumsOfOne, 2 * mostOfOne));

/** What the dearest pair and the dearest slot are worth together. */
const dearestOf = ({ greatestPriority, least }: Extent, { priorityUnit, leastUnit }: Units): number =>
  (1 + greatestPriority) * priorityUnit + (least > 0 ? leastUnit : 0);

type Units = Pick<Scale, "leastUnit" | "priorityUnit">;

/** The scale in which each unit outweighs all lower tiers together, or null where it would not be exact. */
function outweighingScale(extent: Extent): Scale | null {
  const fitUnit = 1 + extent.again;
  const priorityUnit = (1 + extent.fit + extent.cost) * fitUnit;
  const leastUnit = (1 + extent.priorityWeighted) * priorityUnit;
  const scale = { leastUnit, priorityUnit, fitUnit, outweighs: true };
  return dearestOf(extent, scale) <= mostOf(extent) ? scale : null;
}

/** A unit of priority outweighs all that so many places could gain in fit less rotation. */
const placesOutweighed = 100;
/** A place that is owed outweighs so many others of the greatest priority, so that prices tell the two apart. */
const othersOutweighed = 4;

/** The largest multiple of a unit within a limit, and no more than is asked for. */
const multipleWithin = (unit: number, limit: number, asked: number): number =>
  Math.min(asked, Math.floor(limit / unit) * unit);

/** The scale whose first two units are as large as exact numbers have room for, or null where that is too little. */
function fullestScale(extent: Extent): Scale | null {
  const { greatestPriority, least, fit, cost, costOfOne } = extent;
  const most = mostOf(extent);
  const fitUnit = 1 + extent.again;
  const places = 1 + greatestPriority;
  const share = places * (least > 0 ? 1 + othersOutweighed : 1);
  const priorityUnit = multipleWithin(fitUnit, most / share, (1 + fit + cost) * fitUnit);
  const enough = Math.min(1 + fit + cost, placesOutweighed * (greatestFit + costOfOne));
  if (priorityUnit < enough * fitUnit) return null;
  const wholeUnit = (1 + extent.priorityWeighted) * priorityUnit;
  const leastUnit =
    least > 0 ? multipleWithin(priorityUnit, most - places * priorityUnit, wholeUnit) : wholeUnit;
  return { leastUnit, priorityUnit, fitUnit, outweighs: false };
}

/** The scale that keeps every weight and price exact, or null where there is none. */
export const scaleFor = (extent: Extent): Scale | null => outweighingScale(extent) ?? fullestScale(extent);

/** A price in terms of its tiers, what it holds of least loads set aside, to the nearest whole unit of each. */
export function tiersOfPrice(scale: Scale, price: number): { priorityWeighted: number; fit: number } {
  const beside = price - Math.round(price / scale.leastUnit) * scale.leastUnit;
  const priorityWeighted = Math.round(beside / scale.priorityUnit);
  const rest = beside - priorityWeighted * scale.priorityUnit;
  return { priorityWeighted, fit: Math.round(rest / scale.fitUnit) };
}
