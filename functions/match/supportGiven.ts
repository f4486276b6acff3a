import type { Offer } from "../../shared/domain/offers/offer.ts";
import type { SupportGiven } from "../../shared/matching/facts/facts.ts";
import { deploymentIdOf } from "../../shared/runtime/deploymentId.ts";
import type { RunRows } from "./runRows.ts";

/** Support given, being given or offered, for the rule against reciprocal review; the engine counts the years. */
export const supportGiven = (
  { deployments, today }: Pick<RunRows, "deployments" | "today">,
  offered: readonly Offer[],
): SupportGiven[] => [
  ...deployments
    .filter(({ state }) => state !== "not-started")
    .map(({ homeSchoolId, schoolId, deploymentId, ending }) => ({
      homeSchoolId,
      receivingSchoolId: schoolId,
      onDate: ending?.on ?? today,
      deploymentId,
    })),
  ...offered.map(({ homeSchoolId, schoolId, offerId }) => ({
    homeSchoolId,
    receivingSchoolId: schoolId,
    onDate: today,
    deploymentId: deploymentIdOf(offerId),
    offerId,
  })),
];
