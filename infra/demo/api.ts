import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import type { Route } from "../../shared/contract/door.ts";
import { type RouteName, routes, type Routes } from "../../shared/contract/manifest.ts";
import { Problem, type ProblemCode, problemTypePrefix } from "../../shared/contract/problems.ts";

type Part<R, Name extends string> = R extends { readonly [N in Name]: infer S extends z.ZodType }
  ? { readonly [N in Name]: z.input<S> }
  : unknown;
type OptionalPart<R, Name extends string> = R extends { readonly [N in Name]: infer S extends z.ZodType }
  ? { readonly [N in Name]?: z.input<S> }
  : unknown;

/** What a call of a route takes: who asks, and its path, query and body by the route's own schemas. */
export type Asked<Name extends RouteName> = { readonly as: string } & Part<Routes[Name], "params"> &
  OptionalPart<Routes[Name], "query"> &
  Part<Routes[Name], "body"> &
  (Routes[Name] extends { csvBody: true } ? { readonly csv: Uint8Array } : unknown);

type Rendered<S> = S extends z.ZodType ? z.output<S> : string;

/** The body of a route's success, parsed. */
export type AnswerOf<Name extends RouteName> = {
  [Status in keyof Routes[Name]["replies"]]: Rendered<Routes[Name]["replies"][Status]>;
}[keyof Routes[Name]["replies"]];

export type Attempt<Name extends RouteName> =
  | { readonly kind: "answered"; readonly body: AnswerOf<Name> }
  | { readonly kind: "refused"; readonly problem: ProblemCode };

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

interface AnyAsked {
  readonly as: string;
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly csv?: Uint8Array;
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

  async function answerOf(name: RouteName, asked: AnyAsked): Promise<Outcome> {
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
  async function call(name: RouteName, asked: AnyAsked): Promise<unknown> {
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
    asked: AnyAsked,
    may: readonly ProblemCode[],
  ): Promise<{ kind: "answered"; body: unknown } | { kind: "refused"; problem: ProblemCode }> {
    const outcome = await answerOf(name, asked);
    if (outcome.kind === "answered") return { kind: "answered", body: outcome.body };
    const problem = may.find((each) => each === outcome.code);
    if (problem === undefined) throw unexpectedAnswer(name, asked, outcome);
    return { kind: "refused", problem };
  }

  return { call, attempt, sent: () => ({ requests, again }) };
}

type Outcome =
  | { readonly kind: "answered"; readonly body: unknown }
  | {
      readonly kind: "not-answered";
      readonly status: number;
      readonly code: string;
      readonly document: unknown;
    };

type NotAnswered = Extract<Outcome, { kind: "not-answered" }>;

/** An answer that the contract does not let the demo expect: which call, with what, and the problem document. */
function unexpectedAnswer(name: RouteName, asked: AnyAsked, { status, document }: NotAnswered): Error {
  const { path } = pathOf(name, asked);
  const lines = [
    `${name} answered ${status}: ${routes[name].method} ${path} as ${asked.as}`,
    ...(asked.body === undefined ? [] : [`  body    ${JSON.stringify(asked.body)}`]),
    ...(asked.csv === undefined ? [] : [`  body    ${asked.csv.length} bytes of CSV`]),
    `  answer  ${JSON.stringify(document)}`,
  ];
  return Object.assign(new Error(lines.join("\n")), { name: "UnexpectedAnswer" });
}

const entriesOf = (part: unknown): [string, string][] =>
  typeof part === "object" && part !== null
    ? Object.entries(part).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
    : [];

function pathOf(name: RouteName, { params, query }: AnyAsked): { readonly path: string } {
  const path = entriesOf(params).reduce(
    (text, [param, value]) => text.replace(`{${param}}`, encodeURIComponent(value)),
    String(routes[name].path),
  );
  const search = new URLSearchParams(entriesOf(query)).toString();
  return { path: search === "" ? path : `${path}?${search}` };
}

function requestOf(name: RouteName, asked: AnyAsked, { token, key }: { token: string; key: string }) {
  const route: Route = routes[name];
  const { body, csv } = asked;
  const type = csv === undefined ? (body === undefined ? undefined : "application/json") : "text/csv";
  const headers: Record<string, string> = {
    authorization: `Bearer ${token}`,
    ...(type === undefined ? {} : { "content-type": type }),
    ...(route.idempotent ? { "idempotency-key": key } : {}),
  };
  const content =
    csv === undefined ? (body === undefined ? null : JSON.stringify(body)) : new Uint8Array(csv);
  return { path: pathOf(name, asked).path, init: { method: route.method, headers, body: content } };
}

async function read(name: RouteName, answer: Response): Promise<Outcome> {
  const route: Route = routes[name];
  const schema = route.replies[answer.status];
  const text = await answer.text();
  if (schema === undefined) return notAnswered(answer.status, text);
  if (typeof schema === "string") return { kind: "answered", body: text };
  const json: unknown = JSON.parse(text);
  const parsed = schema.safeParse(json);
  if (parsed.success) return { kind: "answered", body: parsed.data };
  const document = { brokenContract: z.prettifyError(parsed.error), body: json };
  return { kind: "not-answered", status: answer.status, code: "broken-contract", document };
}

function notAnswered(status: number, text: string): Outcome {
  const problem = Problem.safeParse(jsonOrText(text));
  return {
    kind: "not-answered",
    status,
    code: problem.success ? problem.data.type.slice(problemTypePrefix.length) : "unknown",
    document: problem.success ? problem.data : text,
  };
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
