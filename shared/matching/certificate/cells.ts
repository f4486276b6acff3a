/** A cell, or not-a-number where there is none, which no comparison below lets pass. */
export const at = (cells: Int32Array, index: number): number => cells[index] ?? NaN;
export const worth = (cells: Float64Array, index: number): number => cells[index] ?? NaN;
/** A whole number that is exact, or not-a-number. */
export const exactly = (value: number): number => (Number.isSafeInteger(value) ? value : NaN);
/** A sum that is exact however large, moved over before it would round; null once something else is added. */
export function exactSum() {
  let [low, high]: [number, bigint | null] = [0, 0n];
  const add = (value: number): void => {
    if (high === null || !Number.isSafeInteger(value)) high = null;
    else if (Number.isSafeInteger(low + value)) low += value;
    else [low, high] = [value, high + BigInt(low)];
  };
  return { add, total: (): bigint | null => (high === null ? null : high + BigInt(low)) };
}
