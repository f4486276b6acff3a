/** How the tiers of the objective share one exact integer: each unit outweighs all lower tiers together. */
export interface Scale {
  readonly priorityUnit: number;
  readonly fitUnit: number;
  readonly againUnit: number;
  /** Ties are broken by a number below this, drawn from the two ids. */
  readonly tieRange: number;
}

/** What the largest connected part of a problem could hold. */
export interface Extent {
  /** Places that could be filled at most. */
  readonly slots: number;
  readonly greatestPriorityWeight: number;
  /** Fit with its bonus, at most. */
  readonly greatestFit: number;
  /** Rotation cost of one place, at most. */
  readonly greatestCost: number;
}

// A bound adds prices of requests and of groups before it subtracts, so two bits stay free.
const largestTotal = 2 ** 51;

function scaleWith(extent: Extent, tieRange: number): Scale | null {
  const slots = Math.max(1, extent.slots);
  const ties = slots * (tieRange - 1);
  const againUnit = 1 + ties;
  const fitUnit = 1 + slots * againUnit + ties;
  const priorityUnit = 1 + slots * (extent.greatestFit + extent.greatestCost + 1) * fitUnit;
  const greatest = (extent.greatestPriorityWeight + 1) * priorityUnit;
  return slots * greatest <= largestTotal ? { priorityUnit, fitUnit, againUnit, tieRange } : null;
}

/** The scale with the finest tie-break that keeps every total exact, or null when none does. */
export function scaleFor(extent: Extent): Scale | null {
  for (let tieRange = 256; tieRange >= 1; tieRange /= 4) {
    const scale = scaleWith(extent, tieRange);
    if (scale !== null) return scale;
  }
  return null;
}

/** A price in terms of its tiers, to the nearest whole unit of each. */
export function tiersOfPrice(scale: Scale, price: number): { priorityWeighted: number; fit: number } {
  const priorityWeighted = Math.round(price / scale.priorityUnit);
  const rest = price - priorityWeighted * scale.priorityUnit;
  return { priorityWeighted, fit: Math.round(rest / scale.fitUnit) };
}
