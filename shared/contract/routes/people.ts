import * as z from "zod";
import { EmailAddress } from "../../domain/emailAddress.ts";
import { personFacets } from "../../domain/requests/facets.ts";
import { crosswalkQuery, ExpertiseCode, ExpertiseFamily } from "../../domain/people/expertise.ts";
import { PersonId, SchoolId } from "../../domain/ids.ts";
import { Person } from "../../domain/people/person.ts";
import { Audience, ClaimLevel, IsoDate, Phase, Setting, SupportType } from "../../domain/vocabulary.ts";
import { withoutCertificateNumbers } from "../certificateNumbers.ts";
import type { Route } from "../door.ts";
import { ClaimDrafts } from "./claims.ts";
import { eachOnce, PeopleImport, PersonWritten, somePhases, VisiblePerson } from "./peopleViews.ts";
import { asRead, AuditView, CapacityView, pageOf, pageQuery } from "./views.ts";
import { Seen } from "./seenRows.ts";

const personParams = z.strictObject({ personId: PersonId });
const { shape } = Person;

const profile = z.strictObject({
  phases: somePhases,
  modes: shape.modes.refine(eachOnce, "Each mode stands once"),
  ...personFacets,
  travelLimitMetres: shape.travelLimitMetres,
  availability: shape.availability,
  capacityDaysPerYear: shape.capacityDaysPerYear,
  capacityDeployments: shape.capacityDeployments,
  declaredInterests: shape.declaredInterests,
});
const standing = z.strictObject({
  designations: shape.designations,
  assurance: shape.assurance,
  leastDeployments: shape.leastDeployments,
});

export const peopleRoutes = {
  createPerson: {
    area: "people",
    method: "POST",
    path: "/people",
    summary: "Add a practitioner with expertise claims, designations, capacity and availability",
    roles: ["broker"],
    body: withoutCertificateNumbers(
      z.strictObject({
        name: shape.name,
        email: EmailAddress,
        homeSchoolId: SchoolId,
        employedFrom: IsoDate,
        claims: ClaimDrafts,
        ...standing.shape,
        ...profile.shape,
      }),
    ),
    idempotent: true,
    replies: { 201: PersonWritten },
    problems: [
      "already-exists",
      "unknown-school",
      "closed-school",
      "unknown-code",
      "retired-code",
      "idempotency-key-reused",
    ],
    audit: "person-added",
  },
  listPeople: {
    area: "people",
    method: "GET",
    path: "/people",
    summary:
      "Practitioners of the partnership; a school sees its own. By a claim of a code or leaf, its level and phase, or " +
      "what Ofsted, RISE, NPQs, the EEF, ISBL, GIAS or the former SLE areas call it: one claim has to be all of it",
    roles: ["broker", "director", "school"],
    query: z.strictObject({
      ...pageQuery,
      ...crosswalkQuery,
      code: ExpertiseCode.optional(),
      family: ExpertiseFamily.optional().describe("A code of this family"),
      level: ClaimLevel.optional().describe("At least this level"),
      phase: Phase.optional(),
      supportType: SupportType.optional().describe("Who gives it, or has not said what they give"),
      audience: Audience.optional(),
      setting: Setting.optional(),
      name: shape.name.trim().optional().describe("A part of the name, in capitals or not"),
      homeSchoolId: SchoolId.optional(),
      letterEndsBy: IsoDate.optional().describe(
        "Only those whose letter of assurance is missing or ends by this day",
      ),
      noOpenDay: z
        .enum(["true", "false"])
        .default("false")
        .describe("Only those whose dates of availability hold no day on which their home school is open"),
    }),
    replies: { 200: pageOf(VisiblePerson) },
    problems: [],
    audit: null,
  },
  getPerson: {
    area: "people",
    method: "GET",
    path: "/people/{personId}",
    summary: "One practitioner: their own page, their home school's and the broker's",
    roles: ["broker", "director", "school", "practitioner"],
    params: personParams,
    replies: { 200: VisiblePerson },
    problems: [],
    audit: null,
  },
  getCapacity: {
    area: "people",
    method: "GET",
    path: "/people/{personId}/capacity",
    summary: "Days and deployments left this academic year",
    roles: ["broker", "director", "school", "practitioner"],
    params: personParams,
    replies: { 200: CapacityView },
    problems: [],
    audit: null,
  },
  setProfile: {
    area: "people",
    method: "PUT",
    path: "/people/{personId}/profile",
    summary: "Change availability, capacity, travel, phases, modes, kinds of support and declared interests",
    roles: ["broker", "practitioner"],
    params: personParams,
    body: profile.extend({ before: asRead(profile) }),
    replies: { 200: PersonWritten },
    problems: ["wrong-state", "capacity-used-up", "unknown-school"],
    audit: "profile-set",
  },
  setEmployment: {
    area: "people",
    method: "PUT",
    path: "/people/{personId}/employment",
    summary: "Put right name, address and since when they are at their school",
    roles: ["broker"],
    params: personParams,
    body: withoutCertificateNumbers(z.strictObject({ name: shape.name, email: EmailAddress, from: IsoDate })),
    replies: { 200: VisiblePerson },
    problems: ["already-exists"],
    audit: "employment-set",
  },
  movePerson: {
    area: "people",
    method: "PUT",
    path: "/people/{personId}/move",
    summary:
      "Move a practitioner to another home school, or to none, from a date; null takes back what was announced. " +
      "Release, endorsements and the letter of assurance of the former school end with that date",
    roles: ["broker"],
    params: personParams,
    body: z.strictObject({
      move: z.strictObject({ homeSchoolId: SchoolId.nullable(), from: IsoDate }).nullable(),
    }),
    replies: { 200: VisiblePerson },
    problems: ["unknown-school", "closed-school", "wrong-state"],
    audit: "person-moved",
  },
  setStanding: {
    area: "people",
    method: "PUT",
    path: "/people/{personId}/standing",
    summary:
      "Record designations, the employer's letter of assurance and the deployments to find for them first",
    roles: ["broker"],
    params: personParams,
    body: withoutCertificateNumbers(standing.extend({ before: asRead(standing) })),
    replies: { 200: VisiblePerson },
    problems: ["wrong-state", "unknown-school"],
    audit: "standing-set",
  },
  parkPerson: {
    area: "people",
    method: "PUT",
    path: "/people/{personId}/parked",
    summary:
      "Park a practitioner until a date, or unpark with null: a parked one is offered nothing. `endsOffers`, for " +
      "a long absence, also withdraws what is open, without a reason",
    roles: ["broker", "practitioner"],
    params: personParams,
    body: withoutCertificateNumbers(
      z.strictObject({
        parked: z
          .strictObject({
            until: IsoDate,
            reason: z.string().min(3).max(300),
            endsOffers: z.boolean().exactOptional(),
          })
          .nullable(),
      }),
    ),
    replies: { 200: VisiblePerson },
    problems: [],
    audit: "person-parked",
  },
  importPeople: {
    area: "people",
    method: "POST",
    path: "/people-imports",
    summary: "Import practitioners and claims from CSV, one row a claim, whole or not at all",
    roles: ["broker"],
    query: z.strictObject({ preview: z.enum(["true", "false"]).default("false"), seen: Seen.optional() }),
    csvBody: true,
    idempotent: true,
    replies: { 200: PeopleImport, 201: PeopleImport },
    problems: ["wrong-state", "file-refused", "idempotency-key-reused"],
    audit: "people-imported",
  },
  peopleTemplate: {
    area: "people",
    method: "GET",
    path: "/people-imports/template",
    summary: "The CSV template for practitioners and claims",
    roles: ["broker"],
    replies: { 200: "text/csv" },
    problems: [],
    audit: null,
  },
  personAudit: {
    area: "people",
    method: "GET",
    path: "/people/{personId}/audit",
    summary: "What was done to a practitioner's record, oldest first",
    roles: ["broker", "director"],
    params: personParams,
    query: z.strictObject(pageQuery),
    replies: { 200: pageOf(AuditView) },
    problems: [],
    audit: null,
  },
} as const satisfies Record<string, Route>;
