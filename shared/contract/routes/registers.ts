import * as z from "zod";
import { RegisterImportId } from "../../domain/ids.ts";
import { PlannedImport, RegisterImport, RegisterKind } from "../../domain/schools/registerImport.ts";
import type { Route } from "../door.ts";
import { pageOf, pageQuery } from "./views.ts";

/** What an import of a register changed, or would change. */
export const RegisterPreview = PlannedImport.omit({
  importId: true,
  appliedAt: true,
  hasSchools: true,
  revision: true,
})
  .extend({ applied: z.boolean() })
  .meta({ id: "RegisterPreview" });

/** A preview without its lists, which `getRegisterImport` shows. */
export const RegisterPreviewSummary = RegisterPreview.pick({
  import: true,
  counts: true,
  applied: true,
}).meta({ id: "RegisterPreviewSummary" });

const ImportState = z.enum(["in-force", "replaced", "rolled-back"]);

const RegisterImportView = RegisterImport.extend({ state: ImportState }).meta({ id: "RegisterImport" });

const importParams = z.strictObject({ importId: RegisterImportId });

export const registersRoutes = {
  previewRegister: {
    area: "partnership",
    method: "POST",
    path: "/register-imports",
    summary:
      "Show what a register file would change, whole or not at all: schools, their groups, successions or " +
      "inspections (the register's own CSV, windows-1252 or UTF-8). Nothing is in force until it is applied",
    roles: ["broker"],
    query: z.strictObject({
      kind: RegisterKind.default("establishments"),
      area: z.string().max(80).optional(),
    }),
    csvBody: true,
    idempotent: true,
    replies: { 201: RegisterPreview },
    problems: ["register-refused", "wrong-state", "idempotency-key-reused"],
    audit: null,
  },
  listRegisterImports: {
    area: "partnership",
    method: "GET",
    path: "/register-imports",
    summary: "Every register import that was put in force, newest first",
    roles: ["broker", "director"],
    query: z.strictObject(pageQuery),
    replies: { 200: pageOf(RegisterImportView) },
    problems: [],
    audit: null,
  },
  listRegisterPreviews: {
    area: "partnership",
    method: "GET",
    path: "/register-previews",
    summary:
      "Previews of register imports that can be put in force as they are, newest first, without their lists",
    roles: ["broker"],
    query: z.strictObject(pageQuery),
    replies: { 200: pageOf(RegisterPreviewSummary) },
    problems: [],
    audit: null,
  },
  getRegisterImport: {
    area: "partnership",
    method: "GET",
    path: "/register-imports/{importId}",
    summary: "What one import of a register changed, or would change",
    roles: ["broker"],
    params: importParams,
    replies: { 200: RegisterPreview },
    problems: [],
    audit: null,
  },
  applyRegisterImport: {
    area: "partnership",
    method: "POST",
    path: "/register-imports/{importId}/apply",
    summary: "Put a previewed import in force, if the register that it was compared with still is",
    roles: ["broker"],
    params: importParams,
    replies: { 200: RegisterPreview },
    problems: ["wrong-state"],
    audit: "register-imported",
  },
  rollBackRegisterImport: {
    area: "partnership",
    method: "POST",
    path: "/register-imports/{importId}/rollback",
    summary: "Put the register back in force that this one, the present one, replaced",
    roles: ["broker"],
    params: importParams,
    replies: { 200: RegisterImport.meta({ id: "RegisterImportRecord" }) },
    problems: ["wrong-state"],
    audit: "register-rolled-back",
  },
} as const satisfies Record<string, Route>;
