import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import * as z from "zod";

const attachmentSchema = z.object({
  content: z.string(),
  contentType: z.string(),
  filename: z.string().optional(),
  size: z.number(),
});

/** A stored e-mail, in the shape of the mailbox's own store. `at` is in seconds since 1970, real time. */
export const storedMailSchema = z.object({
  messageId: z.string(),
  from: z.string(),
  replyTo: z.array(z.string()),
  destination: z.object({ to: z.array(z.string()), cc: z.array(z.string()), bcc: z.array(z.string()) }),
  subject: z.string(),
  body: z.object({ html: z.string().optional(), text: z.string().optional() }),
  attachments: z.array(attachmentSchema),
  headers: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
  at: z.number(),
});

/** One stored e-mail. */
export type StoredMail = z.infer<typeof storedMailSchema>;

const parseLine = (line: string): readonly StoredMail[] => {
  try {
    const parsed = storedMailSchema.safeParse(JSON.parse(line));
    return parsed.success ? [parsed.data] : [];
  } catch {
    return [];
  }
};

/** The e-mails kept in the file, one JSON object a line. A line cut short by a crash is passed over. */
export const readMailFile = (file: string): readonly StoredMail[] =>
  existsSync(file) ? readFileSync(file, "utf8").split("\n").flatMap(parseLine) : [];

/** Writes the file anew with these e-mails, making its folder when it is missing. */
export const rewriteMailFile = (file: string, mails: readonly StoredMail[]): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, mails.map((mail) => `${JSON.stringify(mail)}\n`).join(""));
};

/** Adds e-mails at the end of the file. */
export const appendMailFile = (file: string, mails: readonly StoredMail[]): void =>
  appendFileSync(file, mails.map((mail) => `${JSON.stringify(mail)}\n`).join(""));
