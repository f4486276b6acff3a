import * as z from "zod";
import { personFacets } from "../requests/facets.ts";
import { ExpertiseCode } from "./expertise.ts";
import { PersonId, SchoolId } from "../ids.ts";
import { ClaimLevel, DateRange, IsoDate, Mode, Phase } from "../vocabulary.ts";

/** As many claims as a practitioner may make, so that each means something. */
export const mostClaims = 8;

/** The longest limit of travel that a practitioner may give. */
export const mostTravelMetres = 500_000;

/** One declared expertise. */
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
    endorsementEnded: z
      .strictObject({ bySchoolId: SchoolId, on: IsoDate })
      .exactOptional()
      .describe("Whose endorsement ended when they moved school: it is for the new head to renew"),
    endorsementDeclined: z
      .strictObject({ bySchoolId: SchoolId, on: IsoDate, reason: z.string().max(500) })
      .exactOptional()
      .describe(
        "That the home head does not vouch for it, and why: between them, the practitioner and the broker. A claim that is changed asks anew",
      ),
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
  .refine((title) => title.expiresOn === null || title.awardedOn <= title.expiresOn, {
    path: ["expiresOn"],
    message: "This date is before the award",
  })
  .meta({ id: "Designation" });
export type Designation = z.infer<typeof Designation>;

/** The employer's letter of assurance. Settings never ask to see certificates, so none is ever held. */
export const Assurance = z
  .strictObject({ confirmedBySchoolId: SchoolId, confirmedOn: IsoDate, validUntil: IsoDate })
  .refine((letter) => letter.confirmedOn <= letter.validUntil, {
    path: ["validUntil"],
    message: "This date is before the confirmation",
  })
  .meta({ id: "Assurance" });

/**
 * `governor`: governor or trustee there. `family`: a spouse, partner or relative works at or governs the school.
 * `own-child`: a child of theirs goes there.
 */
export const InterestKind = z.enum(["governor", "family", "own-child", "financial", "other"]);
export type InterestKind = z.infer<typeof InterestKind>;

/** A tie to a school that its holder declared: between them and the broker. Both days are included. */
export const DeclaredInterest = z
  .strictObject({
    schoolId: SchoolId,
    kind: InterestKind,
    since: IsoDate.nullable().describe("Null where it has always been"),
    until: IsoDate.exactOptional().describe("The last day of it; none where it goes on"),
    note: z.string().max(500).exactOptional().describe("For the broker; no run knows of it"),
  })
  .refine(({ since, until }) => since === null || until === undefined || since <= until, {
    path: ["until"],
    message: "This date is before the first one",
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
  move: z
    .strictObject({ homeSchoolId: SchoolId.nullable(), from: IsoDate })
    .exactOptional()
    .describe("A move that is announced; null where they go to no member school"),
  claims: z.array(ExpertiseClaim).max(mostClaims),
  claimsConfirmedOn: IsoDate.exactOptional().describe(
    "When the claims were last written or confirmed; the day of the record until then",
  ),
  claimsAskedOn: IsoDate.exactOptional().describe("When it was last asked whether the claims still hold"),
  designations: z.array(Designation).max(10),
  phases: z.array(Phase).min(1),
  modes: z.array(Mode).min(1),
  ...personFacets,
  travelLimitMetres: z.int().min(0).max(mostTravelMetres).nullable(),
  availability: z.array(DateRange).max(40),
  capacityDaysPerYear: z.number().multipleOf(0.5).min(0).max(190),
  capacityDeployments: z.int().min(0).max(20),
  leastDeployments: z
    .int()
    .min(0)
    .max(20)
    .exactOptional()
    .describe(
      "Deployments to find for them before anything else is weighed; none unless the broker gives it",
    ),
  assurance: Assurance.nullable(),
  declaredInterests: z.array(DeclaredInterest).max(30),
  parked: z
    .strictObject({
      until: IsoDate,
      reason: z.string().max(300),
      endsOffers: z
        .boolean()
        .exactOptional()
        .describe("A long absence: open offers are withdrawn, and work under way is the broker's task"),
    })
    .nullable(),
  createdAt: z.iso.datetime(),
  revision: z.int().min(0),
});
export type Person = z.infer<typeof Person>;

/** Whether a claim waits for the head's word. */
export const awaitsEndorsement = ({
  endorsement,
  endorsementDeclined,
}: Pick<ExpertiseClaim, "endorsement" | "endorsementDeclined">): boolean =>
  endorsement === null && endorsementDeclined === undefined;

export type ClaimDraft = Omit<ExpertiseClaim, "endorsement" | "endorsementEnded" | "endorsementDeclined">;

/** Whether two claims say the same, whatever is said of them. */
export const sameClaim = (a: ClaimDraft, b: ClaimDraft): boolean =>
  a.code === b.code &&
  a.level === b.level &&
  a.lastPractisedYear === b.lastPractisedYear &&
  a.evidence === b.evidence &&
  new Set(a.phases).symmetricDifference(new Set(b.phases)).size === 0;

/** What a head, or the broker in their place, says of a claim: one word at a time, with what was said before. */
type WordOnClaim = Pick<ExpertiseClaim, "endorsement" | "endorsementDeclined">;

/** A claim with a new word on it in place of every word before. */
export function withWord(claim: ExpertiseClaim, word: WordOnClaim): ExpertiseClaim {
  const { endorsementEnded: _ended, endorsementDeclined: _declined, ...others } = claim;
  return { ...others, ...word };
}

/** The claims as newly written: an unchanged one keeps what was said of it, a changed or new one has none. */
export const claimsAnew = (
  held: readonly ExpertiseClaim[],
  written: readonly ClaimDraft[],
): ExpertiseClaim[] =>
  written.map((claim) => {
    const {
      endorsement = null,
      endorsementEnded,
      endorsementDeclined,
    } = held.find((each) => sameClaim(each, claim)) ?? {};
    return {
      ...claim,
      endorsement,
      ...(endorsementEnded ? { endorsementEnded } : {}),
      ...(endorsementDeclined ? { endorsementDeclined } : {}),
    };
  });
