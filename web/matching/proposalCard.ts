import type { AnswerOf } from "../../shared/runtime/client.ts";
import { away, html, type Html } from "../html.ts";
import { fitTable, likely, rounded, rulesPassedIn } from "./fit.ts";
import type { Names } from "./names.ts";

export type Proposal = AnswerOf<"listProposals">["items"][number];

/** What a box to confirm a proposal holds. */
export const pickOf = ({
  requestId,
  personId,
}: {
  readonly requestId: string;
  readonly personId: string;
}): string => `${requestId} ${personId}`;

const alternates = ({ alternates: all }: Proposal, names: Names): Html =>
  all.length === 0
    ? html`<p>Nobody else could take this place.</p>`
    : html`<p>Why the next were not chosen:</p>
        <ul>
          ${all.map(
            ({ personId, fit, whyNot }) =>
              html`<li>${names.person(personId)}, fit ${rounded(fit)}: ${names.sentence(whyNot)}</li>`,
          )}
        </ul>`;

/** A proposal with its reasons, and a box to confirm it where its run is the latest and nobody is asked yet. */
export function proposalCard(
  proposal: Proposal,
  names: Names,
  state: { readonly isLatest: boolean; readonly asked: boolean; readonly ticked: boolean },
): Html {
  const { runId, requestId, personId, schoolId, homeSchoolId } = proposal;
  const { rulesPassed, warnings, expectedAcceptance } = proposal;
  const id = `pick-${requestId}-${personId}`;
  const title = `${names.person(personId)} for ${names.school(schoolId)}`;
  return html`<li>
    <h2>${title}</h2>
    <p>${names.request(requestId)}, from ${names.school(homeSchoolId)}</p>
    ${warnings.map((each) => html`<p><strong>To know:</strong> ${names.sentence(each)}</p>`)}
    ${likely(expectedAcceptance) && html`<p>${likely(expectedAcceptance)}.</p>`}
    <details>
      <summary>Fit ${rounded(proposal.fit)} of 100: why, and why not others${away(title)}</summary>
      ${fitTable(proposal.fit, proposal.components)} ${alternates(proposal, names)}
      ${rulesPassedIn(rulesPassed)}
    </details>
    <p>
      <a href="/pages/match-runs/${runId}/requests/${requestId}"
        >More on this request, and what you can change${away(names.wholeRequest(requestId))}</a
      >
    </p>
    ${
      state.asked
        ? html`<p><strong>An offer has been made.</strong></p>`
        : state.isLatest &&
          html`<div class="choice">
            <input
              type="checkbox"
              id="${id}"
              name="pick"
              value="${pickOf(proposal)}"
              ${state.ticked && "checked"}
            />
            <label for="${id}">Confirm ${title}</label>
          </div>`
    }
  </li>`;
}
