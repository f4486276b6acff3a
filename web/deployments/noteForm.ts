import type { AskedOf } from "../../shared/runtime/client.ts";
import { whenLeftEmpty } from "../faults.ts";
import { lineField, textField } from "../fields.ts";
import { button, buttonThen, type Form, formWith, typed, typedOrNull } from "../form.ts";
import { away, html, type Html } from "../html.ts";
import type { Trouble } from "../visit.ts";
import type { VisitRecord } from "./records.ts";

type Note = AskedOf<"draftVisit">["body"];

/** What was typed of a visit, for the API to judge: a number that is none is told of by its field. */
export const noteIn = (form: URLSearchParams): Note => ({
  visitedOn: typed(form, "visitedOn"),
  days: Number(typed(form, "days") || Number.NaN),
  focus: typed(form, "focus"),
  whatHappened: typed(form, "whatHappened"),
  agreedActions: typed(form, "agreedActions"),
  nextVisitOn: typedOrNull(form, "nextVisitOn"),
});

const whenEmpty = {
  visitedOn: "Give the day of the visit",
  days: "Give the days",
  focus: "Say what it was about",
  whatHappened: "Say what happened",
};

/** Why a record was not taken, with what to do about fields that were left empty. */
export const troubleOfNote = (trouble: Trouble, form: URLSearchParams): Trouble =>
  whenLeftEmpty(trouble, form, whenEmpty);

/** A record of visit to be written, or mended, and sent. */
export const noteForm = (form: Form, record?: VisitRecord, title = "a new record"): Html =>
  formWith(
    form,
    [
      lineField(
        form,
        { name: "visitedOn", label: "Day of the visit", value: record?.visitedOn ?? "" },
        "date",
      ),
      lineField(
        form,
        { name: "days", label: "Days", hint: "Whole or half days", value: String(record?.days ?? "") },
        "number",
      ),
      textField(form, { name: "focus", label: "What it was about", value: record?.focus ?? "" }, 2),
      textField(
        form,
        {
          name: "whatHappened",
          label: "What happened",
          hint: "The school reads it. Write no names of pupils or staff.",
          value: record?.whatHappened ?? "",
        },
        6,
      ),
      textField(form, {
        name: "agreedActions",
        label: "What was agreed (optional)",
        value: record?.agreedActions ?? "",
      }),
      lineField(
        form,
        { name: "nextVisitOn", label: "Next visit (optional)", value: record?.nextVisitOn ?? "" },
        "date",
      ),
    ],
    html`${button(["Save as a draft", away(title)])}
    ${buttonThen(["Save and send to the school", away(title)], "send")}`,
  );
