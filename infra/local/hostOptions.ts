import type { Log } from "../../shared/runtime/log.ts";
import type { EngineName } from "./database/engine.ts";

/** Where each part listens; 0 takes any free port. */
export interface Ports {
  readonly service: number;
  readonly signIn: number;
  readonly mailbox: number;
  readonly database: number;
  readonly queues: number;
  readonly files: number;
}

/** How the service comes up on one machine. */
export interface HostOptions {
  readonly dataFolder: string;
  readonly ports: Ports;
  readonly engine?: EngineName | undefined;
  readonly databaseEndpoint?: string | undefined;
  /** How many days before now the clock begins, where the data folder has none yet. */
  readonly daysBehind?: number | undefined;
  readonly log: Log;
  /** Told of each part as it comes up. */
  readonly progress?: (part: string, milliseconds: number) => void;
  /** Told of errors that no door answered for: they are bugs, or a part that is going down. */
  readonly onError: (error: unknown, where: string) => void;
}
