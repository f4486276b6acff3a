import * as z from "zod";
import { RegisterImportId, SchoolId, SchoolUrn } from "./ids.ts";
import { IsoDate, Phase } from "./vocabulary.ts";

/** The four statuses of the register, by the codes of its CSV: 1, 2, 3 and 4. */
export const schoolStatuses = ["open", "closed", "open-proposed-to-close", "proposed-to-open"] as const;
export const SchoolStatus = z.enum(schoolStatuses).meta({ id: "SchoolStatus" });
export type SchoolStatus = z.infer<typeof SchoolStatus>;

const code = z.string().min(1).max(20).nullable();

/** A member school. `schoolId` never changes; the URN is the alias in force. */
export const School = z.object({
  schoolId: SchoolId,
  urn: SchoolUrn,
  ukprn: z.string().nullable(),
  name: z.string().min(1).max(200),
  status: SchoolStatus,
  laCode: z.string().max(10),
  laName: z.string().max(100),
  phases: z.array(Phase),
  isSpecial: z.boolean(),
  isAlternativeProvision: z.boolean(),
  eastingMetres: z.number().nullable(),
  northingMetres: z.number().nullable(),
  town: z.string().max(100),
  postcode: z.string().max(10),
  trustCode: code,
  trustName: z.string().max(200).nullable(),
  federationCode: code,
  dioceseCode: code,
  pupils: z.int().min(0).nullable(),
  percentageFsm: z.number().min(0).max(100).nullable(),
  openedOn: IsoDate.nullable(),
  closedOn: IsoDate.nullable(),
  inCategoryOfConcern: z.boolean(),
  headEmail: z.email().nullable(),
  importedBy: RegisterImportId,
  revision: z.int().min(0),
});
export type School = z.infer<typeof School>;

/** One accepted import of a register file: the last one is the "last good" that a bad file never replaces. */
export const RegisterImport = z.object({
  importId: RegisterImportId,
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

/** Whether a school may ask for new support: an open one may, a closed or unopened one may not. */
export function mayAskForSupport(school: Pick<School, "status">): boolean {
  return school.status === "open" || school.status === "open-proposed-to-close";
}

// Registers lose a handful of rows a day at most: a greater loss is a broken download.
const largestLossPercent = 2;

/** Whether a count of rows fell by more than a register ever does, above 2 %. */
export const hasShrunk = (before: number, now: number): boolean =>
  (before - now) * 100 > before * largestLossPercent;
