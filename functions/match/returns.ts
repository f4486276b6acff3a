import type { Proposal } from "../../shared/domain/runs/run.ts";

const sentence = ({ personId, requestId }: Proposal): string =>
  `This run also proposes ${personId}, of the asking school, to the practitioner's school for ${requestId}: ` +
  "once one of the two is offered, the rule reciprocal refuses the other.";

/**
 * Says of proposals by which two schools would support each other that they do, on both sides and in any years. Each is
 * the best for its place by itself, either may still be declined, and which comes first is the broker's to choose.
 */
export function withReturns(proposals: readonly Proposal[]): readonly Proposal[] {
  const between = Map.groupBy(proposals, ({ schoolId, homeSchoolId }) => `${homeSchoolId} ${schoolId}`);
  return proposals.map((proposal) => {
    const returned = between.get(`${proposal.schoolId} ${proposal.homeSchoolId}`) ?? [];
    return returned.length === 0
      ? proposal
      : { ...proposal, warnings: [...proposal.warnings, ...returned.map(sentence)] };
  });
}
