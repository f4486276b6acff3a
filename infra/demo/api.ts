import { setTimeout as pause } from "node:timers/promises";
import type { RouteName } from "../../shared/contract/manifest.ts";
import { Problem, type ProblemCode } from "../../shared/contract/problems.ts";
import type { AnswerOf, AskedOf } from "../../shared/runtime/client.ts";
import { type AnyAsked, type Outcome, read, requestOf, unexpectedAnswer } from "../../shared/runtime/wire.ts";

/** What a call of a route takes: who asks, and its path, query and body by the route's own schemas. */
export type Asked<Name extends RouteName> = { readonly as: string } & AskedOf<Name>;

type AnyAskedAs = AnyAsked & { readonly as: string };

export type Attempt<Name extends RouteName> =
  | { readonly kind: "answered"; readonly body: AnswerOf<Name> }
  | { readonly kind: "refused"; readonly problem: ProblemCode; readonly reason: string };

/** The service by its contract alone: every answer is parsed by the schema that the manifest declares for it. */
export interface Api {
  /** Asks and expects success; anything else is an {@link unexpectedAnswer}. */
  readonly call: <Name extends RouteName>(name: Name, asked: Asked<Name>) => Promise<AnswerOf<Name>>;
  /** Asks where one of these refusals is a truthful answer too. */
  readonly attempt: <Name extends RouteName>(
    name: Name,
    asked: Asked<Name>,
    may: readonly ProblemCode[],
  ) => Promise<Attempt<Name>>;
  /** HTTP requests sent so far, and how many of them had to be sent again because others were busy. */
  readonly sent: () => { readonly requests: number; readonly again: number };
}

/** What a problem document says: its sentence, and the first fault that it names. */
function reasonIn(document: unknown): string {
  const { data } = Problem.safeParse(document);
  const [fault] = data?.errors ?? [];
  const where = fault?.row === undefined ? "" : `row ${fault.row}: `;
  return fault ? `${data?.detail} ${where}${fault.detail}` : (data?.detail ?? "");
}

interface ApiOptions {
  readonly origin: string;
  readonly tokenFor: (account: string) => Promise<string>;
  /** Begins every Idempotency-Key; two runs against one partnership must not share it. */
  readonly keyPrefix: string;
}

const busyTries = 12;

/** Opens the service at an origin. */
export function openApi({ origin, tokenFor, keyPrefix }: ApiOptions): Api {
  let requests = 0;
  let again = 0;
  let keys = 0;

  async function answerOf(name: RouteName, asked: AnyAskedAs): Promise<Outcome> {
    const key = `${keyPrefix}-${(keys += 1)}`;
    for (let tries = 1; ; tries += 1) {
      requests += 1;
      const request = requestOf(name, asked, { token: await tokenFor(asked.as), key });
      const outcome = await read(name, await fetch(`${origin}${request.path}`, request.init));
      if (outcome.kind === "answered" || outcome.code !== "busy" || tries === busyTries) return outcome;
      again += 1;
      await pause(10 * tries);
    }
  }

  function call<Name extends RouteName>(name: Name, asked: Asked<Name>): Promise<AnswerOf<Name>>;
  async function call(name: RouteName, asked: AnyAskedAs): Promise<unknown> {
    const outcome = await answerOf(name, asked);
    if (outcome.kind === "answered") return outcome.body;
    throw unexpectedAnswer(name, asked, outcome);
  }

  function attempt<Name extends RouteName>(
    name: Name,
    asked: Asked<Name>,
    may: readonly ProblemCode[],
  ): Promise<Attempt<Name>>;
  async function attempt(
    name: RouteName,
    asked: AnyAskedAs,
    may: readonly ProblemCode[],
  ): Promise<
    { kind: "answered"; body: unknown } | { kind: "refused"; problem: ProblemCode; reason: string }
  > {
    const outcome = await answerOf(name, asked);
    if (outcome.kind === "answered") return { kind: "answered", body: outcome.body };
    const problem = may.find((each) => each === outcome.code);
    if (problem === undefined) throw unexpectedAnswer(name, asked, outcome);
    return { kind: "refused", problem, reason: reasonIn(outcome.document) };
  }

  return { call, attempt, sent: () => ({ requests, again }) };
}
