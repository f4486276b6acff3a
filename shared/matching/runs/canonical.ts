import { compared } from "../facts/order.ts";

/** One text for one value: fields in the order of their names, absent ones left out, nothing between. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const fields = Object.entries(value)
    .filter(([, held]) => held !== undefined)
    .toSorted(([a], [b]) => compared(a, b));
  return `{${fields.map(([name, held]) => `${JSON.stringify(name)}:${canonicalText(held)}`).join(",")}}`;
}
