import { counted } from "../../shared/domain/counted.ts";
import type { Refusal } from "../../shared/contract/problems.ts";
import { type Deployment, underWayStates } from "../../shared/domain/deployments/deployment.ts";
import type { Finished, ImpossibleDate, Reviewed } from "../../shared/domain/deployments/deploymentSteps.ts";
import type { NoteChecked, TooManyDays, VisitMoved } from "../../shared/domain/deployments/visit.ts";
import { refuse, wrongState } from "../../shared/runtime/refusal.ts";

const tooManyDays = ({ daysLeft, daysPlanned }: TooManyDays): string =>
  `${counted(daysPlanned, "day was", "days were")} agreed and ${daysLeft} of them can still be recorded. More days are a request of their own.`;

const impossibleDate = ({ field, detail }: ImpossibleDate): Refusal =>
  refuse("invalid-request", "Mend the date and send it again.", [{ pointer: `/${field}`, detail }]);

/** Why a note cannot stand as it is written. */
export function refusalOfNote(checked: Exclude<NoteChecked, { kind: "possible" }>): Refusal {
  switch (checked.kind) {
    case "deployment-ended":
      return wrongState("deployment", checked.state, underWayStates);
    case "impossible-dates":
      return refuse(
        "invalid-request",
        "Mend the dates and send it again.",
        checked.faults.map(({ field, detail }) => ({ pointer: `/${field}`, detail })),
      );
    case "too-many-days":
      return refuse("invalid-request", tooManyDays(checked), [
        { pointer: "/days", detail: `At most ${counted(checked.daysLeft, "day")} can still be recorded` },
      ]);
  }
}

/** Why a record cannot be sent or answered now. */
export function refusalOfMove(moved: Exclude<VisitMoved, { kind: "moved" }>): Refusal {
  switch (moved.kind) {
    case "deployment-ended":
      return wrongState("deployment", moved.state, underWayStates);
    case "wrong-state":
      return wrongState("record of visit", moved.state, moved.allowed);
    case "too-many-days":
      return refuse("wrong-state", tooManyDays(moved));
  }
}

/** Why a mid-term review cannot be recorded now. */
export function refusalOfReview(reviewed: Exclude<Reviewed, { kind: "reviewed" }>): Refusal {
  switch (reviewed.kind) {
    case "wrong-state":
      return wrongState("deployment", reviewed.state, reviewed.allowed);
    case "already-reviewed":
      return refuse("wrong-state", `The mid-term review of ${reviewed.heldOn} is recorded already.`);
    case "impossible-date":
      return impossibleDate(reviewed);
  }
}

/** Why a deployment cannot end in that way now. */
export function refusalOfEnding(finished: Exclude<Finished, { kind: "finished" }>): Refusal {
  switch (finished.kind) {
    case "wrong-state":
      return wrongState("deployment", finished.state, finished.allowed);
    case "impossible-date":
      return impossibleDate(finished);
    case "records-unsettled":
      return refuse("wrong-state", unsettledSentence(finished.unsettled));
    case "nothing-delivered":
      return refuse("wrong-state", "No day was delivered: end it as not-started, or as curtailed.");
    case "days-unexplained":
      return refuse(
        "invalid-request",
        "Fewer days were delivered than agreed: give a reason, and send it again.",
        [{ pointer: "/reason", detail: unexplained(finished.deployment) }],
      );
    case "something-delivered":
      return refuse(
        "wrong-state",
        `${counted(finished.daysDelivered, "day was", "days were")} delivered, so it was started: end it as curtailed or complete.`,
      );
  }
}

const unexplained = ({ daysDelivered, agreement }: Deployment): string =>
  `${daysDelivered} of ${counted(agreement.daysPlanned, "agreed day")} delivered: say why it is complete, or choose how else it ended`;

function unsettledSentence(unsettled: readonly { readonly state: string }[]): string {
  const count = (state: string): number => unsettled.filter((each) => each.state === state).length;
  const parts = [
    [count("draft"), "still a draft that the practitioner has not sent"],
    [count("submitted"), "waiting for the school to say whether it is accurate"],
    [count("inaccurate"), "marked inaccurate and not yet mended"],
  ] as const;
  const said = parts.flatMap(([number, what]) => (number === 0 ? [] : [`${number} ${what}`]));
  const mayCurtail =
    count("submitted") > 0 ? " If it stays unanswered, the broker can curtail the work." : "";
  return `Settle the records of visit first: ${said.join("; ")}.${mayCurtail}`;
}
