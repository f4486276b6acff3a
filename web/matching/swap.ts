import { choices, type Option, textField } from "../fields.ts";
import { whenLeftEmpty } from "../faults.ts";
import { button, formNamed, formWith, typed } from "../form.ts";
import { headed } from "../headed.ts";
import { html, type Html } from "../html.ts";
import { work } from "../serving.ts";
import { attempt, type Ending, read, type Trouble, troubleOf, type Visit } from "../visit.ts";
import { rounded } from "./fit.ts";
import { type Names, readNames } from "./names.ts";
import { othersFor, othersTable, type Other } from "./others.ts";

const paramsOf = (visit: Visit) => ({
  runId: visit.part("runId"),
  requestId: visit.part("requestId"),
  personId: visit.part("personId"),
});

/** Whom the offer may go to: those who come next, and whoever the address names. */
function optionsOf(others: readonly Other[], named: string | null, names: Names): Option[] {
  const told = others.map(({ personId, fit }): Option => [
    personId,
    `${names.person(personId)}, fit ${rounded(fit)}`,
  ]);
  const isTold = named === null || others.some(({ personId }) => personId === named);
  return isTold ? told : [[named, names.person(named)], ...told];
}

/** Leads from a refusal to the rules that stand against whoever was chosen. */
const towardsRules = (visit: Visit, names: Names): Html | undefined => {
  const chosen = visit.form.get("withPersonId");
  return chosen === null
    ? undefined
    : html`<p>
        <a href="/pages/requests/${visit.part("requestId")}/verdicts/${chosen}"
          >What the rules say of ${names.person(chosen)}, and which you may set aside</a
        >
      </p>`;
};

async function show(visit: Visit, trouble?: Trouble): Promise<Ending> {
  const params = paramsOf(visit);
  const { runId, requestId, personId } = params;
  const [others, { latestRunId }] = await Promise.all([
    othersFor(visit, params),
    read(visit, "getPartnership", {}),
  ]);
  const named = visit.query.get("with");
  const names = await readNames(visit, [params, others, named, visit.form.get("withPersonId")]);
  const form = formNamed("swap", visit, trouble);
  const options = optionsOf(others, named, names);
  const fields = [
    choices(
      form,
      {
        name: "withPersonId",
        label: "Who is to be asked instead?",
        options,
        ticked: named === null ? [] : [named],
      },
      "radio",
    ),
    textField(form, { name: "reason", label: "Why", hint: "Only brokers read it." }, 2),
  ];
  return headed(
    `Ask somebody else than ${names.person(personId)}`,
    html`<p>For ${names.request(requestId)}</p>
      ${trouble && towardsRules(visit, names)} ${othersTable(others, requestId, names)}
      ${
        latestRunId === runId
          ? html`<h2>Send the offer to somebody else</h2>
              ${
                options.length > 0
                  ? formWith(form, fields, button("Send the offer to them"))
                  : html`<p>
                      Nobody else comes next. Look among
                      <a href="/pages/requests/${requestId}/verdicts">all who could help</a>.
                    </p>`
              }`
          : html`<p>
              A later match run has taken the place of this one, so nothing is to be sent from here.
            </p>`
      }
      <p><a href="/pages/requests/${requestId}/verdicts">Anybody else: who could help</a></p>
      <p>
        <a href="/pages/match-runs/${runId}/requests/${requestId}"
          >All that the match run says of this request</a
        >
      </p>`,
    { trouble, forms: [form] },
  );
}

const whenEmpty = { withPersonId: "Choose who is to be asked", reason: "Say why, in a few words" };

/** Somebody else for a place that a run proposes somebody for: who comes next and why not, and the offer to one of them. */
export const swapPage = work({
  show,
  async answer(visit) {
    const params = paramsOf(visit);
    const withPersonId = typed(visit.form, "withPersonId");
    const body = { withPersonId, reason: typed(visit.form, "reason") };
    const answered = await attempt(visit, "swapProposal", { params, body });
    if (answered.kind === "refused") return whenLeftEmpty(troubleOf(answered), visit.form, whenEmpty);
    const { requestId, offerId } = answered.body;
    return { kind: "go", to: `/pages/requests/${requestId}/offers/${offerId}` };
  },
});
