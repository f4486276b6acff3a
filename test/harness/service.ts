import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import type { LocalAccount } from "../../infra/local/accounts.ts";
import { type Host, startHost } from "../../infra/local/host.ts";
import { demoClientId, demoGrantType } from "../../infra/local/sign-in/provider.ts";
import type { Role } from "../../shared/contract/door.ts";
import { hourAt } from "../../shared/domain/calendar/calendar.ts";
import { PartnershipId, type PersonId, type SchoolId } from "../../shared/domain/ids.ts";
import { freshId } from "../../shared/runtime/identity.ts";
import type { LogEvent } from "../../shared/runtime/log.ts";

export interface Answered {
  readonly status: number;
  /** Parsed JSON where the answer is JSON, else text. */
  readonly body: unknown;
  readonly headers: Headers;
}

export interface Asked {
  readonly method: "GET" | "POST" | "PUT";
  readonly path: string;
  readonly body?: unknown;
  /** Bytes or text of a CSV file, in place of a JSON body. */
  readonly csv?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The whole service, started on free ports over a folder of its own: what service tests and journeys talk to. */
export interface Service {
  readonly host: Host;
  readonly origin: string;
  readonly logged: readonly LogEvent[];
  readonly errors: readonly unknown[];
  /** Adds somebody who may sign in. */
  readonly enrol: (account: Omit<LocalAccount, "name">) => string;
  /** Asks as somebody signed in, or as nobody. */
  readonly ask: (account: string | undefined, asked: Asked) => Promise<Answered>;
  readonly get: (account: string | undefined, path: string) => Promise<Answered>;
  readonly post: (account: string | undefined, path: string, body?: unknown) => Promise<Answered>;
  readonly put: (account: string | undefined, path: string, body: unknown) => Promise<Answered>;
  readonly token: (account: string) => Promise<string>;
  /** Waits until nothing is left in any outbox or queue. */
  readonly settle: () => Promise<void>;
  /** Moves the clock on, and waits until all that fell due by then is done. */
  readonly advance: (by: { readonly days?: number; readonly hours?: number }) => Promise<void>;
  readonly fire: (schedule: string) => Promise<void>;
  readonly letters: () => Promise<
    readonly {
      readonly to: readonly string[];
      readonly subject: string;
      readonly text?: string | undefined;
    }[]
  >;
  readonly close: () => Promise<void>;
}

/** The hour at which each service of a test begins. */
const morning = 9;
/** Hours until it is that hour again, or none. */
export const hoursToMorning = (now: string): number => (24 + morning - hourAt(now)) % 24;

const Token = z.object({ access_token: z.string() });
const Letters = z.array(
  z.object({ to: z.array(z.string()), subject: z.string(), text: z.string().optional() }),
);

/** What no test may leave in the log. */
const alarming: ReadonlySet<LogEvent["code"]> = new Set([
  "unexpected-error",
  "message-failed",
  "message-refused",
  "event-unreadable",
  "trail-broken",
  "row-unreadable",
]);

export interface HowToStart {
  /** Where the service answers; any free port unless given. */
  readonly port?: number;
  /** A database of the caller's own. */
  readonly databaseEndpoint?: string;
  /** Told of every answer before whoever asked has it. */
  readonly onAnswer?: (asked: Asked, answer: Answered) => void;
  /** What the tests bring about on purpose, so that it may stand in the log. */
  readonly expected?: readonly LogEvent["code"][];
}

/** Starts the service as `npm start` does, quietly. */
export async function startService({
  port = 0,
  databaseEndpoint,
  onAnswer,
  expected = [],
}: HowToStart = {}): Promise<Service> {
  const dataFolder = mkdtempSync(join(tmpdir(), "area-brokerage-"));
  const logged: LogEvent[] = [];
  const errors: unknown[] = [];
  const host = await startHost({
    dataFolder,
    ports: { service: port, signIn: 0, mailbox: 0, database: 0, queues: 0, files: 0 },
    databaseEndpoint,
    log: (event) => {
      logged.push(event);
      if (alarming.has(event.code) && !expected.includes(event.code)) errors.push(event);
    },
    onError: (error, where) => errors.push({ where, error }),
  });
  const tokens = new Map<string, string>();
  const tokenFor = async (account: string): Promise<string> => {
    const known = tokens.get(account);
    if (known !== undefined) return known;
    const form = new URLSearchParams({ grant_type: demoGrantType, client_id: demoClientId, account });
    const answer = await fetch(host.tokenEndpoint, { method: "POST", body: form });
    const token = Token.parse(await answer.json()).access_token;
    tokens.set(account, token);
    return token;
  };
  const ask: Service["ask"] = async (account, asked) => {
    const { method, path, body, csv, headers } = asked;
    const type =
      csv === undefined
        ? body === undefined
          ? undefined
          : "application/json"
        : typeof csv === "string"
          ? "text/csv"
          : "application/octet-stream";
    const answer = await fetch(`${host.origin}${path}`, {
      method,
      headers: {
        ...(account === undefined ? {} : { authorization: `Bearer ${await tokenFor(account)}` }),
        ...(type === undefined ? {} : { "content-type": type }),
        ...headers,
      },
      ...(csv === undefined
        ? body === undefined
          ? {}
          : { body: JSON.stringify(body) }
        : { body: csvBody(csv) }),
    });
    const text = await answer.text();
    const isJson = (answer.headers.get("content-type") ?? "").includes("json");
    const parsed: unknown = isJson ? JSON.parse(text) : text;
    const answered = { status: answer.status, headers: answer.headers, body: parsed };
    onAnswer?.(asked, answered);
    return answered;
  };
  const local = (path: string, body: object): Promise<Answered> =>
    ask(undefined, { method: "POST", path: `/_local/${path}`, body });
  const settle = async (): Promise<void> => {
    const until = Date.now() + 100_000;
    for (;;) {
      const { body } = await ask(undefined, { method: "GET", path: "/_local/idle" });
      if (z.object({ idle: z.boolean() }).parse(body).idle) return;
      if (Date.now() > until) throw new Error(`The service did not come to rest: ${JSON.stringify(errors)}`);
      await new Promise((wake) => setTimeout(wake, 20));
    }
  };
  // People are reminded by day only: whenever the tests run, their days are moved from one morning to the next.
  await local("clock", { hours: hoursToMorning(host.world.now()) });
  return {
    host,
    origin: host.origin,
    logged,
    errors,
    ask,
    get: (account, path) => ask(account, { method: "GET", path }),
    post: (account, path, body) => ask(account, { method: "POST", path, body }),
    put: (account, path, body) => ask(account, { method: "PUT", path, body }),
    token: tokenFor,
    enrol(account) {
      host.accounts.add([{ ...account, name: account.description ?? account.account }]);
      return account.account;
    },
    settle,
    advance: async (by) => {
      await local("clock", by);
      await settle();
    },
    fire: async (schedule) => {
      const answer = await local("schedules", { schedule });
      if (answer.status !== 200)
        throw new Error(`The schedule ${schedule} ended ${JSON.stringify(answer.body)}`);
    },
    letters: async () =>
      Letters.parse((await ask(undefined, { method: "GET", path: "/_local/letters" })).body),
    close: async () => {
      await host.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

const csvBody = (csv: string | Uint8Array) => (typeof csv === "string" ? csv : new Uint8Array(csv));

/** A partnership id that no other test uses, with its broker and director enrolled. */
export function newPartnership(service: Service): {
  readonly partnershipId: PartnershipId;
  readonly broker: string;
  readonly director: string;
  readonly head: (schoolId: SchoolId) => string;
  readonly practitioner: (personId: PersonId) => string;
} {
  const partnershipId = freshId(PartnershipId, Date.now());
  const tail = partnershipId.slice(4);
  const enrol = (role: Role, suffix: string, more: { school?: SchoolId; person?: PersonId } = {}): string =>
    service.enrol({
      account: `${role}-${suffix}-${tail}`,
      partnership: partnershipId,
      roles: [role],
      ...more,
    });
  return {
    partnershipId,
    broker: enrol("broker", "1"),
    director: enrol("director", "1"),
    head: (schoolId) => enrol("school", schoolId.slice(4), { school: schoolId }),
    practitioner: (personId) => enrol("practitioner", personId.slice(4), { person: personId }),
  };
}
