import type { ConsentParty } from "../../shared/domain/partnership.ts";
import { choices, lineField, selectField, textField } from "../fields.ts";
import { button, type Form, formNamed, formWith } from "../form.ts";
import { html, type Html } from "../html.ts";
import { declineReasonsInWords, modesInWords, optionsOf } from "../terms.ts";
import type { Trouble, Visit } from "../visit.ts";
import type { OfferRead } from "./readOffer.ts";
import { meaningOfYes } from "./wording.ts";

/** The forms of an offer: a yes, a no and other terms, which a broker takes, or ends the offer, which they may withdraw. */
export interface OfferForms {
  readonly yes: Form;
  readonly no: Form;
  readonly counter: Form;
  readonly take: Form;
  readonly end: Form;
  readonly withdraw: Form;
}

export const formsOf = (visit: Visit, trouble: Trouble | undefined): OfferForms => ({
  yes: formNamed("yes", visit, trouble),
  no: formNamed("no", visit, trouble),
  counter: formNamed("counter", visit, trouble),
  take: formNamed("take", visit, trouble),
  end: formNamed("end", visit, trouble),
  withdraw: formNamed("withdraw", visit, trouble),
});

const yesIs: Readonly<Record<ConsentParty, string>> = {
  practitioner: "Accept this offer",
  "home-head": "Release your colleague",
  "receiving-head": "Agree this support",
};
const noIs: Readonly<Record<ConsentParty, string>> = {
  practitioner: "Decline this offer",
  "home-head": "Do not release your colleague",
  "receiving-head": "Do not agree",
};

const note = {
  name: "note",
  label: "Anything to add (optional)",
  hint: "Only the broker reads it. Write no names of pupils.",
};

/** As which party the form answers: whoever is several, and presses twice, answers as one of them. */
const asParty = (party: ConsentParty): Html => html`<input type="hidden" name="as" value="${party}" />`;

function yesForm({ agreement }: OfferRead, party: ConsentParty, form: Form): Html {
  const objectives = agreement?.objectives ?? [];
  const options = objectives.map(({ objectiveId, statement }) => [objectiveId, statement] as const);
  const ticked = objectives.map(({ objectiveId }) => objectiveId);
  const asked =
    party === "receiving-head" &&
    choices(form, { name: "objectives", label: "Objectives that you agree", options, ticked });
  return html`<section>
    <h3>${yesIs[party]}</h3>
    <ul>
      ${meaningOfYes[party].map((each) => html`<li>${each}</li>`)}
    </ul>
    ${formWith(form, [asParty(party), asked, textField(form, note, 2)], button(yesIs[party]))}
  </section>`;
}

const notAgain: Readonly<Record<ConsentParty, string>> = {
  practitioner: "you are not asked for this request again",
  "home-head": "your colleague is not asked for this request again",
  "receiving-head": "this practitioner is not asked for this request again",
};

const noNotes: Readonly<Record<ConsentParty, typeof note>> = {
  practitioner: note,
  "home-head": note,
  "receiving-head": {
    ...note,
    hint: `${note.hint} If this person is not to be asked for your school at all, say so: else it holds for this request alone.`,
  },
};

/** A party's no, in its turn or in the place of its yes. */
const noForm = (party: ConsentParty, form: Form, called: string): Html =>
  html`<details ${form.typed && "open"}>
    <summary>${called}</summary>
    <p>The offer then ends for everybody, and somebody else is looked for: ${notAgain[party]}.</p>
    ${formWith(
      form,
      [
        asParty(party),
        party === "practitioner" &&
          selectField(form, { name: "reason", label: "Why", hint: "Only the broker reads it." }, [
            ["", "Choose a reason"],
            ...optionsOf(declineReasonsInWords),
          ]),
        textField(form, noNotes[party], 2),
      ],
      button(noIs[party], "no"),
    )}
  </details>`;

function counterForm({ offer }: OfferRead, form: Form): Html {
  const { days, window, mode } = offer.terms;
  return html`<details ${form.typed && "open"}>
    <summary>Suggest other days, dates or way of working</summary>
    <p>The broker decides whether the others are asked about them. No deadline runs meanwhile.</p>
    ${formWith(
      form,
      [
        lineField(
          form,
          { name: "terms/days", label: "Days", hint: "Whole or half days", value: String(days) },
          "number",
        ),
        lineField(form, { name: "terms/window/from", label: "First day", value: window.from }, "date"),
        lineField(form, { name: "terms/window/to", label: "Last day", value: window.to }, "date"),
        selectField(form, { name: "terms/mode", label: "Where", value: mode }, optionsOf(modesInWords)),
        textField(form, { name: "message", label: "Why you suggest this", hint: "The broker reads it." }, 2),
      ],
      button("Suggest these terms", "second"),
    )}
  </details>`;
}

const why = { name: "reason", label: "Why", hint: "It is kept on record." };

/** What a broker makes of other terms. */
export const settlingForms = ({ take, end }: OfferForms): Html =>
  html`<h2>Settle the other terms</h2>
    <h3>Take them</h3>
    <p>The offer then has these terms, and all but who suggested them are asked about it anew.</p>
    ${formWith(take, textField(take, why, 2), button("Take these terms"))}
    <details ${end.typed && "open"}>
      <summary>End the offer</summary>
      ${formWith(end, textField(end, why, 2), button("End the offer", "no"))}
    </details>`;

/** How a broker takes back an offer that not all three have agreed. */
export const withdrawForm = ({ withdraw }: OfferForms): Html =>
  html`<details ${withdraw.typed && "open"}>
    <summary>Withdraw this offer</summary>
    <p>It then ends for everybody, who are written to. Its place is open again for the next match run.</p>
    ${formWith(withdraw, textField(withdraw, why, 2), button("Withdraw this offer", "no"))}
  </details>`;

/** What the party that is asked may answer. */
export const answerForms = (read: OfferRead, party: ConsentParty, forms: OfferForms): Html =>
  html`<h2 id="answer" tabindex="-1">Your answer</h2>
    ${yesForm(read, party, forms.yes)} ${counterForm(read, forms.counter)}
    ${noForm(party, forms.no, "Say no")}`;

/** What a party that said yes may do until all have. */
export const takeBackForm = (party: ConsentParty, forms: OfferForms): Html =>
  noForm(party, forms.no, "Take back your yes");
