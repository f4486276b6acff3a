import type { Deployment, Visit } from "../../shared/domain/deployments/deployment.ts";
import { FollowUpId, type RunId, TaskId, VisitId } from "../../shared/domain/ids.ts";
import type { Evaluation, FollowUp, Outcome } from "../../shared/domain/outcomes/outcome.ts";
import type { Person } from "../../shared/domain/people/person.ts";
import type { SupportRequest } from "../../shared/domain/requests/request.ts";
import { type MatchRun, plannedRun, Proposal } from "../../shared/domain/runs/run.ts";
import { openTask, settled, type Task } from "../../shared/domain/tasks/task.ts";

const tail = (index: number): string => String(index).padStart(8, "0");
const then = "2026-10-15T09:00:00.000Z";

/** A claim, less what shows it. */
export const claimMade = {
  code: "CT-02",
  level: "can-coach" as const,
  phases: ["primary" as const],
  lastPractisedYear: 2025,
  endorsement: null,
};

/** A record of visit in the words of a practitioner. */
export const visitOf = (of: Deployment, index: number, state: Visit["state"]): Visit => ({
  visitId: VisitId.parse(`vis_${tail(index)}`),
  deploymentId: of.deploymentId,
  requestId: of.requestId,
  personId: of.personId,
  schoolId: of.schoolId,
  visitedOn: "2026-10-01",
  days: 1,
  focus: "Reading",
  whatHappened: `What the record ${state} tells`,
  agreedActions: "",
  nextVisitOn: null,
  state,
  submittedAt: state === "draft" ? null : then,
  workingDaysLate: 0,
  response: state === "draft" ? null : { accurate: true, note: "So it was", at: then },
  revision: 1,
});

/** What both sides said of it. */
export const evaluationsOfBoth = (of: Deployment): Evaluation[] =>
  (["school", "practitioner"] as const).map((side) => ({
    deploymentId: of.deploymentId,
    requestId: of.requestId,
    side,
    effectiveness: 4,
    overall: 4,
    impact: of.agreement.objectives.map((objectiveId) => ({ objectiveId, comment: "It is read more" })),
    comment: `marked comment of the ${side}`,
    causeForConcern: false,
    evaluatedAt: then,
    revision: 0,
  }));

/** What became of its first objective, and whether that lasted. */
export function outcomeOf(of: Deployment): { readonly outcome: Outcome; readonly followUp: FollowUp } {
  const [objectiveId] = of.agreement.objectives;
  if (!objectiveId) throw new Error("Work has an objective");
  const { deploymentId, requestId, schoolId, personId } = of;
  const at = { deploymentId, requestId, objectiveId, schoolId };
  const outcome: Outcome = {
    ...at,
    personId,
    baseline: "61 %",
    successMeasure: "Phonics check",
    result: "80 %",
    level: 4,
    direction: "better",
    evidenceStrength: 2,
    evidence: "Two rounds",
    contribution: { whatChanged: "Teaching", whatWeDid: "Coaching", otherExplanations: "" },
    recordedAt: then,
    revision: 0,
  };
  const answer = { direction: "better" as const, evidenceStrength: 2, comment: "It lasts", at: then };
  const followUp: FollowUp = {
    ...at,
    followUpId: FollowUpId.parse(`fol_${tail(1)}`),
    after: "one-term",
    dueOn: "2027-01-20",
    state: "answered",
    answer,
    revision: 0,
  };
  return { outcome, followUp };
}

/** A task that a broker has settled. */
export const taskAbout = ({ requestId, deploymentId, schoolId, personId }: Deployment): Task =>
  settled(
    openTask({
      taskId: TaskId.parse(`tsk_${tail(1)}`),
      raisedAt: then,
      schoolId,
      requestId,
      deploymentId,
      personId,
      evidence: { kind: "evaluation-late", side: "practitioner", since: "2026-10-10", dueOn: "2026-10-14" },
    }),
    "waived",
    { at: then, by: "account-of-the-broker", reason: "marked waiver" },
  );

interface Matched {
  readonly closed: SupportRequest;
  readonly open: SupportRequest;
  readonly known: Person;
  readonly other: Person;
}

/** A run that proposed them for one request, and had them as the next best on another, where it could not follow a pin. */
export function runWith(runId: RunId, { closed, open, known, other }: Matched) {
  const proposed = [
    { request: closed, person: known, nextBest: other },
    { request: open, person: other, nextBest: known },
  ].map(({ request, person, nextBest }) =>
    Proposal.parse({
      runId,
      requestId: request.requestId,
      schoolId: request.schoolId,
      personId: person.personId,
      homeSchoolId: person.homeSchoolId,
      fit: 80,
      components: [],
      rulesPassed: [],
      warnings: [],
      alternates: [{ personId: nextBest.personId, fit: 70, whyNot: "Less fit" }],
      pinned: false,
    }),
  );
  const unfollowed = [
    {
      requestId: open.requestId,
      personId: known.personId,
      kind: "pin" as const,
      sentence: "A rule forbids it",
    },
  ];
  const planned = plannedRun({ runId, trigger: "night", startedBy: "night", plannedAt: then });
  const run: MatchRun = {
    ...planned,
    state: "published",
    publishedAt: then,
    summary: {
      engineVersion: "1",
      inputDigest: "",
      resultDigest: null,
      requests: 2,
      practitioners: 2,
      slotsWanted: 2,
      slotsFilled: 2,
      totalFit: 160,
      worstFit: 80,
      loadGini: 0,
      topFiveShare: 1,
      gap: 0,
      certified: true,
      unfollowed,
      milliseconds: { read: 0, match: 0, publish: 0 },
      stages: [],
      years: [],
    },
  };
  return { run, proposed };
}
