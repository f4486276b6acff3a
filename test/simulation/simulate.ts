import { sha256 } from "../../shared/runtime/identity.ts";
import { partitionPrefix } from "../../shared/store/entity.ts";
import type { Table } from "../../shared/store/table.ts";
import { memoryTable } from "../store/memoryTable.ts";
import { storesOver } from "../store/memoryWorld.ts";
import { trailsIn, wrongAtRest } from "./atRest.ts";
import { chanceOf } from "./chance.ts";
import { type Clients, clientsOf } from "./clients.ts";
import { type Fault, faultsBy } from "./faults.ts";
import { handle, onTheClock, relay } from "./invocations.ts";
import { type Planted, sound } from "./planted.ts";
import { processesBy } from "./processes.ts";
import { queuesBy } from "./queues.ts";
import { begins, intentsBy, layOut, partnershipId } from "./scenario.ts";
import { watching } from "./watch.ts";
import type { Clock, Simulated } from "./world.ts";

/** What came of one seed. */
export interface Simulation {
  readonly seed: number;
  /** What was wrong, in words; empty when all held. */
  readonly violations: readonly string[];
  readonly turns: number;
  /** Names of the steps that were taken. */
  readonly taken: ReadonlySet<string>;
  /** Digest of all steps: who took which, when and in what order. */
  readonly digest: string;
  /** How often each fault struck. */
  readonly struck: ReadonlyMap<Fault, number>;
}

const second = 1000;
const hour = 3600 * second;
/** After so many turns the faults end; what has not come to rest after so many more never will. */
const turnsWithFaults = 1000;
const turnsToRest = 20_000;
/** The sweep leaves rows of two minutes to the stream, and a lease runs as long. */
const sweepsAtRest = 3;
const pauseAtRest = 5 * 60 * second;

function clockFrom(start: string): Clock {
  let milliseconds = Date.parse(start);
  return {
    milliseconds: () => milliseconds,
    now: () => new Date(milliseconds).toISOString(),
    move: (by) => void (milliseconds += by),
  };
}

/** All that plays together, over a table that holds the scenario. */
function simulatedBy(seed: number, planted: Planted, table: Table): Simulated {
  const chance = chanceOf(seed);
  const faults = faultsBy(chance);
  const clock = clockFrom(begins);
  const queues = queuesBy(chance, faults);
  const stream: Simulated["stream"] = [];
  return {
    chance,
    faults,
    clock,
    queues,
    stream,
    planted,
    processes: processesBy(chance, clock.milliseconds),
    watch: watching({
      table,
      taken: queues.taken,
      appeared: (event) => void (faults.strikes("streamLost") || stream.push(event)),
    }),
    mailbox: { posted: new Map(), excused: new Map() },
  };
}

/** One turn: what happens next, by chance, among all that can. */
async function turn(simulated: Simulated, clients: Clients): Promise<void> {
  const { chance, faults, clock, queues, stream, processes } = simulated;
  // Calls that wait go on side by side: the more there are, the less time passes with each.
  clock.move(Math.ceil(chance.below(second) / Math.max(5, processes.waiting())));
  processes.timeOut();
  await chance.weighed<() => unknown>([
    [processes.waiting() > 0 ? 80 : 0, processes.step],
    [clients.left() > 0 ? 16 : 0, clients.next],
    [queues.length() > 0 ? 8 : 0, () => handle(simulated)],
    [stream.length > 0 ? 6 : 0, () => relay(simulated)],
    [1, () => onTheClock(simulated, "sweep")],
  ])();
  if (!faults.areOn() || !chance.happens(0.002)) return;
  clock.move(chance.below(40) * hour);
  onTheClock(simulated, "hour");
}

/** Takes turns until the faults end, and then until everything has come to rest. Answers how many, and whether it did. */
async function playOut(
  simulated: Simulated,
  clients: Clients,
): Promise<{ turns: number; isAtRest: boolean }> {
  const { faults, clock, queues, stream, processes } = simulated;
  const isAtRest = (): boolean =>
    processes.running() === 0 && queues.length() === 0 && stream.length === 0 && clients.left() === 0;
  let turns = 0;
  for (; turns < turnsWithFaults; turns += 1) await turn(simulated, clients);
  faults.end();
  for (let sweeps = 0; turns < turnsWithFaults + turnsToRest; turns += 1) {
    await turn(simulated, clients);
    queues.redrive();
    if (!isAtRest()) continue;
    if (sweeps === sweepsAtRest) break;
    sweeps += 1;
    clock.move(pauseAtRest);
    onTheClock(simulated, "sweep");
  }
  return { turns, isAtRest: isAtRest() };
}

/** Does something while a pause in the code is one more wait for a turn. */
async function withoutPauses<Done>({ processes }: Simulated, work: () => Promise<Done>): Promise<Done> {
  const { setTimeout } = globalThis;
  Object.assign(globalThis, { setTimeout: (wake: () => void) => void processes.sleep().then(wake) });
  try {
    return await work();
  } finally {
    Object.assign(globalThis, { setTimeout });
  }
}

/**
 * Plays one seed: everybody acts at once on six offers, workers and clock beside them, while invocations die, replies are
 * lost and messages come twice. Then the faults end, everything comes to rest, and what must hold is looked at. The same
 * seed plays the same.
 */
export async function simulate(seed: number, planted: Planted = sound): Promise<Simulation> {
  const table = memoryTable()(partitionPrefix(partnershipId));
  await layOut(storesOver(() => table, begins)(partnershipId));
  const simulated = simulatedBy(seed, planted, table);
  const clients = clientsOf(simulated, intentsBy(simulated.chance));
  const { turns, isAtRest } = await withoutPauses(simulated, () => playOut(simulated, clients));
  const store = storesOver(() => table, simulated.clock.now())(partnershipId);
  const trail = await trailsIn(store);
  const wrong = [
    ...simulated.watch.violations,
    ...(isAtRest ? [] : ["it never came to rest"]),
    ...clients.wrong(trail),
    ...(await wrongAtRest(store, simulated)),
  ];
  return {
    seed,
    turns,
    violations: [...new Set(wrong)],
    taken: new Set(trail.map(({ action }) => action)),
    digest: sha256(JSON.stringify(trail)),
    struck: simulated.faults.struck,
  };
}
