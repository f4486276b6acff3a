import type { AnswerOf } from "../../shared/runtime/client.ts";
import { away, capital, html, type Html } from "../html.ts";
import { inWords } from "../terms.ts";
import { counted } from "../words.ts";
import type { Names } from "./names.ts";

export type Proposal = AnswerOf<"listProposals">["items"][number];

/** What a box to confirm a proposal holds. */
export const pickOf = ({ requestId, personId }: Pick<Proposal, "requestId" | "personId">): string =>
  `${requestId} ${personId}`;

const componentNames: Readonly<Record<string, string>> = { workingStyle: "working style" };
const rounded = (points: number): number => Math.round(points * 10) / 10;

const components = ({ components: all, fit }: Proposal): Html =>
  html`<table class="stack">
    <caption>
      Fit: ${rounded(fit)} of 100
    </caption>
    <thead>
      <tr>
        <th scope="col">Of</th>
        <th scope="col">Points</th>
        <th scope="col">Why</th>
      </tr>
    </thead>
    <tbody>
      ${all.map(
        ({ name, points, outOf, because }) =>
          html`<tr>
            <th scope="row">${capital(componentNames[name] ?? name)}</th>
            <td data-of="Points">${rounded(points)} of ${outOf}</td>
            <td data-of="Why">${inWords(because)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;

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
  const { requestId, personId, schoolId, homeSchoolId, rulesPassed, warnings, expectedAcceptance } = proposal;
  const id = `pick-${requestId}-${personId}`;
  const title = `${names.person(personId)} for ${names.school(schoolId)}`;
  return html`<li>
    <h2>${title}</h2>
    <p>${names.request(requestId)}, from ${names.school(homeSchoolId)}</p>
    ${warnings.map((each) => html`<p><strong>To know:</strong> ${names.sentence(each)}</p>`)}
    ${
      expectedAcceptance &&
      expectedAcceptance.offers > 0 &&
      html`<p>
        Likely to say yes: ${Math.round(expectedAcceptance.share * 100)} %, from
        ${counted(expectedAcceptance.offers, "past offer")}.
      </p>`
    }
    <details>
      <summary>Fit ${rounded(proposal.fit)} of 100: why, and why not others${away(title)}</summary>
      ${components(proposal)} ${alternates(proposal, names)}
      <p class="quiet">
        ${counted(rulesPassed.length, "rule")} were checked, and none stands against it:
        ${rulesPassed.map((rule) => rule.replaceAll("-", " ")).join(", ")}.
      </p>
    </details>
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
