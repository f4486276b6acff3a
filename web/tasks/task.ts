import { routes } from "../../shared/contract/manifest.ts";
import { everyItem } from "../../shared/runtime/everyItem.ts";
import { whenLeftEmpty } from "../faults.ts";
import { chosenAct, formNamed, nothingChosen, typed } from "../form.ts";
import { headed } from "../headed.ts";
import { html, type Html } from "../html.ts";
import { idsIn, namesFor } from "../namesFor.ts";
import { parsedBy } from "../parsed.ts";
import { work } from "../serving.ts";
import { attempt, done, type Done, type Ending, read, type Trouble, type Visit } from "../visit.ts";
import { dateAndTime, longDate } from "../words.ts";
import { reopenForm, settleForm } from "./forms.ts";
import { ageInWords, type Names, settledInWords, type Task, taskInWords, whatMadeIt } from "./wording.ts";

const keyOf = (visit: Visit) => ({ taskId: visit.part("taskId") });

const speaksByUrn = ({ evidence }: Task): boolean => "urnAfter" in evidence || evidence.kind === "succession";

/** How the schools and the practitioner of a task are called. */
async function namesOf(visit: Visit, task: Task): Promise<Names> {
  const [{ schools, people }, members] = await Promise.all([
    namesFor(visit, idsIn(task)),
    // A register speaks of schools by their URNs, of which each may have had several.
    speaksByUrn(task) ? everyItem((query) => read(visit, "listSchools", { query })) : [],
  ]);
  const unknown = "a school that is no member now";
  return {
    school: (id) => schools.find(({ schoolId }) => schoolId === id)?.name ?? unknown,
    schoolOf: (urn) =>
      members.find((each) => each.urn === urn || each.aliases.some((alias) => alias.urn === urn))?.name ??
      unknown,
    practitioner: people.find(({ personId }) => personId === task.personId)?.name ?? "The practitioner",
  };
}

/** Where to look before deciding. */
function onwards(
  { requestId, deploymentId, personId, evidence }: Task,
  { practitioner }: Names,
): Html | undefined {
  const links = [
    requestId &&
      deploymentId &&
      html`<a href="/pages/requests/${requestId}/deployments/${deploymentId}">The work</a>`,
    requestId &&
      evidence.kind === "follow-up-unanswered" &&
      html`<a href="/pages/requests/${requestId}/follow-ups/${evidence.followUpId}"
        >The question, to be answered in their place</a
      >`,
    requestId && html`<a href="/pages/requests/${requestId}">The request for support</a>`,
    personId && html`<a href="/pages/people/${personId}">${practitioner}</a>`,
  ].filter((each) => typeof each === "object" && each !== null);
  return links.length === 0
    ? undefined
    : html`<ul>
        ${links.map((each) => html`<li>${each}</li>`)}
      </ul>`;
}

const linked = ({ evidence }: Task, { schoolOf }: Names): Html | false =>
  evidence.kind === "succession" &&
  evidence.succession.evidence.length > 0 &&
  html`<h2>What the register says</h2>
    <ul>
      ${evidence.succession.evidence.map(
        ({ urn, linkUrn, linkType, on }) =>
          html`<li>
            ${schoolOf(urn)} (URN ${urn}): ${linkType}, ${schoolOf(linkUrn)} (URN
            ${linkUrn})${on !== null && `, ${longDate(on)}`}
          </li>`,
      )}
    </ul>`;

const decided = ({ decisions }: Task): Html | false =>
  decisions.length > 0 &&
  html`<h2>What was decided</h2>
    <ul>
      ${decisions.map(({ at, action, reason }) => {
        const what = Object.entries(settledInWords).find(([as]) => as === action)?.[1] ?? "Opened again";
        return html`<li>${dateAndTime(at)}: ${what}. ${reason}</li>`;
      })}
    </ul>`;

async function show(visit: Visit, trouble?: Trouble): Promise<Ending> {
  const task = await read(visit, "getTask", { params: keyOf(visit) });
  const names = await namesOf(visit, task);
  const form = (name: string) => formNamed(name, visit, trouble);
  const forms = { settle: form("settle"), reopen: form("reopen") };
  const { evidence, schoolId, settledAs } = task;
  const about = schoolId === null ? "" : `: ${names.school(schoolId)}`;
  return headed(
    `${taskInWords(evidence)}${about}`,
    html`<div class="notice">
        ${settledAs ? html`<p><strong>Settled: ${settledInWords[settledAs]}.</strong></p>` : html`<p><strong>It waits for your decision.</strong></p>`}
        ${whatMadeIt(evidence, names).map((each) => html`<p>${each}</p>`)}
      </div>
      <p class="quiet">${ageInWords(task)}.</p>
      ${onwards(task, names)} ${linked(task, names)}
      ${settledAs ? reopenForm(forms.reopen, task) : settleForm(forms.settle, task, names)} ${decided(task)}`,
    { trouble, forms: Object.values(forms) },
  );
}

const whenEmpty = { as: "Choose what you decide", reason: "Say why" };

async function settle(visit: Visit): Done {
  const { form } = visit;
  const as = typed(form, "as");
  const said = parsedBy(routes.settleTask.body, {
    as,
    ...(as === "successors-decided" ? { successorUrns: form.getAll("successorUrns") } : {}),
    reason: typed(form, "reason"),
  });
  return "kind" in said
    ? done(attempt(visit, "settleTask", { params: keyOf(visit), body: said.body }))
    : said;
}

const acts: Readonly<Record<string, (visit: Visit) => Done>> = {
  settle,
  reopen: (visit) =>
    done(
      attempt(visit, "reopenTask", { params: keyOf(visit), body: { reason: typed(visit.form, "reason") } }),
    ),
};

/** What only a broker can decide: what made it, what may be done about it, and what was decided. */
export const taskPage = work({
  show,
  async answer(visit) {
    const act = chosenAct(acts, visit.form);
    if (!act) return nothingChosen;
    const acted = await act(visit);
    return "kind" in acted ? { kind: "go", to: visit.address } : whenLeftEmpty(acted, visit.form, whenEmpty);
  },
});
