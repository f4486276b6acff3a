import { directionsInWords } from "../../shared/domain/inWords.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { headed } from "../headed.ts";
import { counted } from "../../shared/domain/counted.ts";
import { capital, html, type Html, row } from "../html.ts";
import { work } from "../serving.ts";
import { spansInWords } from "../terms.ts";
import { read, type Visit } from "../visit.ts";
import { pounds } from "../words.ts";
import { reachPublished, reachSection } from "./reach.ts";
import { tablesOf } from "./tables.ts";
import { asCounted, asPublished } from "./told.ts";
import { recentYears, yearAsked } from "./years.ts";

const spans = Object.entries(spansInWords);

/** Of how many objectives things are better than before the support, and of how many not, as schools told it. */
const changed = (byDirection: Readonly<Record<string, number>>): string => {
  const said = Object.entries(directionsInWords).flatMap(([direction, words]) => {
    const count = byDirection[direction] ?? 0;
    return count > 0 ? [`${count} ${words}`] : [];
  });
  const total = Object.values(byDirection).reduce((sum, count) => sum + count, 0);
  return total === 0 ? "Nothing is told yet" : `Of ${counted(total, "objective")}: ${said.join(", ")}`;
};

const inShort = (impact: AnswerOf<"impact">): Html => {
  const { days, load, evaluations } = impact;
  const busiest = `${Math.round(load.topFiveShare * 100)} %`;
  const shares = `${pounds(impact.homeSchoolSharePence)} to home schools, ${pounds(impact.brokeragePence)} for brokerage`;
  return html`<dl>
    ${row(
      "Schools",
      `${impact.schoolsReceiving} supported, ${impact.schoolsGiving} gave support, of ${impact.memberSchools}`,
    )}
    ${row("What changed", changed(impact.outcomesByDirection))}
    ${spans.map(([span, words]) => row(capital(words), changed(impact.followUpAnswers[span] ?? {})))}
    ${row("Days", `${days.delivered} delivered of ${days.planned} planned; ${days.charged} charged`)}
    ${row("Money", `${pounds(impact.chargedPence)} charged: ${shares}`)}
    ${row(
      "Practitioners",
      `${load.active} of ${load.practitioners} at work; the five busiest carry ${busiest} of the days`,
    )}
    ${row("Evaluations", `${evaluations.school} by schools, ${evaluations.practitioner} by practitioners`)}
  </dl>`;
};

const addressOf = (year: string | undefined, isPublished: boolean): string => {
  const query = [year !== undefined && `academicYear=${year}`, isPublished && "published=yes"];
  const asked = query.filter((each) => each !== false).join("&");
  return `/pages/impact${asked === "" ? "" : `?${asked}`}`;
};

const years = (visit: Visit, chosen: string | undefined, isPublished: boolean): Html =>
  html`<nav aria-label="Academic years">
    <ul>
      ${[undefined, ...recentYears(visit)].map((year) =>
        year === chosen
          ? html`<li><strong aria-current="page">${year ?? "All years"}</strong></li>`
          : html`<li><a href="${addressOf(year, isPublished)}">${year ?? "All years"}</a></li>`,
      )}
    </ul>
  </nav>`;

const contribution = html`<p>
  These are contributions as both sides told them, and no proof that nothing else was at work.
</p>`;

/** The figures without any that point at a school or a person, and without the files that name them. */
const toPublish = (impact: AnswerOf<"impact">): Html =>
  html`<p>
      A number under five may point at one school or person: it is held back, and where it is the only one of
      its list, so is the next. Nobody is named. Zeros are told.
    </p>
    ${contribution} ${reachPublished(impact, asPublished)}
    <h2>What was asked, done and changed</h2>
    ${tablesOf(impact, asPublished)}`;

const inFull = (impact: AnswerOf<"impact">, academicYear: string | undefined): Html => {
  const ofYear = academicYear === undefined ? "" : `?academicYear=${academicYear}`;
  return html`${inShort(impact)} ${contribution} ${reachSection(impact)}
    <h2>What was asked, done and changed</h2>
    ${tablesOf(impact, asCounted)}
    <h2>As files</h2>
    <ul>
      <li><a href="/pages/exports/outcomes${ofYear}">Outcomes, as CSV</a></li>
      <li>
        <a href="/pages/exports/schools${ofYear}">Schools with what they asked, had and gave, as CSV</a>
      </li>
      <li><a href="/pages/exports/deployments${ofYear}">Work with days, payer and charge, as CSV</a></li>
    </ul>`;
};

/** What the work came to, of one academic year or of all, with the files behind it. */
export const impactPage = work({
  async show(visit) {
    const query = yearAsked(visit);
    const impact = await read(visit, "impact", { query });
    const { academicYear } = query;
    const isPublished = visit.query.has("published");
    const of = academicYear === undefined ? "" : `, ${academicYear}`;
    return headed(
      `What the work came to${of}${isPublished ? ": figures to publish" : ""}`,
      html`${years(visit, academicYear, isPublished)}
        <p>
          <a href="${addressOf(academicYear, !isPublished)}"
            >${isPublished ? "All figures, for those who work with them" : "Figures to publish"}</a
          >
        </p>
        ${isPublished ? toPublish(impact) : inFull(impact, academicYear)}`,
    );
  },
});
