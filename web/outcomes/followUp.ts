import { directionsInWords, strengthsInWords } from "../../shared/domain/inWords.ts";
import { routes } from "../../shared/contract/manifest.ts";
import { answersFollowUp } from "../../shared/domain/deployments/parties.ts";
import { whenLeftEmpty } from "../faults.ts";
import { textField } from "../fields.ts";
import { button, type Form, formNamed, formWith, typed } from "../form.ts";
import { headed } from "../headed.ts";
import { capital, html, type Html, row } from "../html.ts";
import { parsedBy } from "../parsed.ts";
import { work } from "../serving.ts";
import { spansInWords } from "../terms.ts";
import { viewerOf } from "../viewer.ts";
import { attempt, done, type Done, type Ending, read, type Trouble, type Visit } from "../visit.ts";
import { longDate } from "../words.ts";
import { outcomeRows } from "./cards.ts";
import { chosenNumber, directionField, strengthField } from "./outcomeForm.ts";
import { type FollowUp, readOutcomes, requestKeyOf } from "./readOutcomes.ts";

const answerForm = (form: Form): Html =>
  html`<h2>Your answer</h2>
    <p>It is given once and not changed.</p>
    ${formWith(
      form,
      [
        directionField(form, "Compared with how it was before the support, it is now"),
        strengthField(form),
        textField(form, {
          name: "comment",
          label: "Anything to add (optional)",
          hint: "Write no names of pupils or staff.",
        }),
      ],
      button("Send this answer"),
    )}`;

/** Where the question stands. */
function standing({ state, after, dueOn, answer }: FollowUp): Html {
  if (answer)
    return html`<div class="notice">
      <p>
        <strong>${capital(directionsInWords[answer.direction])}</strong>, as was said on
        ${longDate(answer.at)}. ${capital(strengthsInWords[answer.evidenceStrength] ?? "")}.
      </p>
      ${answer.comment !== "" && html`<p>${answer.comment}</p>`}
    </div>`;
  return html`<p>
    ${
      state === "due"
        ? `This is asked ${spansInWords[after]} it was recorded, on ${longDate(dueOn)}; you need not wait for that.`
        : `Asked ${spansInWords[after]} it was recorded. No change is as useful to know as a gain.`
    }
  </p>`;
}

const keyOf = (visit: Visit) => ({ ...requestKeyOf(visit), followUpId: visit.part("followUpId") });

async function show(visit: Visit, trouble?: Trouble): Promise<Ending> {
  const followUp = await read(visit, "getFollowUp", { params: keyOf(visit) });
  const [{ school, works }, me] = await Promise.all([readOutcomes(visit), read(visit, "getMe", {})]);
  const about = works
    .flatMap(({ objectives }) => objectives)
    .find((each) => each.followUps.some(({ followUpId }) => followUpId === followUp.followUpId));
  const form = formNamed("answer", visit, trouble);
  const mayAnswer = answersFollowUp(followUp, viewerOf(me));
  return headed(
    `Has what changed at ${school} lasted?`,
    html`${standing(followUp)}
      ${
        about?.outcome &&
        html`<h2>${about.statement}</h2>
          <dl>
            ${row("Measured by", about.successMeasure)} ${row("Before", about.baseline)}
            ${outcomeRows(about.outcome)}
          </dl>`
      }
      ${mayAnswer && !followUp.answer && answerForm(form)}
      <p><a href="/pages/requests/${followUp.requestId}/outcomes">What changed</a></p>`,
    { trouble, forms: [form] },
  );
}

const whenEmpty = {
  direction: "Choose how it is now",
  evidenceStrength: "Choose how sure one can be",
};

async function send(visit: Visit): Done {
  const { form } = visit;
  const said = parsedBy(routes.answerFollowUp.body, {
    direction: typed(form, "direction"),
    evidenceStrength: chosenNumber(form, "evidenceStrength"),
    comment: typed(form, "comment"),
  });
  return "kind" in said
    ? done(attempt(visit, "answerFollowUp", { params: keyOf(visit), body: said.body }))
    : said;
}

/** The question asked one and three terms later, whether what changed has lasted, and its answer. */
export const followUpPage = work({
  show,
  async answer(visit) {
    const acted = await send(visit);
    return "kind" in acted ? { kind: "go", to: visit.address } : whenLeftEmpty(acted, visit.form, whenEmpty);
  },
});
