import * as z from "zod";
import { PersonId, SchoolId } from "./ids.ts";
import { ClaimLevel, IsoDate, Mode, Phase } from "./vocabulary.ts";

export const ExpertiseCode = z
  .string()
  .regex(/^[A-Z]{2}-[A-Z0-9]{2,5}$/)
  .meta({ id: "ExpertiseCode", description: "Family and code of the expertise taxonomy, such as CT-03" });

/** One declared expertise. At most eight per practitioner, so that a claim means something. */
export const ExpertiseClaim = z
  .strictObject({
    code: ExpertiseCode,
    level: ClaimLevel,
    phases: z.array(Phase).min(1),
    lastPractisedYear: z.int().min(1990).max(2100),
    evidence: z.string().max(1000),
    endorsement: z
      .strictObject({ bySchoolId: SchoolId, endorsedOn: IsoDate, note: z.string().max(500) })
      .nullable(),
  })
  .meta({ id: "ExpertiseClaim" });
export type ExpertiseClaim = z.infer<typeof ExpertiseClaim>;

/** A title that a named body awarded, such as SLE or NLE: local data with an expiry, never a fixed list. */
export const Designation = z
  .strictObject({
    title: z.string().min(1).max(80),
    awardingBody: z.string().min(1).max(120),
    awardedOn: IsoDate,
    expiresOn: IsoDate.nullable(),
  })
  .meta({ id: "Designation" });
export type Designation = z.infer<typeof Designation>;

export const DateRange = z
  .strictObject({ from: IsoDate, to: IsoDate })
  .refine((range) => range.from <= range.to, { path: ["to"], message: "This date is before the first one" })
  .meta({ id: "DateRange" });
export type DateRange = z.infer<typeof DateRange>;

/** The employer's letter of assurance. Settings never ask to see certificates, so none is ever held. */
export const Assurance = z
  .strictObject({ confirmedBySchoolId: SchoolId, confirmedOn: IsoDate, validUntil: IsoDate })
  .meta({ id: "Assurance" });

export const DeclaredInterest = z
  .strictObject({
    schoolId: SchoolId,
    kind: z.enum(["governor", "family", "financial", "other"]),
    since: IsoDate,
  })
  .meta({ id: "DeclaredInterest" });

export const EmploymentSpell = z
  .strictObject({ schoolId: SchoolId, from: IsoDate, to: IsoDate.nullable() })
  .meta({ id: "EmploymentSpell" });
export type EmploymentSpell = z.infer<typeof EmploymentSpell>;

/** A practitioner: somebody whose school releases them to support another. */
export const Person = z.object({
  personId: PersonId,
  name: z.string().min(1).max(120),
  email: z.email(),
  homeSchoolId: SchoolId,
  employment: z.array(EmploymentSpell).max(30),
  claims: z.array(ExpertiseClaim).max(8),
  designations: z.array(Designation).max(10),
  phases: z.array(Phase).min(1),
  modes: z.array(Mode).min(1),
  travelLimitMetres: z.int().min(0).max(500_000).nullable(),
  availability: z.array(DateRange).max(40),
  capacityDaysPerYear: z.number().multipleOf(0.5).min(0).max(190),
  capacityDeployments: z.int().min(0).max(20),
  assurance: Assurance.nullable(),
  declaredInterests: z.array(DeclaredInterest).max(30),
  parked: z.strictObject({ until: IsoDate, reason: z.string().max(300) }).nullable(),
  createdAt: z.iso.datetime(),
  revision: z.int().min(0),
});
export type Person = z.infer<typeof Person>;

/** What is left of a practitioner's capacity in one academic year; held by acceptances, returned by early ends. */
export const Capacity = z.object({
  personId: PersonId,
  academicYear: z.string().regex(/^\d{4}-\d{2}$/),
  daysTotal: z.number().min(0),
  daysLeft: z.number().min(0),
  deploymentsTotal: z.int().min(0),
  deploymentsLeft: z.int().min(0),
  revision: z.int().min(0),
});
export type Capacity = z.infer<typeof Capacity>;

export type CapacityHold =
  | { readonly kind: "held"; readonly capacity: Capacity }
  | { readonly kind: "days-used-up"; readonly daysLeft: number }
  | { readonly kind: "deployments-used-up" };

/** Takes days and one concurrent deployment from what is left, or says which of the two ran out. */
export function holdCapacity(capacity: Capacity, days: number): CapacityHold {
  if (capacity.deploymentsLeft < 1) return { kind: "deployments-used-up" };
  if (capacity.daysLeft < days) return { kind: "days-used-up", daysLeft: capacity.daysLeft };
  const { daysLeft, deploymentsLeft } = capacity;
  return {
    kind: "held",
    capacity: { ...capacity, daysLeft: daysLeft - days, deploymentsLeft: deploymentsLeft - 1 },
  };
}

/** Gives back days that will not be spent and, when the deployment is over, its place. */
export function returnCapacity(
  capacity: Capacity,
  back: { readonly days: number; readonly endsDeployment: boolean },
): Capacity {
  const daysLeft = Math.min(capacity.daysTotal, capacity.daysLeft + back.days);
  const deploymentsLeft = Math.min(
    capacity.deploymentsTotal,
    capacity.deploymentsLeft + (back.endsDeployment ? 1 : 0),
  );
  return { ...capacity, daysLeft, deploymentsLeft };
}
