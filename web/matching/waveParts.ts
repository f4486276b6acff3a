import { routesInWords } from "../../shared/domain/inWords.ts";
import { counted } from "../../shared/domain/counted.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { lineField } from "../fields.ts";
import type { Form } from "../form.ts";
import { away, html, type Html } from "../html.ts";
import { tableOf } from "../table.ts";
import { prioritiesInWords } from "../terms.ts";
import { rounded } from "./fit.ts";
import type { Names } from "./names.ts";
import { pickOf } from "./proposalCard.ts";

export type NextWave = AnswerOf<"nextWave">;
type Policies = AnswerOf<"getPartnership">["policies"];
type Expected = NextWave["wouldSend"][number]["expectedAcceptance"];

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** How likely a yes is, and what that rests on. */
const expectedInWords = (expected: Expected): string =>
  expected === null
    ? "Nothing is known of how likely a yes is."
    : `Likely to say yes: ${percent(expected.share)}, ${
        expected.offers === 0 ? "as they were never asked" : `from ${counted(expected.offers, "past offer")}`
      }.`;

/** A proposal that would be sent, with what speaks for its turn, and a box to take it out. */
export function waveCard(next: NextWave["wouldSend"][number], names: Names, ticked: boolean): Html {
  const { requestId, personId, schoolId, homeSchoolId, routePolicy, priority, fit, warnings } = next;
  const id = `pick-${requestId}-${personId}`;
  const title = `${names.person(personId)} for ${names.school(schoolId)}`;
  return html`<li>
    <h2>${title}</h2>
    <p>${names.request(requestId)}, from ${names.school(homeSchoolId)}</p>
    <p>${routesInWords[routePolicy]}, ${prioritiesInWords[priority]}. Fit ${rounded(fit)} of 100.</p>
    <p>${expectedInWords(next.expectedAcceptance)}</p>
    ${warnings.map((each) => html`<p><strong>To know:</strong> ${names.sentence(each)}</p>`)}
    <div class="choice">
      <input type="checkbox" id="${id}" name="pick" value="${pickOf(next)}" ${ticked && "checked"} />
      <label for="${id}">Send it${away(title)}</label>
    </div>
  </li>`;
}

/** What the routes say of waves. */
export const routesTable = (policies: Policies): Html =>
  tableOf(
    "What the settings of each route allow",
    ["Route", "Offers in one wave, at most", "Least chance of a yes"],
    policies.map(({ name, offersPerWave, leastAcceptance }) => [
      html`<a href="/pages/partnership/routes/${name}">${routesInWords[name]}</a>`,
      offersPerWave === undefined || offersPerWave === 0 ? "None" : offersPerWave,
      leastAcceptance === undefined ? "Any" : percent(leastAcceptance),
    ]),
  );

/** Why some of what the run proposes is not in the wave. */
export function leftOutOf({ couldNotSend, leftOut }: NextWave, names: Names): Html | undefined {
  const { tooUnlikely, routeWithoutWaves } = leftOut;
  if (couldNotSend.length + tooUnlikely + routeWithoutWaves === 0) return undefined;
  return html`<h2>What is left out</h2>
    <ul>
      ${tooUnlikely > 0 && html`<li>${counted(tooUnlikely, "proposal")} to which a yes is less likely than is asked for</li>`}
      ${routeWithoutWaves > 0 && html`<li>${counted(routeWithoutWaves, "proposal")} on routes that send none in waves</li>`}
      ${couldNotSend.map(
        ({ requestId, personId, detail }) =>
          html`<li>
            ${names.person(personId)}: ${names.need(requestId)}. ${names.sentence(detail)}
            <a href="/pages/requests/${requestId}/verdicts/${personId}"
              >What the rules say of ${names.person(personId)} today${away(names.wholeRequest(requestId))}</a
            >
          </li>`,
      )}
    </ul>`;
}

/** How many, and how likely: what is asked of the wave, in its address. */
export function sizeForm(address: string, query: URLSearchParams): Html {
  const form: Form = {
    name: "size",
    address,
    formToken: "",
    typed: query,
    trouble: undefined,
    labels: new Map(),
  };
  return html`<details ${query.size > 0 && "open"}>
    <summary>Send fewer, or only what is likely to be accepted</summary>
    <form method="get" action="${address}">
      ${lineField(form, { name: "most", label: "Offers, at most", hint: "1 to 50" }, "number")}
      ${lineField(form, { name: "least", label: "Least chance of a yes, in percent" }, "number")}
      <button class="button second" type="submit">Show that wave</button>
    </form>
  </details>`;
}

const numberFrom = (query: URLSearchParams, name: string): number | undefined => {
  const asked = Number(query.get(name)?.trim() || Number.NaN);
  return Number.isFinite(asked) ? asked : undefined;
};

/** What an address asks of a wave, within what a wave may be. */
export const askedOfWave = (query: URLSearchParams) => ({
  most: Math.min(50, Math.max(1, Math.round(numberFrom(query, "most") ?? 20))),
  leastAcceptance: Math.min(100, Math.max(0, numberFrom(query, "least") ?? 0)) / 100,
});
