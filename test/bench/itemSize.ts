import * as z from "zod";

/** A value as DynamoDB's protocol carries it, such as `{ "S": "text" }`. */
export const Attribute = z.record(z.string(), z.unknown());
export const Item = z.record(z.string(), Attribute);
export type Item = z.infer<typeof Item>;

const utf8 = (text: string): number => Buffer.byteLength(text);
const containerBytes = 3;
const elementBytes = 1;

/** A number takes a byte for two significant digits and one more, and a minus another. */
function numberBytes(text: string): number {
  const digits = text
    .replace(/e.*$/i, "")
    .replace(/[-.]/g, "")
    .replace(/^0+|0+$/g, "");
  return Math.ceil(digits.length / 2) + 1 + (text.startsWith("-") ? 1 : 0);
}

function valueBytes(attribute: z.infer<typeof Attribute>): number {
  const [[kind, value] = ["NULL", true]] = Object.entries(attribute);
  if (kind === "S") return utf8(String(value));
  if (kind === "N") return numberBytes(String(value));
  if (kind === "B") return Buffer.from(String(value), "base64").length;
  if (kind === "L")
    return z
      .array(Attribute)
      .parse(value)
      .reduce((sum, each) => sum + elementBytes + valueBytes(each), containerBytes);
  if (kind === "M")
    return (
      Object.values(Item.parse(value)).length * elementBytes + containerBytes + bytesOf(Item.parse(value))
    );
  if (kind === "BOOL" || kind === "NULL") return 1;
  throw new Error(`No row of ours holds a value of the kind ${kind}`);
}

/**
 * An item's size in bytes: names and values, as "DynamoDB item sizes and formats" of the DynamoDB developer guide
 * counts them.
 */
export const bytesOf = (item: Item): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + utf8(name) + valueBytes(value), 0);
