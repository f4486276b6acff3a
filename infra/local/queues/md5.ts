import { createHash } from "node:crypto";
import type { MessageAttributes } from "./messageContent.ts";

/** MD5 of a message body as UTF-8, in lower-case hex, as SQS returns it and the SDK checks it. */
export function md5OfBody(body: string): string {
  return createHash("md5").update(body).digest("hex");
}

/**
 * MD5 of message attributes, or undefined when there are none. By the algorithm of the SQS developer guide:
 * in order of name, each of name, type and value preceded by its length in four big-endian bytes, the value
 * also by one byte that says string (1) or binary (2).
 */
export function md5OfAttributes(attributes: MessageAttributes): string | undefined {
  const names = Object.keys(attributes).toSorted();
  if (names.length === 0) return undefined;
  const digest = createHash("md5");
  const add = (bytes: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    digest.update(length).update(bytes);
  };
  for (const name of names) {
    const attribute = attributes[name];
    if (attribute === undefined) continue;
    const { DataType, StringValue = "", BinaryValue } = attribute;
    add(Buffer.from(name));
    add(Buffer.from(DataType));
    digest.update(Buffer.from([BinaryValue === undefined ? 1 : 2]));
    add(BinaryValue === undefined ? Buffer.from(StringValue) : Buffer.from(BinaryValue, "base64"));
  }
  return digest.digest("hex");
}
