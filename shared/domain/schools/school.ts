import * as z from "zod";
import { RegisterImportId, SchoolId, SchoolUrn } from "../ids.ts";
import { Concern, Judgement, Membership, SchoolAlias, SchoolSuccession } from "./registerFacts.ts";
import { IsoDate, Phase } from "../vocabulary.ts";

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
  /** Every URN that the school has had, oldest first. */
  aliases: z.array(SchoolAlias).max(20).default([]),
  /** Trusts, federations and other groups, past ones too. */
  memberships: z.array(Membership).max(40).default([]),
  /** The latest inspections, by framework and area. */
  judgements: z.array(Judgement).max(60).default([]),
  /** The category of concern that the inspections register gives, null for none. */
  concern: Concern.nullable().default(null),
  /** Which schools follow this one, null where the register names none. */
  succession: SchoolSuccession.nullable().default(null),
  /** Since when registers lack the school, which is kept as it was; null while they have it. */
  missingSince: IsoDate.nullable().default(null),
  importedBy: RegisterImportId,
  revision: z.int().min(0),
});
export type School = z.infer<typeof School>;

/** Whether a school may ask for new support: an open one may, a closed or unopened one may not. */
export function mayAskForSupport(school: Pick<School, "status">): boolean {
  return school.status === "open" || school.status === "open-proposed-to-close";
}
