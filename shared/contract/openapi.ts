import type * as z from "zod";
import { areas, type Route } from "./door.ts";
import { routes } from "./manifest.ts";
import { type Components, isJsonObject, type JsonObject, startComponents } from "./openapiSchemas.ts";
import { commonProblems, Problem, type ProblemCode, problems, problemTypePrefix } from "./problems.ts";

const json = "application/json";
const about =
  "Brokers school-to-school support in an area, from a school's request to a recorded outcome. " +
  "Errors are problem documents of RFC 9457 whose `type` never changes. " +
  "What the gateway itself answers, to an address or a token that is no good, holds a `message` alone. " +
  "Lists give a page and a cursor, which is null on the last page, and good for the list, the filters and the kind of account that it was given to.";

const statusMeanings: Readonly<Record<number, string>> = {
  200: "Done, or found",
  201: "Created",
  202: "Taken on; it is done a little later",
};

const securitySchemes = {
  bearer: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description: "A token of the configured OpenID Connect issuer, for the configured audience.",
  },
};

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "Any text of the caller's making, new for each intention. The same key with the same body gives " +
    "the first answer again for two days; with another body it is refused.",
  schema: { type: "string", pattern: "^[!-~]{1,255}$" },
};

/** What the gateway itself answers, before any handler: not a problem document. */
const unauthorised = {
  description: "No token, or one that is not good",
  content: { [json]: { schema: { type: "object", properties: { message: { type: "string" } } } } },
};

const parametersOf = (schema: z.ZodObject, place: "path" | "query", components: Components): JsonObject[] => {
  const { properties, required } = components.schemaOf(schema, "sent");
  if (!isJsonObject(properties)) return [];
  const needed = Array.isArray(required) ? required : [];
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || needed.includes(name),
    schema: property,
  }));
};

const parameters = (route: Route, components: Components): JsonObject => {
  const all = [
    ...(route.params ? parametersOf(route.params, "path", components) : []),
    ...(route.query ? parametersOf(route.query, "query", components) : []),
    ...(route.idempotent ? [{ $ref: "#/components/parameters/IdempotencyKey" }] : []),
  ];
  return all.length === 0 ? {} : { parameters: all };
};

const requestBody = (route: Route, components: Components): JsonObject => {
  if (route.csvBody)
    return {
      requestBody: {
        required: true,
        content: {
          "text/csv": { schema: { type: "string", description: "UTF-8" } },
          ...(route.icalBody
            ? { "text/calendar": { schema: { type: "string", description: "UTF-8" } } }
            : {}),
          "application/octet-stream": {
            schema: { type: "string", format: "binary", description: "A CSV file in UTF-8 or windows-1252" },
          },
        },
      },
    };
  if (!route.body) return {};
  const schema = components.schemaOf(route.body, "sent");
  return { requestBody: { required: true, content: { [json]: { schema } } } };
};

const replies = (route: Route, components: Components): JsonObject =>
  Object.fromEntries(
    Object.entries(route.replies).map(([status, reply]) => [
      status,
      {
        description: statusMeanings[Number(status)] ?? "Answered",
        content:
          typeof reply === "string"
            ? { [reply]: { schema: { type: "string" } } }
            : { [json]: { schema: components.schemaOf(reply, "answered") } },
      },
    ]),
  );

const problemReply = (status: number, codes: readonly ProblemCode[]): JsonObject => ({
  description: codes.map((code) => problems[code].title).join("; "),
  content: {
    "application/problem+json": {
      schema: {
        allOf: [
          { $ref: "#/components/schemas/Problem" },
          {
            properties: {
              type: { enum: codes.map((code) => `${problemTypePrefix}${code}`) },
              status: { const: status },
            },
          },
        ],
      },
    },
  },
});

const byStatus = (codes: readonly ProblemCode[]): [number, ProblemCode[]][] =>
  [...Map.groupBy(new Set(codes), (code) => problems[code].status)].toSorted(
    ([left], [right]) => left - right,
  );

const commonOfStatus = new Map(byStatus(commonProblems));

/** A status at which only the common problems can come is said once for the whole document. */
const refusals = (route: Route): JsonObject =>
  Object.fromEntries(
    byStatus([...commonProblems, ...route.problems]).map(([status, codes]) => [
      String(status),
      codes.length === commonOfStatus.get(status)?.length
        ? { $ref: `#/components/responses/Common${status}` }
        : problemReply(status, codes),
    ]),
  );

const operation = (operationId: string, route: Route, components: Components): JsonObject => ({
  operationId,
  summary: route.summary,
  tags: [route.area],
  security: route.roles === "public" ? [] : [{ bearer: [] }],
  ...parameters(route, components),
  ...requestBody(route, components),
  responses: {
    ...replies(route, components),
    ...(route.roles === "public" ? {} : { 401: { $ref: "#/components/responses/Unauthorised" } }),
    ...refusals(route),
  },
  "x-roles": route.roles === "public" ? "public" : [...route.roles],
  "x-audit": route.audit,
});

/** The OpenAPI 3.1 document of every HTTP door, made from the manifest alone; the same on every call. */
export const buildOpenApi = (): JsonObject => {
  const components = startComponents();
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const [name, route] of Object.entries(routes))
    (paths[route.path] ??= {})[route.method.toLowerCase()] = operation(name, route, components);
  const problem = components.schemaOf(Problem, "answered");
  if (problem["$ref"] === undefined) throw new Error("The schema of problems has lost its name");
  return {
    openapi: "3.1.0",
    info: {
      title: "Area Brokerage",
      version: "0.1.0",
      description: about,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    tags: areas.map((name) => ({ name })),
    paths,
    components: {
      securitySchemes,
      parameters: { IdempotencyKey: idempotencyKey },
      responses: {
        Unauthorised: unauthorised,
        ...Object.fromEntries(
          [...commonOfStatus].map(([status, codes]) => [`Common${status}`, problemReply(status, codes)]),
        ),
      },
      schemas: components.named(),
    },
  };
};
