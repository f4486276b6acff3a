import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { isUtf8 } from "node:buffer";
import type * as z from "zod";
import type { Route } from "../contract/door.ts";
import type { Input } from "../contract/manifest.ts";
import type { Fault, Refusal } from "../contract/problems.ts";
import { isBlank, isShowable } from "../domain/showable.ts";
import { isRefusal, refuse } from "./refusal.ts";

const largestJsonBytes = 256 * 1024;
/** Lambda takes 6 MB, and a file arrives as base64, which makes it a third larger. */
const largestCsvBytes = 4 * 1024 * 1024;
/** What API Gateway writes in place of bytes that are not UTF-8, when a body is sent as text. */
const replacement = Buffer.from("\uFFFD");

/** Reads path, query and body by the route's own schemas, or says every fault and where it lies. */
export function readInput<R extends Route>(route: R, event: APIGatewayProxyEventV2): Input<R> | Refusal;
export function readInput(route: Route, event: APIGatewayProxyEventV2): unknown {
  const faults: Fault[] = [];
  const part = (schema: z.ZodType | undefined, value: unknown, where: Where): unknown => {
    const read = schema?.safeParse(value);
    if (read && !read.success) faults.push(...faultsOf(read.error, value, where));
    return read?.data;
  };
  const params = part(route.params, event.pathParameters ?? {}, "path");
  if (faults.length > 0) return refuse("not-found", "No such address.");
  const query = part(route.query, event.queryStringParameters ?? {}, "query");
  const content = bodyOf(route, event);
  if (isRefusal(content)) return content;
  const body = route.csvBody ? content.value : part(route.body, content.value, "body");
  if (faults.length > 0)
    return refuse("invalid-request", "Mend what `errors` lists and send it again.", faults);
  return { params: params ?? {}, query: query ?? {}, body };
}

type Where = "path" | "query" | "body";

function faultsOf(error: z.ZodError, value: unknown, where: Where): Fault[] {
  return error.issues.flatMap((issue) => {
    const names = issue.code === "unrecognized_keys" ? issue.keys : [undefined];
    return names.map((name) => {
      const path = [...issue.path, ...(name === undefined ? [] : [name])].map(String);
      const detail = name === undefined ? wordsOf(issue, value) : "There is no such field";
      const pointer = path.map((each) => `/${each.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
      return where === "query" ? { detail, parameter: path.join(".") } : { detail, pointer };
    });
  });
}

/** A rule of our own says in its own words what is needed. */
const wordsOf = ({ code, path, message }: z.core.$ZodIssue, value: unknown): string =>
  code !== "custom" && at(value, path) === undefined ? "This is needed and was not given" : message;

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );

/** The bytes of an event's body, as API Gateway hands them over. */
export function bytesOf(event: APIGatewayProxyEventV2): Buffer {
  return Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8");
}

function bodyOf(route: Route, event: APIGatewayProxyEventV2): { readonly value: unknown } | Refusal {
  const bytes = bytesOf(event);
  const type = (event.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (route.csvBody) return fileOf(route, bytes, type);
  if (!route.body) {
    return bytes.length === 0 || bytes.toString() === "{}"
      ? { value: undefined }
      : refuse("invalid-request", "This address takes no body.");
  }
  if (bytes.length > largestJsonBytes)
    return refuse(
      "body-too-large",
      `A body may have ${largestJsonBytes} bytes and this has ${bytes.length}.`,
    );
  if (type !== "" && type !== "application/json")
    return refuse("unsupported-media-type", "Send the body as application/json.");
  return jsonOf(bytes);
}

function fileOf(route: Route, bytes: Buffer, type: string): { readonly value: unknown } | Refusal {
  const textTypes = route.icalBody ? ["text/csv", "text/calendar"] : ["text/csv"];
  if (!textTypes.includes(type) && type !== "application/octet-stream")
    return refuse("unsupported-media-type", `Send the file as ${textTypes.join(" or ")}.`);
  if (textTypes.includes(type) && bytes.includes(replacement))
    return refuse(
      "not-utf-8",
      "Send a file that is not UTF-8 as application/octet-stream, so that its bytes arrive unchanged.",
    );
  if (bytes.length > largestCsvBytes)
    return refuse("body-too-large", `A file may have ${largestCsvBytes} bytes and this has ${bytes.length}.`);
  return { value: new Uint8Array(bytes) };
}

function jsonOf(bytes: Buffer): { readonly value: unknown } | Refusal {
  if (!isUtf8(bytes) || bytes.includes(replacement)) return refuse("not-utf-8", "Send the body as UTF-8.");
  try {
    const value: unknown = JSON.parse(bytes.toString("utf8"));
    const fault = faultOfTexts(value);
    return fault === undefined ? { value } : refuse("invalid-request", fault);
  } catch (error) {
    const at = error instanceof SyntaxError ? /position \d+/.exec(error.message)?.[0] : undefined;
    return refuse("not-json", `The body cannot be read as JSON${at ? ` (at ${at})` : ""}.`);
  }
}

/** Parts of bodies that say what their writer read: they are compared with what stands there, and never kept. */
const asItWasRead: ReadonlySet<string> = new Set(["before", "claim"]);

/** What is wrong with the first of a body's texts that cannot be kept, or that seems to say something and says nothing. */
function faultOfTexts(body: unknown): string | undefined {
  const left: unknown[] = [body];
  while (left.length > 0) {
    const each = left.pop();
    if (typeof each === "string") {
      if (!isShowable(each)) return "Take out control characters and halves of characters from the text.";
      if (isBlank(each)) return "Write something in place of a text of blanks alone, or send it empty.";
    } else if (typeof each === "object" && each !== null)
      for (const [name, inner] of Object.entries(each))
        if (each !== body || !asItWasRead.has(name)) left.push(inner);
  }
  return undefined;
}
