import type { Tiers } from "./assign.ts";
import { auctionPrices, type Extent, greatestLot } from "./auction.ts";
import { keptPairs, type Market } from "./market.ts";
import { reusedCells } from "../../problem/cells.ts";

/** What the first tier is worth beyond what it needs to come first; an auction does without it. */
const surplusOf = ({ unit, room }: Tiers): number => Math.max(0, unit - room);

/** What a pair of some weight is worth in an auction. */
export function lotOf(weight: number, tiers: Tiers): number {
  const surplus = surplusOf(tiers);
  return surplus === 0 ? weight : weight - Math.floor(weight / tiers.unit) * surplus;
}

/** The extent of a market: its greatest lot is that of some request's best pair. */
function extentOf({ request, start, end, worth }: Market, tiers: Tiers): Extent {
  let greatest = 1;
  for (let i = 0; i < request.length; i++)
    if ((start[i] ?? 0) < (end[i] ?? 0))
      greatest = Math.max(greatest, lotOf(worth[start[i] ?? 0] ?? 0, tiers));
  return { greatest, requests: request.length };
}

/** What pairs are worth in an auction, to be written row by row. */
interface LotRows {
  readonly market: Market;
  readonly tiers: Tiers;
  readonly greatest: number;
  readonly ratio: number;
  readonly lots: Int32Array;
}

/** Writes the lots of one request. Worths with as many units in the first tier follow each other: few are divided. */
function writeLots({ market, tiers, greatest, ratio, lots }: LotRows, i: number): void {
  const { start, end, worth } = market;
  const [{ unit }, surplus] = [tiers, surplusOf(tiers)];
  let [from, to, beyond] = [0, 0, 0];
  for (let e = start[i] ?? 0, last = end[i] ?? 0; e < last; e++) {
    const weight = worth[e] ?? 0;
    if (weight < from || weight >= to) {
      const units = Math.floor(weight / unit);
      [from, to, beyond] = [units * unit, (units + 1) * unit, units * surplus];
    }
    lots[e] = Math.min(greatest, weight - beyond) * ratio;
  }
}

const lotCells = reusedCells(keptPairs);

/** Prices from an auction among whole numbers small enough to be handled fast. */
export function openingPrices(market: Market, tiers: Tiers, extent = extentOf(market, tiers)): Float64Array {
  const { greatest, requests } = extent;
  const ratio = Math.min(1, greatestLot / greatest);
  const worth = lotCells(market.worth.length);
  const rows = { market, tiers, greatest, ratio, lots: worth };
  for (let i = 0; i < market.request.length; i++) writeLots(rows, i);
  const lots = auctionPrices(market, { worth, extent: { greatest: greatest * ratio, requests } });
  const surplus = surplusOf(tiers);
  const price = new Float64Array(lots.length);
  for (let j = 0; j < lots.length; j++) {
    const value = Math.round((lots[j] ?? 0) / ratio);
    price[j] = value + Math.round(value / tiers.room) * surplus;
  }
  return price;
}
