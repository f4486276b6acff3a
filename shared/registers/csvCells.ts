import * as z from "zod";
import { LeafCode, nationalCodeOf } from "../domain/people/expertise.ts";
import { SchoolUrn } from "../domain/ids.ts";
import { isBlank, isShowable } from "../domain/showable.ts";
import { IsoDate } from "../domain/vocabulary.ts";
import { isoDateOf } from "./giasCells.ts";
import { codeProblem, findCode } from "./taxonomy.ts";

// Each cell schema takes the trimmed text of one cell; an empty text is an empty cell.

/** Text of one to `longest` characters. */
export const textCell = (longest: number) =>
  z
    .string()
    .min(1, "This cell is empty")
    .max(longest, `This cell has more than ${longest} characters`)
    .refine(isShowable, "Take out control characters from this cell")
    .refine((text) => !isBlank(text), "Nothing of this cell is seen");

/** A cell that may be empty, which reads as null. */
export const optionalCell = <Value>(cell: z.ZodType<Value>) =>
  z.string().transform((text, context): Value | null => {
    if (text === "") return null;
    const parsed = cell.safeParse(text);
    if (parsed.success) return parsed.data;
    for (const { message } of parsed.error.issues) context.addIssue({ code: "custom", message });
    return z.NEVER;
  });

/** The URN of a school, as text of six digits. */
export const urnCell = z
  .string()
  .regex(/^[1-9]\d{5}$/, "A URN is six digits and does not begin with zero")
  .pipe(SchoolUrn);

const isLeafOfKnownCode = (code: string): boolean =>
  LeafCode.safeParse(code).success && findCode(nationalCodeOf(code)).kind !== "unknown";

/**
 * A current code of the expertise taxonomy; a retired one is answered with its replacement. Whether a local leaf is
 * one of the partnership's is for the caller to check.
 */
export const codeCell = z.string().superRefine((code, context) => {
  const problem = isLeafOfKnownCode(code) ? null : codeProblem(code);
  if (problem !== null) context.addIssue({ code: "custom", message: problem });
});

/** A date as `2025-09-01` or, as British spreadsheets rewrite it, `01/09/2025`. */
export const dateCell = z.string().transform((text, context) => {
  const date = IsoDate.safeParse(isoDateOf(text) ?? text);
  if (date.success) return date.data;
  context.addIssue({ code: "custom", message: "This is no date: write 2025-09-01 or 01/09/2025" });
  return z.NEVER;
});

const asWord = (text: string): string => text.trim().toLowerCase().replaceAll(/\s+/g, "-");

/** One of the words that the schema allows, in any case, with spaces or hyphens. */
export const wordCell = <Value extends string>(words: z.ZodType<Value>, allowed: readonly string[]) =>
  z.string().transform((text, context) => {
    const word = words.safeParse(asWord(text));
    if (word.success) return word.data;
    context.addIssue({ code: "custom", message: `This must be one of ${allowed.join(", ")}` });
    return z.NEVER;
  });

/** A list between semicolons, each item in the cell's own form, none twice. */
export const listCell = <Value>(item: z.ZodType<Value>, most: number) =>
  z.string().transform((text, context): Value[] => {
    const parts = text.split(";").map((part) => part.trim());
    const texts = parts.filter((part) => part !== "");
    const parsed = z.array(item).max(most, `At most ${most} may be given`).safeParse(texts);
    if (new Set(texts).size < texts.length) {
      context.addIssue({ code: "custom", message: "The same item is given twice" });
    }
    if (parsed.success) return parsed.data;
    const messages = new Set(parsed.error.issues.map((issue) => issue.message));
    context.addIssue({ code: "custom", message: [...messages].join("; ") });
    return z.NEVER;
  });

/** A whole number from `least` to `most`. */
export const wholeCell = (least: number, most: number) => {
  const message = `This must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .pipe(z.number().min(least, message).max(most, message));
};

/** Days in halves, such as 1.5. */
export const daysCell = (least: number) => {
  const message = `This must be days in halves, from ${least} to 190, such as 1.5`;
  return z
    .string()
    .regex(/^\d{1,3}(?:\.[05])?$/, message)
    .transform(Number)
    .pipe(z.number().min(least, message).max(190, message));
};

/** An e-mail address, in lower case. */
export const emailCell = z
  .string()
  .pipe(z.email("This is no e-mail address").max(254, "This cell has more than 254 characters"))
  .transform((email) => email.toLowerCase());
