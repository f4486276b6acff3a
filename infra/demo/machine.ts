import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import { daysBetween, dateAt, hourAt } from "../../shared/domain/calendar/calendar.ts";
import type { LocalAccount } from "../local/accounts.ts";
import { startProblem } from "../local/gateway/ports.ts";
import { demoClientId, demoGrantType } from "../local/sign-in/provider.ts";

const Now = z.object({ now: z.iso.datetime() });
const Token = z.object({ access_token: z.string() });
const Letters = z.array(z.object({ to: z.array(z.string()), text: z.string().optional() }));
type Letter = z.infer<typeof Letters>[number];

/** The machine that the service runs on, by its local doors: clock, schedules, accounts, mailbox and tokens. */
export interface Machine {
  readonly today: () => Promise<string>;
  /** Moves the clock forward to the morning of a date; does nothing when that date is here or past. */
  readonly moveTo: (date: string) => Promise<void>;
  /** Moves a clock that began in the past forward to real time. */
  readonly catchUp: () => Promise<void>;
  readonly fire: (schedule: "night" | "hour") => Promise<void>;
  /** Waits until no event is in an outbox and no message in a queue. */
  readonly settle: () => Promise<void>;
  readonly letters: () => Promise<readonly Letter[]>;
  readonly enrol: (accounts: readonly LocalAccount[]) => Promise<void>;
  readonly tokenFor: (account: string) => Promise<string>;
}

/** The hour, or one beside it where the clocks change, at which a day of the demo begins: people are reminded by day only. */
const morning = 9;

const restWithinMs = 15 * 60_000;
// Each look costs the service some calls of its own, so a long backlog is looked at ever less often.
const lookAgainMs = { first: 10, growth: 1.4, last: 400 };
/** Local tokens last an hour; one that is older than this is fetched afresh. */
const tokenKeptMs = 20 * 60_000;

/** Opens the local doors of a service. Fails with one clear line where there is none. */
export async function openMachine(origin: string): Promise<Machine> {
  const door = doorsOf(origin);
  const { token: tokenEndpoint } = z.object({ token: z.url() }).parse(await door("GET", "addresses"));
  const tokens = new Map<string, { readonly token: Promise<string>; readonly at: number }>();
  const fetchToken = async (account: string): Promise<string> => {
    const body = new URLSearchParams({ grant_type: demoGrantType, client_id: demoClientId, account });
    const answer = await fetch(tokenEndpoint, { method: "POST", body });
    if (!answer.ok) throw new Error(`No token for ${account}: ${await answer.text()}`);
    return Token.parse(await answer.json()).access_token;
  };
  const now = async (): Promise<string> => Now.parse(await door("GET", "clock")).now;
  const today = async (): Promise<string> => dateAt(await now());
  const settle = async (): Promise<void> => {
    const until = performance.now() + restWithinMs;
    for (let waitMs = lookAgainMs.first; ; waitMs = Math.min(lookAgainMs.last, waitMs * lookAgainMs.growth)) {
      const { idle } = z.object({ idle: z.boolean() }).parse(await door("GET", "idle"));
      if (idle) return;
      if (performance.now() > until)
        throw new Error("The service did not come to rest within a quarter of an hour");
      await pause(waitMs);
    }
  };
  return {
    today,
    settle,
    async moveTo(date) {
      const before = await now();
      const days = daysBetween(dateAt(before), date);
      if (days > 0) await door("POST", "clock", { hours: days * 24 + morning - hourAt(before) });
    },
    catchUp: async () => void (await door("POST", "real-time")),
    fire: async (schedule) => void (await door("POST", "schedules", { schedule })),
    letters: async () => Letters.parse(await door("GET", "letters")),
    enrol: async (accounts) => {
      if (accounts.length > 0) await door("POST", "accounts", { accounts });
    },
    tokenFor(account) {
      const known = tokens.get(account);
      if (known && performance.now() - known.at < tokenKeptMs) return known.token;
      const token = fetchToken(account);
      tokens.set(account, { token, at: performance.now() });
      return token;
    },
  };
}

type Door = (method: "GET" | "POST", name: string, body?: object) => Promise<unknown>;

const doorsOf =
  (origin: string): Door =>
  async (method, name, body) => {
    const answer = await fetch(`${origin}/_local/${name}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(() => {
      throw startProblem(
        `Nothing answers at ${origin}: start the service with npm start, or leave --against out.`,
      );
    });
    if (answer.status === 404)
      throw startProblem(
        `${origin} has no local doors: the demo needs the service of one machine, with its clock.`,
      );
    if (!answer.ok) throw new Error(`/_local/${name} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
