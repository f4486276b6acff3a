import { dateAt } from "../calendar/calendar.ts";
import type { PartyCalendars } from "../calendar/calendarOfParties.ts";
import { deliveredSomething, type Deployment, hasEnded, type Visit } from "../deployments/deployment.ts";
import type { ObjectiveId, RequestId } from "../ids.ts";
import { awaitedParty, type Offer } from "../offers/offer.ts";
import { consentPartiesOf } from "../offers/offerView.ts";
import type { Viewer } from "../deployments/parties.ts";
import type { SupportRequest } from "../requests/request.ts";
import type { UnfinishedRow } from "../requests/unfinished.ts";
import type { TaskEvidence } from "./task.ts";
import { evaluationDue, recordDue, type RecordAwaited, recordsAwaited, type Side } from "./workDue.ts";

/** What may wait for an account, each with what to do about it. */
export const nextSteps = {
  "answer-offer": "Read it with its agreement, then say yes, say no, or suggest other terms",
  "send-record": "Write the record of visit, or mend it, and send it",
  "answer-record": "Mark the record accurate, or say what is not",
  evaluate: "Write your side's evaluation",
  "record-outcome": "Record what became of each objective",
  "answer-follow-up": "Say whether what changed has lasted",
  "answer-release": "Release the practitioner who comes to your school for work that goes on, or do not",
  "send-request": "Finish the draft and submit it, or withdraw it",
  "finish-request":
    "Write what is missing and submit it, or let go of it: it goes by itself after sixty days",
  "confirm-claims": "Send your claims of expertise again as they are today",
  "endorse-claims": "Say of each claim of your colleagues whether you endorse it",
  "confirm-proposals": "Confirm, swap or leave what the latest run proposes and nobody is asked for yet",
  "look-at-request": "See what triage found, then open the request, correct it, or hand it back",
  "settle-counter": "Take the terms that were suggested, or withdraw the offer",
  "settle-task": "Decide it, with the reason",
} as const;
export type ReasonToAct = keyof typeof nextSteps;

/** The kinds of things from which it is told who somebody is and what waits for them. */
export const shownFrom = [
  "partnership",
  "register",
  "school",
  "calendar",
  "person",
  "request",
  "offer",
  "deployment",
  "visit",
  "evaluation",
  "outcome",
  "follow-up",
  "task",
  "proposal",
  "other",
] as const;
export type ShownFrom = (typeof shownFrom)[number];

/** Something that waits for an account, where it is read, and by when it is due, null where nobody counts days. */
export interface Waiting {
  readonly what: ReasonToAct;
  readonly path: string;
  readonly dueOn: string | null;
  /** The request that it is about, null where it is about none. */
  readonly requestId: RequestId | null;
}

/** A request that waits as a whole, for who asked to send it or for the broker to look at it. */
export const requestWaits =
  (what: "send-request" | "look-at-request") =>
  ({ requestId }: SupportRequest): Waiting => ({
    what,
    path: `/requests/${requestId}`,
    dueOn: null,
    requestId,
  });

/** A request that is not whole yet, for who began it to go on with. */
export const unfinishedWaits = ({ requestId }: UnfinishedRow): Waiting => ({
  what: "finish-request",
  path: `/unfinished-requests/${requestId}`,
  dueOn: null,
  requestId: null,
});

/** The answer to an offer that one of a viewer's parties owes, if it is their turn. */
export function answerOwed(viewer: Viewer, offer: Offer): Waiting[] {
  const { requestId, offerId, expiresAt } = offer;
  const awaited = awaitedParty(offer);
  if (awaited === undefined || !consentPartiesOf(viewer, offer).includes(awaited)) return [];
  const path = `/requests/${requestId}/offers/${offerId}`;
  return [{ what: "answer-offer", path, dueOn: expiresAt && dateAt(expiresAt), requestId }];
}

/** Work with all that is recorded of it. */
export interface RecordedWork {
  readonly deployment: Deployment;
  readonly visits: readonly Visit[];
  readonly evaluated: readonly Side[];
  readonly outcomesOf: readonly ObjectiveId[];
  /** What was late and is waited for no longer, by a broker's word. */
  readonly waived: readonly TaskEvidence[];
}

const lateRecordOf = { practitioner: "record-late", school: "record-unanswered" } as const;

const isRecordWaived = ({ of, visit, since }: RecordAwaited, waived: readonly TaskEvidence[]): boolean =>
  waived.some(
    (each) =>
      "visitId" in each &&
      each.kind === lateRecordOf[of] &&
      each.visitId === visit.visitId &&
      each.since === since,
  );

/** What a side still owes of work, with the days of its own school counted. */
export function owedOfWork(
  { deployment, visits, evaluated, outcomesOf, waived }: RecordedWork,
  side: Side,
  calendars: PartyCalendars,
): Waiting[] {
  const { requestId, deploymentId, agreement } = deployment;
  const at = `/requests/${requestId}/deployments/${deploymentId}`;
  const records = recordsAwaited(deployment, visits)
    .filter((awaited) => awaited.of === side && !isRecordWaived(awaited, waived))
    .map((awaited): Waiting => {
      const what = side === "school" ? "answer-record" : "send-record";
      return { what, path: `${at}/visits`, dueOn: recordDue(awaited, calendars).dueOn, requestId };
    });
  const isEvaluated =
    evaluated.includes(side) || waived.some((each) => each.kind === "evaluation-late" && each.side === side);
  const due = isEvaluated ? null : evaluationDue(deployment, side, calendars);
  const isOutcomeOpen =
    side === "school" &&
    hasEnded(deployment) &&
    deliveredSomething(deployment) &&
    agreement.objectives.some((objective) => !outcomesOf.includes(objective));
  return [
    ...records,
    ...(due ? [{ what: "evaluate" as const, path: `${at}/evaluations`, dueOn: due.dueOn, requestId }] : []),
    ...(isOutcomeOpen
      ? [{ what: "record-outcome" as const, path: `/requests/${requestId}/outcomes`, dueOn: null, requestId }]
      : []),
  ];
}

const orderOf = ({ dueOn, what, path }: Waiting): string => [dueOn ?? "~", what, path].join(" ");

/** What is due first stands first; what nobody counts days for comes last. */
export const byDueDate = (waiting: readonly Waiting[]): Waiting[] =>
  waiting.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
