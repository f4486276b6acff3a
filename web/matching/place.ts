import { button, type Form, formWith } from "../form.ts";
import { html, type Html } from "../html.ts";
import { fitTable, likely, lossInWords, rounded, rulesPassedIn } from "./fit.ts";
import type { Names } from "./names.ts";
import type { Proposal } from "./proposalCard.ts";

interface Standing {
  readonly form: Form;
  readonly isLatest: boolean;
  readonly asked: boolean;
}

const verdictOf = ({ requestId }: Proposal, personId: string): string =>
  `/pages/requests/${requestId}/verdicts/${personId}`;

/** The next three for a place, and why each lost. */
function nextOnes(proposal: Proposal, names: Names): Html {
  const { alternates } = proposal;
  if (alternates.length === 0) return html`<p>Nobody else could take this place.</p>`;
  return html`<table class="wide stack">
    <caption>
      Who comes next, and why not
    </caption>
    <thead>
      <tr>
        <th scope="col">Who</th>
        <th scope="col" class="number">Fit</th>
        <th scope="col">Why not</th>
        <th scope="col">The whole run would lose</th>
      </tr>
    </thead>
    <tbody>
      ${alternates.map(
        ({ personId, fit, whyNot, loss }) =>
          html`<tr>
            <th scope="row"><a href="${verdictOf(proposal, personId)}">${names.person(personId)}</a></th>
            <td data-of="Fit" class="number">${rounded(fit)}</td>
            <td data-of="Why not">${names.sentence(whyNot)}</td>
            <td data-of="The whole run would lose">${lossInWords(loss)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** What can be done with a proposal, while its run is the latest and nobody is asked yet. */
function actions(
  { runId, requestId, personId }: Proposal,
  names: Names,
  { form, isLatest, asked }: Standing,
) {
  const name = names.person(personId);
  if (asked) return html`<p><strong>An offer has been made.</strong></p>`;
  if (!isLatest) return undefined;
  const at = `/pages/match-runs/${runId}/proposals/${requestId}/${personId}/swap`;
  const whom = html`<input type="hidden" name="personId" value="${personId}" />`;
  return html`${formWith(form, whom, button(`Confirm ${name}`))}
    <p><a href="${at}">Ask somebody else than ${name}: all who could step in</a></p>`;
}

/** One place that a run proposes somebody for, with all of its reasons. */
export function placeOf(proposal: Proposal, names: Names, standing: Standing): Html {
  const { personId, homeSchoolId, fit, components, rulesPassed, warnings, pinned } = proposal;
  const name = names.person(personId);
  return html`<section>
    <h2>${name} of ${names.school(homeSchoolId)}</h2>
    ${pinned && html`<p><strong>You pinned them.</strong></p>`}
    ${proposal.proposedLastRun && html`<p>The run before proposed them too.</p>`}
    ${likely(proposal.expectedAcceptance) && html`<p>${likely(proposal.expectedAcceptance)}.</p>`}
    ${warnings.map((each) => html`<p><strong>To know:</strong> ${names.sentence(each)}</p>`)}
    ${fitTable(fit, components)} ${rulesPassedIn(rulesPassed)} ${nextOnes(proposal, names)}
    ${actions(proposal, names, standing)}
    <ul>
      <li>
        <a href="${verdictOf(proposal, personId)}"
          >What the rules say of ${name} today: pin or exclude them</a
        >
      </li>
      <li>
        <a href="/pages/match-runs/${proposal.runId}/practitioners/${personId}"
          >All that the match run says of ${name}</a
        >
      </li>
    </ul>
  </section>`;
}
