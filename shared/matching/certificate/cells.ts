/** A cell, or not-a-number where there is none, which makes every sum that it enters prove nothing. */
export const at = (cells: Int32Array | Float64Array, index: number): number => cells[index] ?? NaN;
/** A whole number that is exact, or not-a-number. */
export const exactly = (value: number): number => (Number.isSafeInteger(value) ? value : NaN);
/** A sum that is exact however large; null where anything else is added. */
export const exactSum = (values: readonly number[]): bigint | null =>
  values.every(Number.isSafeInteger) ? values.reduce((sum, value) => sum + BigInt(value), 0n) : null;
