import { exact, whole } from "./cells.ts";

/** A queue of whole-number values by exact key, smallest first. Grows by itself. */
export interface MinHeap {
  readonly size: () => number;
  /** Smallest key; ask only when the size is not 0. */
  readonly topKey: () => number;
  readonly push: (key: number, value: number) => void;
  /** Takes the value of the smallest key out; call only when the size is not 0. */
  readonly pop: () => number;
  /** Puts a value in the place of the one of the smallest key; call only when the size is not 0. */
  readonly replaceTop: (key: number, value: number) => void;
  readonly clear: () => void;
  /** Visits all, in no order to be relied on. */
  readonly each: (visit: (key: number, value: number) => void) => void;
}

/** An empty heap with four children per node, which keeps a search in the cache. */
export function minHeap(): MinHeap {
  let keys = new Float64Array(1024);
  let values = new Int32Array(1024);
  let count = 0;
  const grow = (): void => {
    const [moreKeys, moreValues] = [new Float64Array(count * 2), new Int32Array(count * 2)];
    moreKeys.set(keys);
    moreValues.set(values);
    [keys, values] = [moreKeys, moreValues];
  };
  const put = (at: number, key: number, value: number): void => {
    keys[at] = key;
    values[at] = value;
  };
  const push = (key: number, value: number): void => {
    if (count === keys.length) grow();
    let at = count++;
    while (at > 0) {
      const parent = (at - 1) >> 2;
      if (exact(keys, parent) <= key) break;
      put(at, exact(keys, parent), whole(values, parent));
      at = parent;
    }
    put(at, key, value);
  };
  const smallestChild = (first: number): number => {
    let least = first;
    const end = Math.min(first + 4, count);
    for (let child = first + 1; child < end; child++)
      if (exact(keys, child) < exact(keys, least)) least = child;
    return least;
  };
  const replaceTop = (key: number, value: number): void => {
    let at = 0;
    while (4 * at + 1 < count) {
      const child = smallestChild(4 * at + 1);
      if (exact(keys, child) >= key) break;
      put(at, exact(keys, child), whole(values, child));
      at = child;
    }
    put(at, key, value);
  };
  const pop = (): number => {
    const top = whole(values, 0);
    count--;
    replaceTop(exact(keys, count), whole(values, count));
    return top;
  };
  const clear = (): void => {
    count = 0;
  };
  const each: MinHeap["each"] = (visit) => {
    for (let at = 0; at < count; at++) visit(exact(keys, at), whole(values, at));
  };
  return { size: () => count, topKey: () => exact(keys, 0), push, pop, replaceTop, clear, each };
}
