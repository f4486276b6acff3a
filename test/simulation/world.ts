import type * as z from "zod";
import type { DomainEvent } from "../../shared/domain/events.ts";
import { EventId, idWith } from "../../shared/domain/ids.ts";
import { sha256 } from "../../shared/runtime/identity.ts";
import type { Letter, Poster, Sender, World } from "../../shared/runtime/world.ts";
import { storeFor } from "../../shared/store/store.ts";
import type { Table } from "../../shared/store/table.ts";
import type { Chance } from "./chance.ts";
import { type Faults, faultyTable } from "./faults.ts";
import type { Planted } from "./planted.ts";
import type { Process, Processes } from "./processes.ts";
import type { Queues } from "./queues.ts";
import { partnershipId } from "./scenario.ts";
import type { Watch } from "./watch.ts";

/** All that one simulation is made of. */
export interface Simulated {
  readonly chance: Chance;
  readonly faults: Faults;
  readonly processes: Processes;
  readonly queues: Queues;
  /** Events that the change stream has yet to hand over. */
  readonly stream: DomainEvent[];
  readonly watch: Watch;
  readonly clock: Clock;
  readonly mailbox: Mailbox;
  readonly planted: Planted;
}

/** The one clock, which moves only when it is told to. */
export interface Clock {
  readonly milliseconds: () => number;
  readonly now: () => string;
  readonly move: (milliseconds: number) => void;
}

/** Letters by the event that they tell of, and how many of them a crash explains. */
export interface Mailbox {
  readonly posted: Map<string, number>;
  readonly excused: Map<string, number>;
}

/** The world of one invocation. */
export interface ProcessWorld extends World, Sender, Poster {
  /** Ends the invocation's account of letters: what it posted and did not mark may be posted again. */
  readonly settleLetters: () => void;
  /** Does what a planted fault has put off until the handler is through. */
  readonly finish: () => Promise<void>;
}

const add = (to: Map<string, number>, key: string, count: number): void =>
  void to.set(key, (to.get(key) ?? 0) + count);

/** Ids that repeat with the seed, as old as the clock says. */
function freshIn({ chance, clock }: Simulated): World["fresh"] {
  const text = (): string => Array.from({ length: 16 }, () => chance.below(36).toString(36)).join("");
  return <Id extends z.ZodType>(schema: Id) =>
    idWith(schema, `${clock.milliseconds().toString(36).padStart(9, "0")}${text()}`);
}

/** The world as one invocation meets it. `about` is the event that it handles, where it handles one. */
export function worldIn(simulated: Simulated, process: Process, about = "none"): ProcessWorld {
  const { faults, queues, watch, clock, mailbox, planted } = simulated;
  const fresh = freshIn(simulated);
  const later: (() => Promise<unknown>)[] = [];
  let posted = 0;
  const marked = new Set<unknown>();
  const counted: Table = {
    ...watch.table,
    async put(items) {
      await watch.table.put(items);
      for (const { rowType, state, recipient } of items)
        if (rowType === "delivery" && state === "sent") marked.add(recipient);
    },
  };
  const table = planted.table(faultyTable(counted, process, faults));
  const send: Sender["send"] = async (queue, messages) => {
    await process.turn();
    if (faults.strikes("crash")) return process.crash();
    return queues.send(queue, messages);
  };
  const post = async (_letter: Letter): Promise<void> => {
    await process.turn();
    if (faults.strikes("crash")) return process.crash();
    if (faults.strikes("letterRefused")) throw new Error("The mail service is not there");
    posted += 1;
    add(mailbox.posted, about, 1);
  };
  return {
    now: clock.now,
    fresh,
    log: () => undefined,
    publicAddress: "https://area.example",
    originSecrets: [],
    directory: { add: async () => undefined, all: async () => [partnershipId] },
    storeFor: storeFor({
      openTable: () => table,
      now: clock.now,
      newEventId: () => fresh(EventId),
      digest: sha256,
    }),
    send: planted.sendsLast ? async (...sent) => (later.push(() => send(...sent)), []) : send,
    post: planted.postsLast ? async (letter) => void later.push(() => post(letter)) : post,
    settleLetters: () => add(mailbox.excused, about, Math.max(0, posted - marked.size)),
    async finish() {
      for (const each of later) await each();
    },
  };
}
