import * as z from "zod";
import { RegisterImportId, SchoolId } from "../../domain/ids.ts";
import { Partnership } from "../../domain/partnership.ts";
import { ImportRecord, PlannedImport } from "../../domain/schools/registerImport.ts";
import { School } from "../../domain/schools/school.ts";
import { entity, listOf } from "../entity.ts";

export const partnerships = entity("partnership", {
  schema: Partnership,
  place: () => ({ partition: "PARTNERSHIP", sort: "PARTNERSHIP" }),
});

/** Which staged register is in force: flipping it publishes, or rolls back, a whole import at once. */
export const registers = entity("register", {
  // The record stands beside the pointer, so that one read tells all that an import or a preview has to know.
  schema: z.object({ importId: RegisterImportId, record: ImportRecord.exactOptional(), revision: z.int() }),
  place: () => ({ partition: "REGISTER", sort: "REGISTER" }),
});

export const registerImports = entity("register-import", {
  schema: ImportRecord,
  place: (row: { importedAt: string; importId: string }) => ({
    partition: "REGISTER-IMPORTS",
    sort: `${row.importedAt}#${row.importId}`,
  }),
});
export const registerImportList = listOf(registerImports, { partition: "REGISTER-IMPORTS" });

const plansWaiting = "REGISTER-PLANS-WAITING";
const plansOver = (base: RegisterImportId | null): string => `REGISTER-PLANS-OVER#${base ?? "NONE"}`;
/** Imports as they were planned and shown: each stands under its id, whether or not it was ever put in force. */
export const plannedImports = entity("register-plan", {
  schema: PlannedImport,
  place: (row: { importId: RegisterImportId }) => ({ partition: "REGISTER-PLANS", sort: row.importId }),
  listings: (row) => {
    const sort = `${row.import.importedAt}#${row.importId}`;
    const isWaiting = row.appliedAt === null && row.hasSchools;
    return {
      ...(row.removedAt === null
        ? { gsi1: { partition: plansOver(row.import.replacedImportId), sort } }
        : {}),
      ...(isWaiting ? { gsi2: { partition: plansWaiting, sort } } : {}),
    };
  },
});
/** Imports that were planned over one, null for over none: they can be put in force while that one is. */
export const plannedImportsOver = (base: RegisterImportId | null) =>
  listOf(plannedImports, { index: "gsi1", partition: plansOver(base) });

/** Imports that are planned and not in force and whose schools are staged, oldest first. */
export const plannedImportsWaiting = listOf(plannedImports, { index: "gsi2", partition: plansWaiting });

/** Imports whose schools are being staged and whose plan is not yet written: what a preview that died left behind. */
export const registerStagings = entity("register-staging", {
  schema: z.object({ importId: RegisterImportId, startedAt: z.iso.datetime() }),
  place: (row: { importId: RegisterImportId }) => ({ partition: "REGISTER-STAGINGS", sort: row.importId }),
});
export const registerStagingList = listOf(registerStagings, { partition: "REGISTER-STAGINGS" });

const daysRemembered = 60;
/** What brokers were told of the morning's fetch, so that a fetch that comes again tells nothing twice. */
export const registerNotices = entity("register-notice", {
  schema: z.object({ about: z.string(), toldAt: z.iso.datetime() }),
  place: (row: { about: string }) => ({ partition: "REGISTER-NOTICES", sort: row.about }),
  expiresAtSeconds: ({ toldAt }) => Math.floor(Date.parse(toldAt) / 1000) + daysRemembered * 86_400,
});

export const SchoolFacts = School.omit({ headEmail: true, inCategoryOfConcern: true });
export type SchoolFacts = z.infer<typeof SchoolFacts>;
const schoolsOf = (importId: RegisterImportId): string => `SCHOOLS#${importId}`;
export const schoolFacts = entity("school", {
  schema: SchoolFacts,
  place: (row: { importedBy: RegisterImportId; schoolId: SchoolId }) => ({
    partition: schoolsOf(row.importedBy),
    sort: row.schoolId,
  }),
});
export const schoolFactsOf = (importId: RegisterImportId) =>
  listOf(schoolFacts, { partition: schoolsOf(importId) });

/** What the partnership itself knows of a school, kept across register imports. */
export const schoolContacts = entity("school-contact", {
  schema: z.object({
    schoolId: SchoolId,
    headEmail: z.email().nullable(),
    inCategoryOfConcern: z.boolean(),
    revision: z.int(),
  }),
  place: (row: { schoolId: SchoolId }) => ({ partition: "SCHOOL-CONTACTS", sort: row.schoolId }),
});
export const schoolContactList = listOf(schoolContacts, { partition: "SCHOOL-CONTACTS" });
