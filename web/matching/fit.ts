import { counted } from "../../shared/domain/counted.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { capital, html, type Html } from "../html.ts";
import { inWords } from "../terms.ts";
import { ruleInWords } from "../rulesInWords.ts";

type Proposal = AnswerOf<"listProposals">["items"][number];
type Component = Proposal["components"][number];
type Loss = NonNullable<Proposal["alternates"][number]["loss"]>;

const componentNames: Readonly<Record<string, string>> = { workingStyle: "working style" };

/** Points as they are told: to a tenth. */
export const rounded = (points: number): number => Math.round(points * 10) / 10;

/** Points of a bound, which is not to be told too low: to the tenth above. */
export const roundedUp = (points: number): number => Math.ceil(Math.round(points * 100) / 10) / 10;

/** A fit with the points of each component, and why. */
export const fitTable = (fit: number, components: readonly Component[]): Html =>
  html`<table class="stack">
    <caption>
      Fit: ${rounded(fit)} of 100
    </caption>
    <thead>
      <tr>
        <th scope="col">Of</th>
        <th scope="col" class="number">Points</th>
        <th scope="col">Why</th>
      </tr>
    </thead>
    <tbody>
      ${components.map(
        ({ name, points, outOf, because }) =>
          html`<tr>
            <th scope="row">${capital(componentNames[name] ?? name)}</th>
            <td data-of="Points" class="number">${rounded(points)} of ${outOf}</td>
            <td data-of="Why">${inWords(because)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;

/** The rules that were checked and do not stand against a proposal. */
export const rulesPassedIn = (rulesPassed: readonly string[]): Html =>
  html`<p class="quiet">
    ${counted(rulesPassed.length, "rule")} were checked, and none stands against it:
    ${rulesPassed.map(ruleInWords).join(", ")}.
  </p>`;

/** How likely somebody is to say yes, where they were asked before. */
export const likely = (expected: Proposal["expectedAcceptance"]): string | undefined =>
  expected && expected.offers > 0
    ? `Likely to say yes: ${Math.round(expected.share * 100)} %, from ${counted(expected.offers, "past offer")}`
    : undefined;

function tiersInWords({ owed, priorityWeighted, fit }: NonNullable<Loss["atLeast"]>): string {
  if (owed > 0) return "work that somebody is owed";
  if (priorityWeighted > 0) return "a place elsewhere";
  if (fit > 0) return `${counted(rounded(fit), "point")} of fit and shared load`;
  return fit < 0 ? `nothing: it would gain ${counted(rounded(-fit), "point")}` : "nothing";
}

/** What a whole run would lose with somebody else in a place; null is where a limit stands in the way, not the run. */
export function lossInWords(loss: Loss | null): string {
  if (!loss) return "It cannot be had by moving others";
  const most = tiersInWords(loss);
  if (loss.certainty === "exact") return most;
  if (loss.certainty === "at-least") return `at least ${most}`;
  const least = loss.atLeast && tiersInWords(loss.atLeast);
  return least === null || least === most ? `at most ${most}` : `at least ${least}, at most ${most}`;
}
