import type { IncomingMessage, ServerResponse } from "node:http";
import * as z from "zod";
import type { MovableClock } from "./clock.ts";
import { LocalAccount, type LocalAccounts } from "./accounts.ts";
import type { LocalHandler } from "./gateway/startGateway.ts";
import type { Schedules } from "./schedules/schedules.ts";

/** What only this machine has: its clock, its schedules, its accounts and its mailbox. Never on AWS. */
export interface LocalWorkings {
  readonly clock: MovableClock;
  readonly schedules: () => Schedules;
  readonly accounts: LocalAccounts;
  readonly idle: () => Promise<boolean>;
  readonly addresses: () => Readonly<Record<string, string>>;
  readonly letters: () => Promise<unknown>;
}

const Advance = z.strictObject({
  days: z.number().min(0).max(3660).optional(),
  hours: z.number().min(0).max(100_000).optional(),
  minutes: z.number().min(0).max(100_000).optional(),
});
const Fire = z.strictObject({ schedule: z.string() });
const Accounts = z.strictObject({ accounts: z.array(LocalAccount).min(1).max(5000) });

/** The doors under /_local/ by which a demo or a test moves the clock, fires a schedule and adds accounts. */
export const localDoors = (workings: LocalWorkings): LocalHandler => ({
  path: "/_local/",
  handle: async (request, response) => {
    const name = `${request.method ?? ""} ${(request.url ?? "").split("?")[0] ?? ""}`;
    const answer = await answerOf(name, workings, () => bodyOf(request)).catch((error: unknown) => ({
      status: 422,
      body: { detail: faultOf(error) },
    }));
    reply(response, answer);
  },
});

/** What is wrong with what was sent, in a sentence for each field. */
function faultOf(error: unknown): string {
  if (error instanceof SyntaxError) return "The body is not JSON";
  if (error instanceof z.ZodError)
    return error.issues.map(({ path, message }) => [...path, message].join(": ")).join("; ");
  return error instanceof Error ? error.message : "The body cannot be read";
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

async function answerOf(
  name: string,
  workings: LocalWorkings,
  body: () => Promise<unknown>,
): Promise<Answer> {
  const { clock, schedules, accounts } = workings;
  switch (name) {
    case "GET /_local/addresses":
      return { status: 200, body: workings.addresses() };
    case "GET /_local/clock":
      return { status: 200, body: { now: clock.now().toISOString() } };
    case "POST /_local/clock": {
      clock.advance(definedOnly(Advance.parse(await body())));
      await schedules().settled();
      return { status: 200, body: { now: clock.now().toISOString() } };
    }
    case "POST /_local/real-time": {
      clock.catchUp();
      await schedules().settled();
      return { status: 200, body: { now: clock.now().toISOString() } };
    }
    case "POST /_local/schedules": {
      const outcome = await schedules().fire(Fire.parse(await body()).schedule);
      return { status: outcome === "done" ? 200 : 422, body: { outcome } };
    }
    case "GET /_local/idle":
      return { status: 200, body: { idle: await workings.idle() } };
    case "GET /_local/letters":
      return { status: 200, body: await workings.letters() };
    case "POST /_local/accounts": {
      accounts.add(Accounts.parse(await body()).accounts);
      return { status: 201, body: { accounts: accounts.all().length } };
    }
    default:
      return { status: 404, body: { detail: "This machine has no such door" } };
  }
}

const definedOnly = (by: z.output<typeof Advance>) => ({
  days: by.days ?? 0,
  hours: by.hours ?? 0,
  minutes: by.minutes ?? 0,
});

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return JSON.parse(Buffer.concat(chunks).toString() || "{}");
}

function reply(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
