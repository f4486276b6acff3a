// Draws for made-up instances, in a fixed order from one seed.

/** The small fast counter generator of 32 bits (sfc32), as fractions below one. */
function fractions(seed: number): () => number {
  let [a, b, c, d] = [0x9e3779b9, seed | 0, (seed * 7919) | 0, 1];
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let run = 0; run < 20; run++) next();
  return next;
}

/** Shares that fall by rank to a power, added up; `rank[i]` is who comes at place `i`. */
export function zipf(rank: readonly number[], power: number): Float64Array {
  const share = new Float64Array(rank.length);
  rank.forEach((who, i) => (share[who] = 1 / (i + 1) ** power));
  let total = 0;
  for (let i = 0; i < share.length; i++) share[i] = total += share[i] ?? 0;
  return share.map((sum) => sum / total);
}

/** All that is drawn comes from here, in the order in which it is asked for. */
export function drawsFrom(seed: number) {
  const next = fractions(seed);
  const below = (count: number): number => Math.floor(next() * count);
  const normal = (): number => Math.sqrt(-2 * Math.log(next() + 1e-12)) * Math.cos(6.283185307 * next());
  const from = (shares: Float64Array): number => {
    const x = next();
    let [low, high] = [0, shares.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((shares[middle] ?? 0) < x) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { next, below, normal, from };
}
export type Draws = ReturnType<typeof drawsFrom>;

export const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
export const made = <Row>(count: number, make: () => Row): Row[] => Array.from({ length: count }, make);

export function swap(cells: number[], i: number, j: number): void {
  [cells[i], cells[j]] = [cells[j] ?? 0, cells[i] ?? 0];
}
