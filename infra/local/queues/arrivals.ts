/** Lets a long poll sleep until something changes in its queue. */
export type Arrivals = {
  /** Wakes everyone who waits on the queue. */
  announce(queue: string): void;
  /** Resolves at the next announcement, after the time given (real milliseconds) or when the signal aborts. */
  next(wait: { queue: string; atMostMs: number; signal: AbortSignal }): Promise<void>;
};

/** Announcements within this process; nothing is kept. */
export function arrivals(): Arrivals {
  const waiting = new Map<string, Set<() => void>>();
  return {
    announce(queue) {
      for (const wake of waiting.get(queue) ?? []) wake();
    },
    next({ queue, atMostMs, signal }) {
      return new Promise((resolve) => {
        const sleepers = waiting.get(queue) ?? new Set();
        waiting.set(queue, sleepers);
        const wake = () => {
          clearTimeout(timer);
          signal.removeEventListener("abort", wake);
          sleepers.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, atMostMs);
        signal.addEventListener("abort", wake);
        sleepers.add(wake);
        if (signal.aborted) wake();
      });
    },
  };
}
