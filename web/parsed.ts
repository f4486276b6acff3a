import type * as z from "zod";
import { faultInWords } from "./faults.ts";
import type { Trouble } from "./visit.ts";

type Parsed<Body> = { readonly kind: "parsed"; readonly body: Body } | Trouble;

/** What a form says, read by the schema of the route that it is for, or what is wrong with it by the schema's fields. */
export function parsedBy<Schema extends z.ZodType>(schema: Schema, said: unknown): Parsed<z.output<Schema>> {
  const read = schema.safeParse(said);
  if (read.success) return { kind: "parsed", body: read.data };
  return {
    status: 422,
    detail: "Some of what you wrote is not right yet, and nothing was done.",
    faults: read.error.issues.map(({ path, message }) => ({
      field: path.length > 0 ? path.join("/") : undefined,
      detail: faultInWords(message),
    })),
  };
}

/** Faults of one thing of a list by the fields of its form; those of others are told without a field. */
export const troubleAt = (trouble: Trouble, place: string): Trouble => ({
  ...trouble,
  faults: trouble.faults.map(({ field, detail }) => ({
    field: field?.startsWith(`${place}/`) ? field.slice(place.length + 1) : undefined,
    detail,
  })),
});
