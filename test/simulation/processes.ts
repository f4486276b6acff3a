import type { Chance } from "./chance.ts";

/** One invocation of a function: what it calls waits for its turn, and nothing of it goes on after it crashed. */
export interface Process {
  /** Waits until it is chosen among all that wait. */
  readonly turn: () => Promise<void>;
  /** Ends the invocation where it stands, as a killed container does: nothing after this is ever reached. */
  readonly crash: () => Promise<never>;
  readonly isOver: () => boolean;
}

/** How an invocation ended. */
export type Ending<Answer> =
  | { readonly kind: "answered"; readonly answer: Answer }
  | { readonly kind: "failed"; readonly error: unknown }
  | { readonly kind: "crashed" };

/** All invocations at once: one call goes on at a time, and chance says whose. */
export interface Processes {
  /** Begins an invocation, and tells how it ended. */
  readonly start: <Answer>(
    work: (process: Process) => Promise<Answer>,
    ended: (ending: Ending<Answer>) => void,
  ) => void;
  /** Waits without an invocation being known, as a pause in the code does. */
  readonly sleep: () => Promise<void>;
  /** How many calls wait for their turn. */
  readonly waiting: () => number;
  /** How many invocations are under way. */
  readonly running: () => number;
  /** Ends where they stand all that have run for longer than an invocation may. */
  readonly timeOut: () => void;
  /** Lets one call that waits go on, to where each invocation waits again. */
  readonly step: () => Promise<void>;
}

const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

/** As long as the functions of queues and routes may run at most that people wait for: a lease is longer. */
const limitMilliseconds = 60_000;

/** Invocations whose calls interleave by chance, by a clock in milliseconds. */
export function processesBy(chance: Chance, clock: () => number): Processes {
  const waiting: (() => void)[] = [];
  const running = new Map<() => void, number>();
  const sleep = (): Promise<void> => new Promise((go) => void waiting.push(go));
  return {
    sleep,
    waiting: () => waiting.length,
    running: () => running.size,
    timeOut() {
      for (const [die, since] of running) if (clock() - since > limitMilliseconds) die();
    },
    start(work, ended) {
      let isOver = false;
      const end = (ending: Parameters<typeof ended>[0]): void => {
        if (isOver) return;
        isOver = true;
        running.delete(die);
        ended(ending);
      };
      const die = (): void => end({ kind: "crashed" });
      running.set(die, clock());
      const never = new Promise<never>(() => undefined);
      const crash = (): Promise<never> => {
        die();
        return never;
      };
      const turn = async (): Promise<void> => {
        if (!isOver) await sleep();
        if (isOver) await never;
      };
      work({ turn, crash, isOver: () => isOver }).then(
        (answer) => end({ kind: "answered", answer }),
        (error: unknown) => end({ kind: "failed", error }),
      );
    },
    async step() {
      const [go] = waiting.splice(chance.below(waiting.length), 1);
      go?.();
      await settled();
    },
  };
}
