import { sideOf } from "../../shared/domain/deployments/parties.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { formNamed } from "../form.ts";
import { headed } from "../headed.ts";
import { html, type Html, row } from "../html.ts";
import { work } from "../serving.ts";
import { attempt, type Ending, read, type Trouble, troubleOf, type Visit } from "../visit.ts";
import { longDate } from "../words.ts";
import { evaluationForm, evaluationIn, scaleInWords, troubleOfEvaluation } from "./evaluationForm.ts";
import { type Objective, readObjectives, readWork, workKeyOf, type WorkRead } from "./readWork.ts";

type Evaluation = AnswerOf<"listEvaluations">["items"][number];

const sidesInWords = { school: "By the school", practitioner: "By the practitioner" } as const;

function cardOf(evaluation: Evaluation, objectives: readonly Objective[]): Html {
  const { side, effectiveness, overall, impact, comment, causeForConcern, evaluatedAt } = evaluation;
  const statementOf = (id: string): string =>
    objectives.find(({ objectiveId }) => objectiveId === id)?.statement ?? "An objective";
  return html`<li>
    <h2>${sidesInWords[side]}, ${longDate(evaluatedAt)}</h2>
    <dl>
      ${row("How well did it help?", scaleInWords[effectiveness])}
      ${row("How well did it go in all?", scaleInWords[overall])}
      ${impact.map((each) => row(statementOf(each.objectiveId), each.comment))}
      ${comment !== "" && row("Besides", comment)}
      ${causeForConcern && row("Concern", "There is cause for concern.")}
    </dl>
  </li>`;
}

/** What can be said before there is anything to read. */
function notYet(work: WorkRead, isAsked: boolean): string {
  if (!work.ended) return "Both sides evaluate the support once the work has ended.";
  return isAsked ? "You read what the other side wrote once you have written yours." : "There are none yet.";
}

async function show(visit: Visit, trouble?: Trouble): Promise<Ending> {
  const params = workKeyOf(visit);
  const [work, { items }] = await Promise.all([readWork(visit), read(visit, "listEvaluations", { params })]);
  const objectives = await readObjectives(visit, work.deployment);
  const side = sideOf(work.parties);
  const isAsked = work.ended && side !== undefined && !items.some((each) => each.side === side);
  const awaitsOther = items.length === 1 && items[0]?.side === side;
  const form = formNamed("evaluate", visit, trouble);
  return headed(
    `Evaluation of the support at ${work.school}`,
    html`${awaitsOther && html`<p class="notice">Your evaluation is sent. What the other side writes stands here as well, once it has.</p>`}
      ${
        items.length === 0
          ? html`<p>${notYet(work, isAsked)}</p>`
          : html`<ul class="cards">
              ${items.map((each) => cardOf(each, objectives))}
            </ul>`
      }
      ${isAsked && evaluationForm(form, objectives)}
      <p><a href="${work.at}">The work</a></p>`,
    { trouble, forms: [form] },
  );
}

async function answer(visit: Visit): Promise<Ending | Trouble> {
  const params = workKeyOf(visit);
  const { deployment } = await readWork(visit);
  const objectives = await readObjectives(visit, deployment);
  const body = evaluationIn(visit.form, objectives);
  const answered = await attempt(visit, "evaluateDeployment", { params, body });
  return answered.kind === "refused"
    ? troubleOfEvaluation(troubleOf(answered), visit.form, objectives)
    : { kind: "go", to: visit.address };
}

/** What either side thinks of work that has ended; each writes its own before it reads the other's. */
export const evaluationsPage = work({ show, answer });
