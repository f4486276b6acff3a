import { endingsInWords } from "../../shared/domain/inWords.ts";
import { counted } from "../../shared/domain/counted.ts";
import { choices, lineField, textField } from "../fields.ts";
import { button, buttonThen, type Form, formWith } from "../form.ts";
import { html, type Html } from "../html.ts";
import { optionsOf } from "../terms.ts";
import { longDate } from "../words.ts";
import type { Deployment } from "./readWork.ts";

/** Asks the head of the school to which the practitioner goes. */
export const releaseForm = (form: Form, from: string): Html =>
  html`<h2>Your answer</h2>
    <p>The practitioner works at another school from ${longDate(from)}. May this work go on from there?</p>
    ${formWith(
      form,
      undefined,
      html`${buttonThen("Release them: the work goes on", "yes")} ${buttonThen("Do not release them", "no")}`,
    )}`;

/** How much of what was agreed has been done. */
const deliveredInWords = ({ daysDelivered, agreement }: Deployment): string =>
  `${daysDelivered} of ${counted(agreement.daysPlanned, "agreed day")} delivered`;

/** Ends work. */
export const endForm = (form: Form, deployment: Deployment, today: string): Html =>
  html`<details ${form.typed && "open"}>
    <summary>End this work</summary>
    <p>
      So far: ${deliveredInWords(deployment)}. Days that were not delivered go back to the practitioner. Both
      sides are then asked what it was worth. Nobody else is looked for: where somebody should be, the broker
      hands it over instead. It cannot be taken back.
    </p>
    ${formWith(
      form,
      [
        choices(form, { name: "as", label: "How did it end?", options: optionsOf(endingsInWords) }, "radio"),
        lineField(form, { name: "on", label: "On which day?", value: today }, "date"),
        textField(
          form,
          {
            name: "reason",
            label: "Why",
            hint: "Needed unless every agreed day was delivered. Everybody in it reads it.",
          },
          2,
        ),
      ],
      button("End this work", "no"),
    )}
  </details>`;
