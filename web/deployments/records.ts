import { counted } from "../../shared/domain/counted.ts";
import { openStates } from "../../shared/domain/deployments/visit.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { textField } from "../fields.ts";
import { button, type Form, formWith } from "../form.ts";
import { away, html, type Html, row } from "../html.ts";
import { longDate } from "../words.ts";
import { noteForm } from "./noteForm.ts";
import type { WorkRead } from "./readWork.ts";

export type VisitRecord = AnswerOf<"listVisits">["items"][number];

const statesInWords: Readonly<Record<VisitRecord["state"], string>> = {
  draft: "A draft that is not sent yet",
  submitted: "Sent: the school has not said yet whether it is accurate",
  accurate: "Accurate, as the school says: its days count",
  inaccurate: "Not accurate, as the school says",
};

const answerForms = (title: string, accurate: Form, inaccurate: Form): Html =>
  html`<p>
      If you say that it is accurate, its days count, and what is charged follows from them. That cannot be
      taken back.
    </p>
    ${formWith(accurate, undefined, button(["It is accurate", away(title)]))}
    <details ${inaccurate.typed && "open"}>
      <summary>Say what is not accurate${away(title)}</summary>
      ${formWith(
        inaccurate,
        textField(inaccurate, {
          name: "note",
          label: "What is not accurate",
          hint: "The practitioner reads it.",
        }),
        button(["Send it back", away(title)], "no"),
      )}
    </details>`;

/** What the reader may do about a record: its author mend and send it, the school answer it. */
function formsFor(record: VisitRecord, title: string, { work, form }: Shown): Html | undefined {
  const { visitId, state } = record;
  if (work.parties.has("practitioner") && !work.ended && openStates.includes(state)) {
    const edit = form(`edit-${visitId}`);
    return html`<details ${edit.typed && "open"}>
      <summary>Change or send it${away(title)}</summary>
      ${noteForm(edit, record, title)}
    </details>`;
  }
  return work.parties.has("supported-school") && state === "submitted"
    ? answerForms(title, form(`accurate-${visitId}`), form(`inaccurate-${visitId}`))
    : undefined;
}

interface Shown {
  readonly work: WorkRead;
  readonly form: (name: string) => Form;
}

/** A record of visit, with what its reader may do about it. */
export function recordCard(record: VisitRecord, shown: Shown): Html {
  const { visitedOn, days, focus, whatHappened, agreedActions, nextVisitOn, state, response } = record;
  const title = `${longDate(visitedOn)}, ${counted(days, "day")}`;
  return html`<li>
    <h2>${title}</h2>
    <p><strong>${statesInWords[state]}</strong></p>
    ${state === "inaccurate" && response && html`<p>What is not accurate: ${response.note}</p>`}
    <dl>
      ${row("About", focus)} ${row("What happened", whatHappened)}
      ${agreedActions !== "" && row("What was agreed", agreedActions)}
      ${nextVisitOn !== null && row("Next visit", longDate(nextVisitOn))}
    </dl>
    ${formsFor(record, title, shown)}
  </li>`;
}
