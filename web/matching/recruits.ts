import { counted } from "../../shared/domain/counted.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { headed } from "../headed.ts";
import { html, type Html } from "../html.ts";
import { work } from "../serving.ts";
import { read } from "../visit.ts";
import { rounded } from "./fit.ts";
import { type Names, readNames } from "./names.ts";

type Recruit = AnswerOf<"listRecruits">["recruits"][number];
type Price = AnswerOf<"listRecruits">["prices"][number];

/** Worth in the tiers of a run: places, which count by their priority, before fit. */
function worthInWords({ priorityWeighted, fit }: Pick<Price, "priorityWeighted" | "fit">): string {
  const inPoints = `${counted(rounded(fit), "point")} of fit`;
  if (priorityWeighted === 0) return inPoints;
  return `${priorityWeighted} by priority${fit === 0 ? "" : `, and ${inPoints}`}`;
}

const recruitOf = (
  { sentence, placesFilled, requestsMet, days, requestIds, perDay }: Recruit,
  names: Names,
): Html =>
  html`<tr>
    <th scope="row">${names.sentence(sentence)}</th>
    <td data-of="Places filled" class="number">${placesFilled}</td>
    <td data-of="Requests helped" class="number">${requestsMet}</td>
    <td data-of="Days they would give" class="number">${days}</td>
    <td data-of="A day would be worth">${worthInWords(perDay)}</td>
    <td data-of="Requests">${requestIds.map((id) => html`<p>${names.request(id)}</p>`)}</td>
  </tr>`;

/** What one more place of those there are would buy, who is worth most first. */
function pricesTable(prices: readonly Price[], names: Names): Html | undefined {
  if (prices.length === 0) return undefined;
  const dearestFirst = prices.toSorted((a, b) => b.priorityWeighted - a.priorityWeighted || b.fit - a.fit);
  return html`<h2>If somebody could give one more deployment</h2>
    <table class="stack">
      <caption>
        What it would be worth, for those of whom it would be worth anything
      </caption>
      <thead>
        <tr>
          <th scope="col">Who</th>
          <th scope="col">Academic year</th>
          <th scope="col">Worth</th>
        </tr>
      </thead>
      <tbody>
        ${dearestFirst.map(
          ({ personId, academicYear, ...worth }) =>
            html`<tr>
              <th scope="row"><a href="/pages/people/${personId}">${names.person(personId)}</a></th>
              <td data-of="Academic year">${academicYear}</td>
              <td data-of="Worth">${worthInWords(worth)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

/** Where one more practitioner would help most. */
export const recruitsPage = work({
  async show(visit) {
    const params = { runId: visit.part("runId") };
    const { recruits, prices } = await read(visit, "listRecruits", { params });
    const names = await readNames(visit, [recruits, prices]);
    return headed(
      "Where one more practitioner would help most",
      html`<p>
          What somebody is worth is told as a run weighs it: places first, then points of fit. A place counts
          more the higher its priority is and the longer it has waited. The numbers compare one line with
          another, and mean nothing else.
        </p>
        ${
          recruits.length === 0
            ? html`<p>No place stays open that one more practitioner would fill.</p>`
            : html`<table class="wide stack">
                <caption>
                  What helps most stands first
                </caption>
                <thead>
                  <tr>
                    <th scope="col">Who</th>
                    <th scope="col" class="number">Places filled</th>
                    <th scope="col" class="number">Requests helped</th>
                    <th scope="col" class="number">Days they would give</th>
                    <th scope="col">A day would be worth</th>
                    <th scope="col">Requests</th>
                  </tr>
                </thead>
                <tbody>
                  ${recruits.map((each) => recruitOf(each, names))}
                </tbody>
              </table>`
        }
        ${pricesTable(prices, names)}
        <p><a href="/pages/match-runs/${params.runId}">The match run</a></p>`,
    );
  },
});
