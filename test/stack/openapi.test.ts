import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import type { Route } from "../../shared/contract/door.ts";
import { routes } from "../../shared/contract/manifest.ts";
import { buildOpenApi } from "../../shared/contract/openapi.ts";
import { commonProblems, problems, problemTypePrefix } from "../../shared/contract/problems.ts";

const Named = z.record(z.string(), z.json());
const Operation = z.object({
  operationId: z.string(),
  summary: z.string(),
  tags: z.array(z.string()),
  security: z.array(Named),
  parameters: z.array(Named).default([]),
  requestBody: z.object({ content: Named }).optional(),
  responses: Named,
  "x-roles": z.union([z.literal("public"), z.array(z.string())]),
  "x-audit": z.string().nullable(),
});
const Document = z.object({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: Named, responses: Named, parameters: Named, securitySchemes: Named }),
});

const plain = z.record(z.string(), z.json()).parse(JSON.parse(JSON.stringify(buildOpenApi())));
const document = Document.parse(plain);
const declared = Object.entries<Route>(routes);
const operationOf = ({ method, path }: Route): z.infer<typeof Operation> => {
  const found = document.paths[path]?.[method.toLowerCase()];
  if (!found) throw new Error(`The document has no ${method} ${path}`);
  return found;
};
const referencesIn = (value: unknown): string[] => {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === "$ref" ? [String(inner)] : referencesIn(inner),
  );
};
const within = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null
    ? new Map<string, unknown>(Object.entries(value)).get(name)
    : undefined;
const target = (reference: string): unknown => reference.slice(2).split("/").reduce<unknown>(within, plain);

describe("the OpenAPI document", () => {
  test("is valid OpenAPI 3.1", async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(plain));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(validator.version).toBe("3.1");
  });

  test("is the one in docs: run `npm run openapi` when this fails", () => {
    const written = readFileSync(join(import.meta.dirname, "..", "..", "docs", "openapi.json"), "utf8");
    expect(written === `${JSON.stringify(buildOpenApi(), null, 2)}\n`).toBe(true);
  });

  test("has every route of the manifest, and no other operation", () => {
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => `${operationId} ${method} ${path}`),
    );
    expect(operations.toSorted()).toEqual(
      declared.map(([name, { method, path }]) => `${name} ${method.toLowerCase()} ${path}`).toSorted(),
    );
  });

  test("refers only to what it holds, and holds no schema that nothing refers to", () => {
    const references = new Set(referencesIn(plain));
    expect([...references].filter((reference) => target(reference) === undefined)).toEqual([]);
    for (const name of Object.keys(document.components.schemas))
      expect(references).toContain(`#/components/schemas/${name}`);
  });

  test("is the same on every call, its named schemas in the order of names", () => {
    expect(JSON.stringify(buildOpenApi())).toBe(JSON.stringify(plain));
    const names = Object.keys(document.components.schemas);
    expect(names).toEqual(names.toSorted());
  });

  test("names every path parameter of every path, as required", () => {
    for (const [, route] of declared) {
      const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const named = operationOf(route).parameters.filter((parameter) => parameter["in"] === "path");
      expect(named.map(({ name }) => name)).toEqual(inPath);
      for (const parameter of named) expect(parameter["required"]).toBe(true);
    }
  });

  test("asks for no query parameter that has a default", () => {
    const defaulted = declared
      .flatMap(([, route]) => operationOf(route).parameters)
      .filter(({ schema }) => within(schema, "default") !== undefined);
    expect(new Set(defaulted.map(({ required }) => required))).toEqual(new Set([false]));
  });

  test("takes an Idempotency-Key exactly where the manifest does, and bodies of the declared kind", () => {
    for (const [, route] of declared) {
      const operation = operationOf(route);
      const keyed = referencesIn(operation.parameters).includes("#/components/parameters/IdempotencyKey");
      expect(keyed).toBe(route.idempotent === true);
      const kinds = Object.keys(operation.requestBody?.content ?? {});
      expect(kinds).toEqual(
        route.csvBody
          ? ["text/csv", ...(route.icalBody ? ["text/calendar"] : []), "application/octet-stream"]
          : route.body
            ? ["application/json"]
            : [],
      );
    }
  });

  test("says who may enter, and what is written down", () => {
    for (const [name, route] of declared) {
      const operation = operationOf(route);
      expect(operation.operationId).toBe(name);
      expect(operation["x-roles"]).toEqual(route.roles);
      expect(operation["x-audit"]).toBe(route.audit);
      expect(operation.tags).toEqual([route.area]);
      expect(operation.security).toEqual(route.roles === "public" ? [] : [{ bearer: [] }]);
    }
  });

  test("lists every declared and common problem under its status, and no other", () => {
    for (const [name, route] of declared) {
      const listed = Object.entries(operationOf(route).responses).flatMap(([status, response]) => {
        const [reference] = referencesIn(response).filter((each) =>
          each.startsWith("#/components/responses/"),
        );
        const text = JSON.stringify(reference === undefined ? response : target(reference));
        return [...text.matchAll(new RegExp(`"${problemTypePrefix}([a-z0-9-]+)"`, "g"))].map(
          ([, code]) => `${status} ${code}`,
        );
      });
      const expected = new Set([...commonProblems, ...route.problems]);
      const codes = [...expected].map((code) => `${problems[code].status} ${code}`);
      expect({ name, codes: listed.toSorted() }).toEqual({ name, codes: codes.toSorted() });
    }
  });
});
