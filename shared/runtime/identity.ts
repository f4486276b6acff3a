import { createHash, randomBytes } from "node:crypto";
import type * as z from "zod";
import { idWith } from "../domain/ids.ts";

/** SHA-256 of a text or of bytes, as 64 hexadecimal digits. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex");

/** A new id: nine characters of time, so that ids sort by age, then 80 random bits. */
export function freshId<Id extends z.ZodType>(schema: Id, milliseconds: number): z.output<Id> {
  const age = milliseconds.toString(36).padStart(9, "0");
  const random = BigInt(`0x${randomBytes(10).toString("hex")}`)
    .toString(36)
    .padStart(16, "0");
  return idWith(schema, `${age}${random}`);
}

/** The id that follows from what a thing is, so that making it twice makes it once. */
export function derivedId<Id extends z.ZodType>(schema: Id, ...of: readonly string[]): z.output<Id> {
  return idWith(schema, sha256(JSON.stringify(of)).slice(0, 26));
}
