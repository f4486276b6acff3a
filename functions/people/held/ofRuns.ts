import type { Session } from "../../../shared/runtime/session.ts";
import type { Held } from "./readHeld.ts";

const isBroker = ({ roles }: Session): boolean => roles.includes("broker");

/** What was proposed of them, and where they were the next best: to themself what became an offer, without anybody else. */
export function proposalsAbout({ person, proposals, offers }: Held, session: Session): object[] {
  const { personId } = person;
  return proposals.flatMap((proposal): object[] => {
    const { alternates, warnings, rulesPassed, ...own } = proposal;
    if (own.personId === personId) {
      const isOffered = offers.some(
        ({ runId, requestId }) => runId === own.runId && requestId === own.requestId,
      );
      if (isBroker(session)) return [{ ...own, warnings, rulesPassed }];
      return isOffered ? [own] : [];
    }
    const { runId, requestId, schoolId } = own;
    if (!isBroker(session)) return [];
    return alternates
      .filter((each) => each.personId === personId)
      .map((nextBest) => ({ runId, requestId, schoolId, nextBest }));
  });
}

/** Instructions about them that a run could not follow, which brokers alone read. */
export function runsAbout({ person, runs }: Held, session: Session): object[] {
  if (!isBroker(session)) return [];
  return runs.flatMap(({ runId, runDate, summary }) => {
    const unfollowed = (summary?.unfollowed ?? []).filter(({ personId }) => personId === person.personId);
    return unfollowed.length === 0 ? [] : [{ runId, runDate, unfollowed }];
  });
}
