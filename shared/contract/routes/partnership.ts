import * as z from "zod";
import { Deployment } from "../../domain/deployments/deployment.ts";
import { MatchingPolicy } from "../../domain/runs/matchingPolicy.ts";
import { Partnership, RoutePolicy } from "../../domain/partnership.ts";
import { EmailAddress } from "../../domain/emailAddress.ts";
import { SchoolId } from "../../domain/ids.ts";
import { School, SchoolStatus } from "../../domain/schools/school.ts";
import type { Route } from "../door.ts";
import { asRead, AuditView, pageOf, pageQuery, PartnershipView, SchoolView } from "./views.ts";

const everyone = ["broker", "director", "school", "practitioner"] as const;

const RelatedSchool = School.pick({ schoolId: true, urn: true, name: true, aliases: true }).meta({
  id: "RelatedSchool",
});

/** A school with those that it continues and those that continue it. */
const SchoolHistoryView = SchoolView.extend({
  predecessors: z.array(RelatedSchool),
  successors: z.array(RelatedSchool),
  history: z
    .array(Deployment.pick({ deploymentId: true, requestId: true, schoolId: true, state: true }))
    .nullable()
    .describe(
      "Deployments at any of these schools, under the school that had them; null to all but the office",
    ),
}).meta({ id: "SchoolHistory" });

const revision = Partnership.shape.revision
  .optional()
  .describe("The one that was read: where the partnership was changed since, nothing is written");

const contact = z.strictObject({
  headEmail: EmailAddress.nullable(),
  inCategoryOfConcern: z
    .boolean()
    .exactOptional()
    .describe("The broker's own word beside that of the inspections register; left out, it stays as it is"),
});

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
      brokerEmail: EmailAddress,
      policies: z
        .array(RoutePolicy)
        .length(4)
        .refine((all) => new Set(all.map((each) => each.name)).size === 4, "Each route policy is given once")
        .refine(
          (all) => all.every((each) => new Set(each.consentOrder).size === 3),
          "Each party consents once",
        )
        .optional(),
      revision,
    }),
    replies: { 200: PartnershipView },
    problems: ["wrong-state"],
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
  setMatchingPolicy: {
    area: "partnership",
    method: "PUT",
    path: "/partnership/matching-policy",
    summary:
      "Write how the next runs match, whole: a part that is not sent is as everywhere. The answer shows what is in force",
    roles: ["broker"],
    body: MatchingPolicy.extend({ revision }),
    replies: { 200: PartnershipView },
    problems: ["wrong-state"],
    audit: "matching-policy-set",
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
    summary: "One member school, with the schools before and after it and the work that any of them received",
    roles: everyone,
    params: z.strictObject({ schoolId: SchoolId }),
    replies: { 200: SchoolHistoryView },
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
    body: contact.extend({ before: asRead(contact) }),
    replies: { 200: SchoolView },
    problems: ["wrong-state"],
    audit: "school-contact-set",
  },
  partnershipAudit: {
    area: "partnership",
    method: "GET",
    path: "/partnership/audit",
    summary: "What was done to the partnership and its register, oldest first unless asked otherwise",
    roles: ["broker", "director"],
    query: z.strictObject({
      ...pageQuery,
      order: z.enum(["oldest-first", "newest-first"]).default("oldest-first"),
    }),
    replies: { 200: pageOf(AuditView) },
    problems: [],
    audit: null,
  },
} as const satisfies Record<string, Route>;
