import * as z from "zod";
import { RegisterImportId, SchoolId, SchoolUrn } from "../ids.ts";
import { ambiguities, Concern } from "./registerFacts.ts";
import { IsoDate } from "../vocabulary.ts";

/** What a register file tells of: each kind comes as a file of its own. */
export const registerKinds = [
  "establishments",
  "memberships",
  "groups",
  "successions",
  "inspections",
] as const;
export const RegisterKind = z.enum(registerKinds).meta({ id: "RegisterKind" });
export type RegisterKind = z.infer<typeof RegisterKind>;

/** One import of a register: the last one of its kind is the "last good" that a bad file never replaces. */
export const RegisterImport = z.object({
  importId: RegisterImportId,
  /** What the file told of; a broker's decision on a succession is an import of its own, without a file. */
  kind: z.enum([...registerKinds, "decision"]).default("establishments"),
  /** SHA-256 of the file's bytes. */
  digest: z.string(),
  /** The area whose schools were taken from the file, null where all were. */
  area: z.string().nullable(),
  /** Data rows in the whole file. */
  rowsRead: z.int().min(0),
  /** Schools of that area in the file. */
  schoolsRead: z.int().min(0),
  added: z.int().min(0),
  changed: z.int().min(0),
  unchanged: z.int().min(0),
  /** Member schools that the file does not have: carried over as they were, never closed for it. */
  absent: z.int().min(0),
  /** The import that this one was compared with and replaced, null at the first. */
  replacedImportId: RegisterImportId.nullable(),
  importedAt: z.iso.datetime(),
});
export type RegisterImport = z.infer<typeof RegisterImport>;

/** The last good import of a kind and area, which a further file is measured against. */
const LastGood = RegisterImport.pick({
  kind: true,
  area: true,
  digest: true,
  rowsRead: true,
  schoolsRead: true,
});

/** An import that was put in force, with all that the next one has to know of those before it. */
export const ImportRecord = RegisterImport.extend({
  /** Where the record of the import that it replaced stands, null at the first. */
  replaced: z.object({ importId: RegisterImportId, importedAt: z.iso.datetime() }).nullable().default(null),
  /** One for each kind and area that was ever imported, newest first. */
  lastGood: z.array(LastGood).default([]),
  rolledBackAt: z.iso.datetime().nullable().default(null),
  revision: z.int().min(0).default(0),
});
export type ImportRecord = z.infer<typeof ImportRecord>;

/** The record of an import as it is put in force over another. */
export function recordOver(record: RegisterImport, before: ImportRecord | undefined): ImportRecord {
  const { kind, area, digest, rowsRead, schoolsRead } = record;
  const known = before?.lastGood ?? [];
  // A broker's decision is no file that another could be measured against.
  const others = known.filter((each) => each.kind !== kind || each.area !== area);
  const lastGood = kind === "decision" ? known : [{ kind, area, digest, rowsRead, schoolsRead }, ...others];
  const replaced = before ? { importId: before.importId, importedAt: before.importedAt } : null;
  return { ...record, replaced, lastGood, rolledBackAt: null, revision: 0 };
}

const code = z.string().nullable();
const GroupChange = z.object({ schoolId: SchoolId, urn: SchoolUrn, from: code, to: code });

/** How the schools under an import differ from those in force before it. */
export const RegisterChanges = z.object({
  opened: z.array(SchoolUrn),
  closed: z.array(SchoolUrn),
  changed: z
    .array(z.object({ urn: SchoolUrn, fields: z.array(z.string()) }))
    .describe("The first 200 schools that changed, as in every list; `counts` counts all"),
  changedTrust: z.array(GroupChange),
  changedFederation: z.array(GroupChange),
  succeeded: z
    .array(z.object({ schoolId: SchoolId, from: SchoolUrn, to: SchoolUrn, on: IsoDate.nullable() }))
    .describe("Schools that go on under another URN, with the same id"),
  absent: z.array(SchoolUrn).describe("Member schools that the file does not have: kept as they were"),
  concerns: z.array(
    z.object({ schoolId: SchoolId, urn: SchoolUrn, from: Concern.nullable(), to: Concern.nullable() }),
  ),
  toDecide: z
    .array(z.object({ schoolId: SchoolId, urn: SchoolUrn, reason: z.enum(ambiguities) }))
    .describe("Schools of which a person must newly decide what follows them"),
});
export type RegisterChanges = z.infer<typeof RegisterChanges>;

const count = z.int().min(0);
/** How many schools stand in each list of changes before it is cut. */
export const ChangeCounts = z.object({
  opened: count,
  closed: count,
  changed: count,
  changedTrust: count,
  changedFederation: count,
  succeeded: count,
  absent: count,
  concerns: count,
  toDecide: count,
} satisfies Record<keyof RegisterChanges, typeof count>);

/** A planned import: its schools are staged, and it can be put in force while what it replaces still is. */
export const PlannedImport = RegisterChanges.extend({
  importId: RegisterImportId,
  import: RegisterImport,
  counts: ChangeCounts,
  newcomers: z
    .array(z.object({ urn: SchoolUrn, name: z.string() }))
    .describe("What the opened schools are called that were no members before")
    .default([]),
  warnings: z.array(z.string()),
  /** When it was put in force, null while it is not and after it was rolled back. */
  appliedAt: z.iso.datetime().nullable().default(null),
  /** When its staged schools and lists were removed, because nobody had put it in force; its record stays. */
  removedAt: z.iso.datetime().nullable().default(null),
  /** Whether its schools are, or may be, still staged. */
  hasSchools: z.boolean().default(true),
  revision: z.int().min(0).default(0),
});
export type PlannedImport = z.infer<typeof PlannedImport>;

/** The plan once its schools are removed: what it was, by whose digest, and how much it would have changed. */
export const emptied = (planned: PlannedImport, removedAt: string): PlannedImport => ({
  ...planned,
  opened: [],
  closed: [],
  changed: [],
  changedTrust: [],
  changedFederation: [],
  succeeded: [],
  absent: [],
  concerns: [],
  toDecide: [],
  newcomers: [],
  warnings: [],
  removedAt,
});

// Registers lose a handful of rows a day at most: a greater loss is a broken download.
const largestLossPercent = 2;

/** Whether a count of rows fell by more than a register ever does, above 2 %. */
export const hasShrunk = (before: number, now: number): boolean =>
  (before - now) * 100 > before * largestLossPercent;
