import { counted } from "../../shared/domain/counted.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { whenLeftEmpty } from "../faults.ts";
import { nothingChosen } from "../form.ts";
import { headed } from "../headed.ts";
import { capital, html, type Html } from "../html.ts";
import { work } from "../serving.ts";
import { type Ending, read, type Trouble, type Visit } from "../visit.ts";
import { longDate } from "../words.ts";
import { evidenceOf } from "./evidence.ts";
import { fitTable, rounded } from "./fit.ts";
import { ruleInWords } from "../rulesInWords.ts";
import { type Names, readNames } from "./names.ts";
import { actOnPair, pairForms, type StepName } from "./pairForms.ts";
import { proposedNow, swapsIn } from "./proposedNow.ts";

type Verdict = AnswerOf<"getVerdict">;
type Rule = Verdict["rules"][number];
type FormFor = (step: StepName, rule?: string) => Html;

/** Whether they may be proposed, in a sentence or two. */
function standing({ mayBeProposed, fit, rules, judgedOn }: Verdict): readonly string[] {
  const against = rules.filter(({ setAside }) => setAside === null).length;
  return [
    mayBeProposed && fit !== null
      ? `They may be proposed, with a fit of ${rounded(fit)} of 100.`
      : `They may not be proposed: ${counted(against, "rule")} ${against === 1 ? "stands" : "stand"} against it.`,
    `Judged by the records as they are on ${longDate(judgedOn)}.`,
  ];
}

function ruleOf(
  { rule, why, evidence, mayBeSetAside, setAside }: Rule,
  names: Names,
  formFor: FormFor,
): Html {
  return html`<li>
    <h3>${capital(ruleInWords(rule))}</h3>
    <p>${names.sentence(why)}</p>
    ${evidenceOf(evidence, names)}
    ${
      setAside
        ? html`<p>
              <strong>Set aside${setAside.at !== null && ` on ${longDate(setAside.at)}`}:</strong>
              ${setAside.reason}
            </p>
            ${formFor("restore", rule)}`
        : mayBeSetAside
          ? formFor("aside", rule)
          : html`<p class="quiet">Nobody may set this rule aside.</p>`
    }
  </li>`;
}

/** Rules that were set aside before and stand against nobody now. */
const idle = (
  { personId, rules }: Verdict,
  { overrides }: AnswerOf<"getRequest">,
  formFor: FormFor,
): readonly Html[] =>
  overrides
    .filter((each) => each.personId === personId && !rules.some(({ rule }) => rule === each.rule))
    .map(
      ({ rule, reason }) =>
        html`<li>
          <h3>${capital(ruleInWords(rule))}</h3>
          <p><strong>Set aside, though it does not stand against them now:</strong> ${reason}</p>
          ${formFor("restore", rule)}
        </li>`,
    );

/** The broker's own word on the pair, and how to give it or take it back. */
function choiceOf(request: AnswerOf<"getRequest">, personId: string, formFor: FormFor): Html {
  const pin = request.pins.find((each) => each.personId === personId);
  const exclusion = request.exclusions.find((each) => each.personId === personId);
  return html`<h2>Your own choice</h2>
    ${pin && html`<p><strong>They are pinned:</strong> ${pin.reason}</p>`}
    ${exclusion && html`<p><strong>They are excluded:</strong> ${exclusion.reason}</p>`}
    ${pin ? formFor("unpin") : formFor("pin")} ${exclusion ? formFor("unexclude") : formFor("exclude")}`;
}

async function show(visit: Visit, trouble?: Trouble): Promise<Ending> {
  const params = { requestId: visit.part("requestId"), personId: visit.part("personId") };
  const [verdict, request, proposed] = await Promise.all([
    read(visit, "getVerdict", { params }),
    read(visit, "getRequest", { params: { requestId: params.requestId } }),
    proposedNow(visit, params.requestId),
  ]);
  const names = await readNames(visit, [params, verdict, request, proposed]);
  const { shown, formFor } = pairForms(visit, trouble);
  const { rules, warnings, components, fit } = verdict;
  const listed = [...rules.map((each) => ruleOf(each, names, formFor)), ...idle(verdict, request, formFor)];
  const body = html`<div class="notice">${standing(verdict).map((each) => html`<p>${each}</p>`)}</div>
    <p>${names.person(params.personId)}, for ${names.request(params.requestId)}</p>
    ${
      listed.length > 0 &&
      html`<h2>Rules that speak against it</h2>
        <ul class="cards">
          ${listed}
        </ul>`
    }
    ${
      warnings.length > 0 &&
      html`<h2>To know</h2>
        ${warnings.map(
          ({ sentence, evidence }) =>
            html`<p>${names.sentence(sentence)}</p>
              ${evidenceOf(evidence, names)}`,
        )}`
    }
    ${fit !== null && fitTable(fit, components)} ${swapsIn(proposed, params.personId, names)}
    ${choiceOf(request, params.personId, formFor)}
    <ul>
      <li><a href="/pages/people/${params.personId}">All about ${names.person(params.personId)}</a></li>
      <li><a href="/pages/requests/${params.requestId}/verdicts">Who else could help</a></li>
      <li><a href="/pages/match-runs">Match runs: start one to see what comes of it</a></li>
    </ul>`;
  const title = `May ${names.person(params.personId)} help ${names.school(request.schoolId)}?`;
  return headed(title, body, { trouble, forms: shown });
}

const whenEmpty = { reason: "Say why, in a few words" };

/** A practitioner for a request: what each rule says of them today, and what the broker decides about it. */
export const pairPage = work({
  show,
  async answer(visit) {
    const key = { requestId: visit.part("requestId"), personId: visit.part("personId") };
    const answered = await actOnPair(visit, key);
    if (!answered) return nothingChosen;
    return "kind" in answered
      ? { kind: "go", to: visit.address }
      : whenLeftEmpty(answered, visit.form, whenEmpty);
  },
});
