import * as z from "zod";
import { Partnership, RoutePolicy } from "../../domain/partnership.ts";
import { SchoolId, SchoolUrn } from "../../domain/ids.ts";
import { RegisterImport, SchoolStatus } from "../../domain/school.ts";
import type { Route } from "../door.ts";
import { AuditView, pageOf, pageQuery, PartnershipView, SchoolView } from "./views.ts";

const everyone = ["broker", "director", "school", "practitioner"] as const;

/** What an import of a register changed, or would change. */
export const RegisterPreview = z
  .object({
    applied: z.boolean(),
    import: RegisterImport,
    opened: z.array(SchoolUrn),
    closed: z.array(SchoolUrn),
    changed: z
      .array(z.object({ urn: SchoolUrn, fields: z.array(z.string()) }))
      .describe("The first 500 schools that changed; `import.changed` counts all"),
    absent: z.array(SchoolUrn).describe("Member schools that the file does not have: kept as they were"),
    warnings: z.array(z.string()),
  })
  .meta({ id: "RegisterPreview" });

export const partnershipRoutes = {
  createPartnership: {
    area: "partnership",
    method: "PUT",
    path: "/partnership",
    summary: "Set up the partnership of the signed-in broker, or change its name, area and policies",
    roles: ["broker"],
    body: z.strictObject({
      name: Partnership.shape.name,
      area: Partnership.shape.area,
      brokerEmail: Partnership.shape.brokerEmail,
      policies: z
        .array(RoutePolicy)
        .length(4)
        .refine((all) => new Set(all.map((each) => each.name)).size === 4, "Each route policy is given once")
        .refine(
          (all) => all.every((each) => new Set(each.consentOrder).size === 3),
          "Each party consents once",
        )
        .optional(),
    }),
    replies: { 200: PartnershipView },
    problems: [],
    audit: "partnership-set",
  },
  getPartnership: {
    area: "partnership",
    method: "GET",
    path: "/partnership",
    summary: "The partnership of the signed-in account",
    roles: everyone,
    replies: { 200: PartnershipView },
    problems: [],
    audit: null,
  },
  importRegister: {
    area: "partnership",
    method: "POST",
    path: "/register-imports",
    summary: "Import member schools from a register file (GIAS CSV, Latin-1 or UTF-8), whole or not at all",
    roles: ["broker"],
    query: z.strictObject({
      preview: z.enum(["true", "false"]).default("false"),
      area: z.string().max(80).optional(),
    }),
    csvBody: true,
    idempotent: true,
    replies: { 200: RegisterPreview, 201: RegisterPreview },
    problems: ["register-refused", "idempotency-key-reused"],
    audit: "register-imported",
  },
  listRegisterImports: {
    area: "partnership",
    method: "GET",
    path: "/register-imports",
    summary: "Every accepted register import, newest first",
    roles: ["broker", "director"],
    query: z.strictObject(pageQuery),
    replies: { 200: pageOf(RegisterImport.meta({ id: "RegisterImport" })) },
    problems: [],
    audit: null,
  },
  listSchools: {
    area: "partnership",
    method: "GET",
    path: "/schools",
    summary: "Member schools by name",
    roles: everyone,
    query: z.strictObject({ ...pageQuery, status: SchoolStatus.optional() }),
    replies: { 200: pageOf(SchoolView) },
    problems: [],
    audit: null,
  },
  getSchool: {
    area: "partnership",
    method: "GET",
    path: "/schools/{schoolId}",
    summary: "One member school",
    roles: everyone,
    params: z.strictObject({ schoolId: SchoolId }),
    replies: { 200: SchoolView },
    problems: [],
    audit: null,
  },
  setSchoolContact: {
    area: "partnership",
    method: "PUT",
    path: "/schools/{schoolId}/contact",
    summary:
      "Set where the head is written to, null for nowhere, and whether the school is in a category of concern",
    roles: ["broker"],
    params: z.strictObject({ schoolId: SchoolId }),
    body: z.strictObject({ headEmail: z.email().nullable(), inCategoryOfConcern: z.boolean() }),
    replies: { 200: SchoolView },
    problems: [],
    audit: "school-contact-set",
  },
  partnershipAudit: {
    area: "partnership",
    method: "GET",
    path: "/partnership/audit",
    summary: "What was done to the partnership and its register, oldest first",
    roles: ["broker", "director"],
    query: z.strictObject(pageQuery),
    replies: { 200: pageOf(AuditView) },
    problems: [],
    audit: null,
  },
} as const satisfies Record<string, Route>;
