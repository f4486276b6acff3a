import * as fc from "fast-check";
import * as z from "zod";

type Schema = z.core.JSONSchema.JSONSchema;
/** What stands in a body under a name, whatever its schema says: ids of things that are there. */
export type Known = Readonly<Record<string, string>>;

const isSchema = (value: unknown): value is Schema => typeof value === "object" && value !== null;

const dates = ["2026-10-25", "2027-03-28", "2028-02-29", "2026-12-01", "2099-12-31"];

function textOf({ format, pattern, minLength = 0, maxLength = 60 }: Schema): fc.Arbitrary<unknown> {
  if (format === "date") return fc.constantFrom(...dates);
  if (format === "email") return fc.constant("somebody@area.example");
  if (format === "date-time") return fc.constant("2026-10-25T01:30:00.000Z");
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  return fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)) });
}

const numberOf = ({ type, minimum = 0, maximum = 40, multipleOf }: Schema): fc.Arbitrary<unknown> => {
  const step = multipleOf ?? (type === "integer" ? 1 : 0.5);
  return fc
    .integer({ min: Math.ceil(minimum / step), max: Math.floor(Math.min(maximum, 1e6) / step) })
    .map((times) => times * step);
};

/** Bodies that a schema would take, as far as it can say so. */
function fitting(
  schema: unknown,
  { defs, known }: { readonly defs: Schema["$defs"]; readonly known: Known },
): fc.Arbitrary<unknown> {
  const inner = (each: unknown) => fitting(each, { defs, known });
  if (!isSchema(schema)) return fc.constant(null);
  const { $ref, anyOf, oneOf, properties = {}, required = [], items } = schema;
  if ($ref !== undefined) return inner(defs?.[$ref.split("/").at(-1) ?? ""]);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const among = anyOf ?? oneOf;
  if (among) return fc.oneof(...among.map(inner));
  switch (schema.type) {
    case "object":
      return fc.record(
        Object.fromEntries(
          Object.entries(properties).map(([name, each]) => [
            name,
            known[name] === undefined ? inner(each) : fc.constant(known[name]),
          ]),
        ),
        { requiredKeys: required.filter((name) => name in properties) },
      );
    case "array":
      return fc.array(inner(items), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(schema.minItems ?? 0, 2),
      });
    case "string":
      return textOf(schema);
    case "number":
    case "integer":
      return numberOf(schema);
    case "boolean":
      return fc.boolean();
    case "null":
    case undefined:
    default:
      return fc.constant(null);
  }
}

const nested = (depth: number): unknown => (depth === 0 ? [] : [nested(depth - 1)]);

/** What no field should have to take. */
const hostile: readonly unknown[] = [
  null,
  "",
  " ",
  true,
  0,
  -1,
  -0.5,
  0.3,
  1e308,
  Number.MAX_SAFE_INTEGER,
  "1",
  "NaN",
  [],
  {},
  nested(200),
  "2026-02-30",
  "2027-02-29",
  "0000-00-00",
  "+275760-09-13",
  "24:00",
  "\u0000",
  "a\u0007b",
  "\ud800",
  "\u202Eeman eht",
  "👩🏽‍🏫".repeat(400),
  "x".repeat(6000),
  "req_00000000#OFFER#",
  "../../partnership",
  "=HYPERLINK(1)",
  JSON.parse('{"__proto__": {"roles": ["broker"]}}'),
  { constructor: { prototype: 1 } },
];

type Step = readonly (string | number)[];

const placesIn = (value: unknown, at: Step = []): Step[] => [
  at,
  ...(Array.isArray(value)
    ? value.flatMap((each, index) => placesIn(each, [...at, index]))
    : typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([name, each]) => placesIn(each, [...at, name]))
      : []),
];

/** The value with something else at a place. */
function withAt(value: unknown, [step, ...rest]: Step, other: unknown): unknown {
  if (step === undefined) return other;
  if (Array.isArray(value))
    return value.map((each, index) => (index === step ? withAt(each, rest, other) : each));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, name === step ? withAt(each, rest, other) : each]),
  );
}

/** Bodies that a route takes, as far as its schema can say so. */
export function bodiesOf(schema: z.ZodType, known: Known): fc.Arbitrary<unknown> {
  const whole = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return fitting(whole, { defs: whole.$defs, known });
}

/** Bodies of a route, each with something in one place that should not stand there. */
export const spoilt = (schema: z.ZodType, known: Known): fc.Arbitrary<unknown> =>
  fc.tuple(bodiesOf(schema, known), fc.nat(), fc.constantFrom(...hostile)).map(([body, at, other]) => {
    const places = placesIn(body);
    return withAt(body, places[at % places.length] ?? [], other);
  });
