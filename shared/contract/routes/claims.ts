import * as z from "zod";
import { ExpertiseCode } from "../../domain/people/expertise.ts";
import { PersonId } from "../../domain/ids.ts";
import { ExpertiseClaim, mostClaims } from "../../domain/people/person.ts";
import { withoutCertificateNumbers } from "../certificateNumbers.ts";
import type { Route } from "../door.ts";
import { eachOnce, somePhases, VisiblePerson } from "./peopleViews.ts";
import { asRead, Reason } from "./views.ts";

const claimDraft = ExpertiseClaim.omit({
  endorsement: true,
  endorsementEnded: true,
  endorsementDeclined: true,
}).extend({
  phases: somePhases,
});
/** The claims of one practitioner, as they are written. */
export const ClaimDrafts = z
  .array(claimDraft)
  .max(mostClaims)
  .refine((all) => eachOnce(all.map((each) => each.code)), "Each code is claimed once");

/** The claim that a word is meant for. */
const claim = claimDraft
  .optional()
  .describe("The claim as it was read: where it was changed since, nothing is said of it");

const personParams = z.strictObject({ personId: PersonId });

export const claimsRoutes = {
  setClaims: {
    area: "people",
    method: "PUT",
    path: "/people/{personId}/claims",
    summary: "Replace or confirm the expertise claims; an unchanged claim keeps its endorsement",
    roles: ["broker", "practitioner"],
    params: personParams,
    body: withoutCertificateNumbers(z.strictObject({ claims: ClaimDrafts, before: asRead(ClaimDrafts) })),
    replies: { 200: VisiblePerson },
    problems: ["wrong-state", "unknown-code", "retired-code"],
    audit: "claims-set",
  },
  endorseClaim: {
    area: "people",
    method: "POST",
    path: "/people/{personId}/claims/{code}/endorsement",
    summary: "The home head, or the broker in their place, endorses one claim; nobody endorses their own",
    roles: ["broker", "school"],
    params: z.strictObject({ personId: PersonId, code: ExpertiseCode }),
    body: withoutCertificateNumbers(z.strictObject({ note: z.string().max(500), claim })),
    replies: { 200: VisiblePerson },
    problems: ["wrong-state"],
    audit: "claim-endorsed",
  },
  declineEndorsement: {
    area: "people",
    method: "POST",
    path: "/people/{personId}/claims/{code}/endorsement/refusal",
    summary:
      "The home head, or the broker in their place, does not endorse one claim, and says why; nobody answers for their own",
    roles: ["broker", "school"],
    params: z.strictObject({ personId: PersonId, code: ExpertiseCode }),
    body: withoutCertificateNumbers(z.strictObject({ reason: Reason, claim })),
    replies: { 200: VisiblePerson },
    problems: ["wrong-state"],
    audit: "endorsement-declined",
  },
  withdrawEndorsement: {
    area: "people",
    method: "POST",
    path: "/people/{personId}/claims/{code}/endorsement/withdrawal",
    summary: "The home head, or the broker in their place, takes back the endorsement of one claim",
    roles: ["broker", "school"],
    params: z.strictObject({ personId: PersonId, code: ExpertiseCode }),
    replies: { 200: VisiblePerson },
    problems: [],
    audit: "endorsement-withdrawn",
  },
} as const satisfies Record<string, Route>;
