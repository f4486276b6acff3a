import type { AnswerOf } from "../../shared/runtime/client.ts";
import { headed } from "../headed.ts";
import { html, type Html, row } from "../html.ts";
import { work } from "../serving.ts";
import { read } from "../visit.ts";
import { pounds } from "../words.ts";
import { reachSection } from "./reach.ts";
import { tablesOf } from "./tables.ts";
import { recentYears, yearAsked } from "./years.ts";

const inShort = (impact: AnswerOf<"impact">): Html => {
  const { days, load, evaluations } = impact;
  const busiest = `${Math.round(load.topFiveShare * 100)} %`;
  const shares = `${pounds(impact.homeSchoolSharePence)} to home schools, ${pounds(impact.brokeragePence)} for brokerage`;
  return html`<dl>
    ${row(
      "Schools",
      `${impact.schoolsReceiving} supported, ${impact.schoolsGiving} gave support, of ${impact.memberSchools}`,
    )}
    ${row("Days", `${days.delivered} delivered of ${days.planned} planned; ${days.charged} charged`)}
    ${row("Money", `${pounds(impact.chargedPence)} charged: ${shares}`)}
    ${row(
      "Practitioners",
      `${load.active} of ${load.practitioners} at work; the five busiest carry ${busiest}`,
    )}
    ${row("Evaluations", `${evaluations.school} by schools, ${evaluations.practitioner} by practitioners`)}
  </dl>`;
};

const yearLink = (year: string | undefined, chosen: string | undefined): Html => {
  const text = year ?? "All years";
  return year === chosen
    ? html`<li><strong aria-current="page">${text}</strong></li>`
    : html`<li><a href="/pages/impact${year !== undefined && `?academicYear=${year}`}">${text}</a></li>`;
};

/** What the work came to, of one academic year or of all, with the files behind it. */
export const impactPage = work({
  async show(visit) {
    const query = yearAsked(visit);
    const impact = await read(visit, "impact", { query });
    const { academicYear } = query;
    const ofYear = academicYear === undefined ? "" : `?academicYear=${academicYear}`;
    const title = `What the work came to${academicYear === undefined ? "" : `, ${academicYear}`}`;
    return headed(
      title,
      html`<nav aria-label="Academic years">
          <ul>
            ${[undefined, ...recentYears(visit)].map((year) => yearLink(year, academicYear))}
          </ul>
        </nav>
        ${inShort(impact)}
        <p>These are contributions as both sides told them, and no proof that nothing else was at work.</p>
        ${reachSection(impact)}
        <h2>What was asked, done and changed</h2>
        ${tablesOf(impact)}
        <h2>As files</h2>
        <ul>
          <li><a href="/pages/exports/outcomes${ofYear}">Outcomes, as CSV</a></li>
          <li>
            <a href="/pages/exports/schools${ofYear}">Schools with what they asked, had and gave, as CSV</a>
          </li>
          <li><a href="/pages/exports/deployments${ofYear}">Work with days, payer and charge, as CSV</a></li>
        </ul>`,
    );
  },
});
