import type * as z from "zod";
import type { Route } from "../contract/door.ts";
import { type RouteName, type Routes, routes } from "../contract/manifest.ts";
import { Problem, type ProblemCode, problems } from "../contract/problems.ts";
import { notFound, problemOf } from "./refusal.ts";
import { type AnyAsked, read, requestOf, unexpectedAnswer } from "./wire.ts";

type Part<R, Name extends string> = R extends { readonly [N in Name]: infer S extends z.ZodType }
  ? { readonly [N in Name]: z.input<S> }
  : unknown;
type OptionalPart<R, Name extends string> = R extends { readonly [N in Name]: infer S extends z.ZodType }
  ? { readonly [N in Name]?: z.input<S> }
  : unknown;

/** What a call of a route takes: its path, query and body by the route's own schemas. */
export type AskedOf<Name extends RouteName> = Pick<AnyAsked, "as"> &
  Part<Routes[Name], "params"> &
  OptionalPart<Routes[Name], "query"> &
  Part<Routes[Name], "body"> &
  (Routes[Name] extends { csvBody: true } ? { readonly csv: Uint8Array } : unknown);

type Rendered<S> = S extends z.ZodType ? z.output<S> : string;

/** The body of a route's success, parsed. */
export type AnswerOf<Name extends RouteName> = {
  [Status in keyof Routes[Name]["replies"]]: Rendered<Routes[Name]["replies"][Status]>;
}[keyof Routes[Name]["replies"]];

/** A refusal as the service worded it. */
export interface Refused {
  readonly kind: "refused";
  readonly code: ProblemCode;
  readonly problem: Problem;
}

/** What became of a call: an answer, a refusal, or a token that is no longer good. */
export type Answered<Body> =
  { readonly kind: "answered"; readonly body: Body } | Refused | { readonly kind: "signed-out" };

/** The service as one signed-in caller has it, by its contract alone. Raises what the contract does not declare. */
export interface Client {
  readonly ask: <Name extends RouteName>(
    name: Name,
    asked: AskedOf<Name>,
  ) => Promise<Answered<AnswerOf<Name>>>;
}

interface ClientOptions {
  readonly origin: string;
  readonly token: string;
  /** Sent with what takes an Idempotency-Key, so that an intention that is sent twice is done once. */
  readonly key: string;
  /** Ends a call that is not answered yet, which is then raised. */
  readonly signal: AbortSignal;
  /** Shown where the service takes no requests but through its edge, which this client does not go through. */
  readonly originSecret?: string | undefined;
}

const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problems, code);

/**
 * Whether the service can have such an address: it says of any other that there is none, as far as it is asked at all. An
 * empty part or one of dots leads to another door.
 */
function isAddress(name: RouteName, { params }: AnyAsked): boolean {
  const route: Route = routes[name];
  const read = route.params?.safeParse(params);
  return !read || (read.success && !Object.values(read.data).some((part) => part === "." || part === ".."));
}

/** Opens the service at an origin for the holder of a token. */
export function openClient({ origin, token, key, signal, originSecret }: ClientOptions): Client {
  function ask<Name extends RouteName>(name: Name, asked: AskedOf<Name>): Promise<Answered<AnswerOf<Name>>>;
  async function ask(name: RouteName, asked: AnyAsked): Promise<Answered<unknown>> {
    if (!isAddress(name, asked))
      return { kind: "refused", code: "not-found", problem: problemOf(notFound("address")) };
    const request = requestOf(name, asked, { token, key, originSecret });
    const outcome = await read(name, await fetch(`${origin}${request.path}`, { ...request.init, signal }));
    if (outcome.kind === "answered") return outcome;
    if (outcome.status === 401) return { kind: "signed-out" };
    const problem = Problem.safeParse(outcome.document);
    if (!problem.success || !isProblemCode(outcome.code)) throw unexpectedAnswer(name, asked, outcome);
    return { kind: "refused", code: outcome.code, problem: problem.data };
  }
  return { ask };
}
