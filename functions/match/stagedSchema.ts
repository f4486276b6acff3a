import * as z from "zod";
import { PastAnswers } from "../../shared/domain/people/acceptance.ts";
import { personFacets, requestFacets } from "../../shared/domain/requests/facets.ts";
import { DeploymentId, OfferId, PersonId, RequestId, SchoolId } from "../../shared/domain/ids.ts";
import { ExpertiseNearness, FairnessMode } from "../../shared/domain/runs/matchingPolicy.ts";
import { InterestKind } from "../../shared/domain/people/person.ts";
import { Concern, Membership } from "../../shared/domain/schools/registerFacts.ts";
import { UnfollowedInstruction } from "../../shared/domain/runs/run.ts";
import { ClaimLevel, IsoDate, Mode, Phase, RoutePolicyName } from "../../shared/domain/vocabulary.ts";
import { defaultPolicy } from "../../shared/matching/facts/policy.ts";
import { earlierInterest, earlierTies, tiesOf } from "./earlierFacts.ts";
import { LeftOut } from "./leftOut.ts";

const whole = z.int();
const Span = z.strictObject({ from: IsoDate, to: IsoDate });

const Weights = z.strictObject({
  expertise: whole,
  phase: whole,
  context: whole,
  distance: whole,
  availability: whole,
  rotation: whole,
  workingStyle: whole,
});

const Policy = z.strictObject({
  weights: Weights,
  weightsByRoute: z.partialRecord(RoutePolicyName, Weights),
  priorityWeights: z.tuple([whole, whole, whole, whole]),
  ageWeeksCounted: whole,
  nearestExpertise: ExpertiseNearness,
  minimumLevel: ClaimLevel,
  levelPercent: z.record(ClaimLevel, whole),
  recentPracticeYears: whole,
  pastEmployerMonths: whole,
  pastMembershipMonths: whole.default(defaultPolicy.pastMembershipMonths),
  reciprocalYears: whole,
  distanceZeroMetres: whole,
  rotationCostPerLoad: whole,
  stabilityBonus: whole,
  fairness: FairnessMode.default("total-fit"),
  candidatesPerRequest: whole,
  searchCases: whole,
});

const schoolShape = {
  id: SchoolId,
  eastingMetres: z.number().nullable(),
  northingMetres: z.number().nullable(),
  phases: z.array(Phase),
  dioceseCode: z.string().nullable(),
  isSmall: z.boolean(),
  pupils: z.number().nullable(),
  percentageFsm: z.number().nullable(),
  calendar: z.string().exactOptional(),
};

const StagedConcern = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("inspection"), ...Concern.shape }),
  z.strictObject({ by: z.literal("broker") }),
]);

/** A school as it is staged, or as runs of earlier engines staged it. */
const StagedSchool = z.union([
  z.strictObject({
    ...schoolShape,
    memberships: z.array(Membership),
    concern: StagedConcern.nullable(),
  }),
  z
    .strictObject({ ...schoolShape, ...earlierTies })
    .transform(({ trustCode, federationCode, inCategoryOfConcern, ...school }) => ({
      ...school,
      ...tiesOf({ trustCode, federationCode, inCategoryOfConcern }),
    })),
]);

const StagedInterest = z.strictObject({
  schoolId: SchoolId,
  kind: InterestKind,
  since: IsoDate.nullable(),
  until: IsoDate.nullable(),
});

const StagedPractitioner = z.strictObject({
  id: PersonId,
  homeSchoolId: SchoolId,
  claims: z.array(
    z.strictObject({
      code: z.string(),
      level: ClaimLevel,
      lastPractisedYear: whole.nullable(),
      endorsed: z.boolean(),
      phases: z.array(Phase).exactOptional(),
    }),
  ),
  phases: z.array(Phase),
  modes: z.array(Mode),
  travelLimitMetres: z.number().nullable(),
  capacityHalfDaysLeft: whole,
  capacitySlotsLeft: whole,
  leastSlots: whole.exactOptional(),
  loadSlots: whole,
  availability: z.array(Span),
  parked: z.boolean(),
  assuranceValidUntil: IsoDate.nullable(),
  designations: z.array(z.strictObject({ name: z.string(), expiresOn: IsoDate.nullable() })),
  formerEmployers: z.array(
    z.strictObject({ schoolId: SchoolId, from: IsoDate.exactOptional(), endedOn: IsoDate }),
  ),
  declaredInterests: z.array(z.union([StagedInterest, earlierInterest])),
  nextSchool: z.strictObject({ schoolId: SchoolId, from: IsoDate }).exactOptional(),
  facets: z.strictObject(personFacets).exactOptional(),
});

const StagedRequest = z.strictObject({
  id: RequestId,
  schoolId: SchoolId,
  codes: z.strictObject({ primary: z.string(), secondary: z.array(z.string()) }),
  phase: Phase,
  halfDays: whole,
  people: whole,
  window: Span,
  nextHalfTerm: Span.exactOptional(),
  mode: Mode,
  priority: z.literal([1, 2, 3, 4]),
  routePolicy: RoutePolicyName,
  submittedOn: IsoDate,
  pinned: z.array(PersonId),
  excluded: z.array(PersonId),
  declinedBy: z.array(PersonId),
  alreadyHeld: z.array(PersonId),
  lastProposed: z.array(PersonId),
  overrides: z.array(
    z.strictObject({
      personId: PersonId,
      rule: z.string(),
      reason: z.string(),
      causes: z.array(z.string()).exactOptional(),
    }),
  ),
  requiredDesignation: z.string().nullable(),
  maxFromOneSchool: whole.exactOptional(),
  facets: z.strictObject(requestFacets).exactOptional(),
});

/** Facts as they are staged: the shape that a run which resumes, or is replayed, must find again. */
export const StagedFacts = z.strictObject({
  years: z.array(
    z.strictObject({
      academicYear: z.string(),
      input: z.strictObject({
        policy: Policy,
        today: IsoDate,
        schools: z.array(StagedSchool),
        calendars: z.array(z.strictObject({ id: z.string(), closed: z.array(Span) })).exactOptional(),
        practitioners: z.array(StagedPractitioner),
        requests: z.array(StagedRequest),
        recentSupport: z.array(
          z.strictObject({
            homeSchoolId: SchoolId,
            receivingSchoolId: SchoolId,
            onDate: IsoDate,
            deploymentId: DeploymentId.nullable().default(null),
            offerId: OfferId.exactOptional(),
          }),
        ),
      }),
    }),
  ),
  leftOut: z.array(LeftOut),
  unfollowed: z.array(UnfollowedInstruction),
  answers: z.array(PastAnswers).default([]),
});
