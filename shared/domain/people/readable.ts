/** Anything that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A field's name as people read it: `homeSchoolId` is Home school id. */
export const inPlainWords = (name: string): string =>
  /^[a-z][A-Za-z]*$/.test(name)
    ? name.charAt(0).toUpperCase() + name.slice(1).replaceAll(/[A-Z]/g, (found) => ` ${found.toLowerCase()}`)
    : name;

/** What names of rows are left out: they mean something to the store alone. */
const ofTheStore: ReadonlySet<string> = new Set(["revision", "rowType"]);

/**
 * A row as people read it: its fields in words, each school's id with its name beside it, and nothing left out
 * but what the store alone needs.
 */
export function readable(value: unknown, schoolName: (id: string) => string | undefined): Json {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((each) => readable(each, schoolName));
  const fields = Object.entries(value).filter(([name, each]) => !ofTheStore.has(name) && each !== undefined);
  return Object.fromEntries(
    fields.flatMap(([name, each]) => {
      const words = inPlainWords(name);
      const called = typeof each === "string" ? schoolName(each) : undefined;
      const field = [words, readable(each, schoolName)] as const;
      return called === undefined ? [field] : [[words.replace(/ id$/, ""), called] as const, field];
    }),
  );
}
