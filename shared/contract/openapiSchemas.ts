import * as z from "zod";

/** Any value that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
/** An object of JSON. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** Whether a caller sends it (a field with a default may be left out) or the service answers with it. */
type Direction = "sent" | "answered";

/** How schemas of the contract become JSON Schema, with references into a document's named schemas. */
export interface Components {
  readonly schemaOf: (schema: z.ZodType, direction: Direction) => JsonObject;
  /** Every schema with a meta id that was used, in the order of names. */
  readonly named: () => JsonObject;
}

const definitionPrefix = "#/$defs/";
/** Where a document's named schemas stand. */
const componentPrefix = "#/components/schemas/";

/** True for a JSON object, false for lists and plain values. */
export const isJsonObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Names in code-unit order: the same on every machine. */
const byName = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

const generate = (schema: z.ZodType, direction: Direction): { body: JsonObject; definitions: JsonObject } => {
  const io = direction === "sent" ? "input" : "output";
  const generated: unknown = z.toJSONSchema(schema, { target: "draft-2020-12", io });
  const json = z.record(z.string(), z.json()).parse(JSON.parse(JSON.stringify(generated)));
  const { $defs: definitions, $schema: _, ...body } = json;
  return { body, definitions: isJsonObject(definitions) ? definitions : {} };
};

const rewriteValue = (value: Json): Json => {
  if (Array.isArray(value)) return value.map((item: Json) => rewriteValue(item));
  return isJsonObject(value) ? pointAtComponents(value) : value;
};

const pointAtComponents = (schema: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(schema).map(([name, value]) => [
      name,
      name === "$ref" && typeof value === "string"
        ? value.replace(definitionPrefix, componentPrefix)
        : rewriteValue(value),
    ]),
  );

/**
 * Starts an empty collection. Throws where two schemas claim one name, or where one name would mean
 * different things sent and answered: then the contract has to name them apart.
 */
export const startComponents = (): Components => {
  const named = new Map<string, JsonObject>();
  const keep = (id: string, definition: JsonObject): void => {
    const earlier = named.get(id);
    if (earlier !== undefined && JSON.stringify(earlier) !== JSON.stringify(definition))
      throw new Error(`The name ${id} stands for two different schemas of the contract`);
    named.set(id, definition);
  };
  return {
    schemaOf(schema, direction) {
      const { body, definitions } = generate(schema, direction);
      for (const [id, definition] of Object.entries(definitions))
        if (isJsonObject(definition)) keep(id, pointAtComponents(definition));
      return pointAtComponents(body);
    },
    named: () => Object.fromEntries([...named].toSorted(([left], [right]) => byName(left, right))),
  };
};
