/** Draws that look random and are the same for the same seed on any machine. */
export interface Draws {
  /** From 0 up to, but without, 1. */
  readonly share: () => number;
  /** From a normal distribution of mean 0 and deviation 1. */
  readonly normal: () => number;
}

/** Opens a stream of draws: a counter and three words of state, after Doty-Humphrey's sfc32. */
export function drawsFrom(seed: number): Draws {
  let [a, b, c, count] = [0x9e3779b9, seed | 0, Math.imul(seed, 7919), 1];
  const share = (): number => {
    const sum = (a + b + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let warm = 0; warm < 20; warm++) share();
  const normal = (): number => Math.sqrt(-2 * Math.log(share() + 1e-12)) * Math.cos(2 * Math.PI * share());
  return { share, normal };
}
