import * as z from "zod";
import type { Route } from "../contract/door.ts";
import { type RouteName, routes } from "../contract/manifest.ts";
import { Problem, problemTypePrefix } from "../contract/problems.ts";
import { originSecretHeader } from "./edge.ts";

/** A call of any route, untyped. */
export interface AnyAsked {
  /** Who asks, where that is worth telling of an answer that nobody expected. */
  readonly as?: string;
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly csv?: Uint8Array;
}

/** An answer, parsed where it is one that the manifest declares. */
export type Outcome =
  | { readonly kind: "answered"; readonly body: unknown }
  | {
      readonly kind: "not-answered";
      readonly status: number;
      readonly code: string;
      readonly document: unknown;
    };

type NotAnswered = Extract<Outcome, { kind: "not-answered" }>;

/** An answer that the contract does not let a client expect: which call, with what, and the problem document. */
export function unexpectedAnswer(name: RouteName, asked: AnyAsked, { status, document }: NotAnswered): Error {
  const { path } = pathOf(name, asked);
  const lines = [
    `${name} answered ${status}: ${routes[name].method} ${path}${asked.as === undefined ? "" : ` as ${asked.as}`}`,
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

/** What a call is sent with beside what it asks. */
interface Shown {
  readonly token: string;
  readonly key: string;
  readonly originSecret?: string | undefined;
}

/** Path and fetch options of a call. */
export function requestOf(name: RouteName, asked: AnyAsked, { token, key, originSecret }: Shown) {
  const route: Route = routes[name];
  const { body, csv } = asked;
  const type =
    csv === undefined ? (body === undefined ? undefined : "application/json") : "application/octet-stream";
  const headers: Record<string, string> = {
    authorization: `Bearer ${token}`,
    ...(type === undefined ? {} : { "content-type": type }),
    ...(route.idempotent ? { "idempotency-key": key } : {}),
    ...(originSecret === undefined ? {} : { [originSecretHeader]: originSecret }),
  };
  const content =
    csv === undefined ? (body === undefined ? null : JSON.stringify(body)) : new Uint8Array(csv);
  return { path: pathOf(name, asked).path, init: { method: route.method, headers, body: content } };
}

/** Reads an answer by the schema that the manifest declares for its status. */
export async function read(name: RouteName, answer: Response): Promise<Outcome> {
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
