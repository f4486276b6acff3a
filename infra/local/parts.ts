/** Parts of the host that come up one after another, and go down in the opposite order. */
export interface Parts {
  /** Brings a part up, tells how long that took, and closes it with the host. */
  readonly start: <Part extends { readonly close: () => Promise<void> }>(
    name: string,
    open: () => Promise<Part>,
  ) => Promise<Part>;
  /** Has something else done when the host goes down. */
  readonly whenClosed: (close: () => Promise<void>) => void;
  readonly close: () => Promise<void>;
}

/** Begins a host without parts; `progress` is told of each as it comes up. */
export function noParts(progress: ((part: string, milliseconds: number) => void) | undefined): Parts {
  const closers: (() => Promise<void>)[] = [];
  return {
    async start(name, open) {
      const began = performance.now();
      const part = await open();
      closers.push(() => part.close());
      progress?.(name, Math.round(performance.now() - began));
      return part;
    },
    whenClosed: (close) => void closers.push(close),
    async close() {
      for (const close of closers.splice(0).toReversed()) await close();
    },
  };
}
