import { counted } from "../../shared/domain/counted.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { headed } from "../headed.ts";
import { html, type Html } from "../html.ts";
import { work } from "../serving.ts";
import { read } from "../visit.ts";
import { dateAndTime } from "../words.ts";
import { figuresTable } from "./figures.ts";
import { rounded } from "./fit.ts";
import { changeInWords } from "./inputWords.ts";
import { type Names, readNames } from "./names.ts";

type Differences = AnswerOf<"diffRuns">;
type Year = Differences["years"][number];
type Outcome = Year["outcomes"][number];

/** As many changes as are told of one cause, and of all that changed. */
const most = { ofCause: 4, inAll: 100 };

function outcomeInWords({ kind, personId, before, after }: Outcome, names: Names): string {
  const who = personId === null ? "" : names.person(personId);
  const fit = (points: number | null): string => (points === null ? "" : String(rounded(points)));
  switch (kind) {
    case "proposed":
      return `${who} is proposed now, with a fit of ${fit(after)}`;
    case "no-longer-proposed":
      return `${who} is proposed no more`;
    case "fit-changed":
      return `The fit of ${who} went from ${fit(before)} to ${fit(after)}`;
    case "opened":
    case "closed":
      return `${counted(after ?? 0, "place")} open now, ${before ?? 0} before`;
  }
}

/** The changes of a cause; those of the very request and practitioner first. */
function nearestFirst({ requestId, personId, cause }: Outcome, { inputs }: Year) {
  const all = cause.changes.flatMap((at) => inputs[at] ?? []);
  const isNear = ({ id }: (typeof all)[number]): boolean => id === requestId || id === personId;
  return [...all.filter(isNear), ...all.filter((each) => !isNear(each))];
}

const because = {
  alone: "Because of this; without it all would be as before:",
  "each-needed": "Because of these; without any one of them it would be as before:",
  together: "Because of these together; none of them that was tried alone explains it:",
} as const;

function causeOf(outcome: Outcome, year: Year, names: Names): Html {
  const { kind, isComplete } = outcome.cause;
  const changes = nearestFirst(outcome, year);
  if (changes.length === 0)
    return html`<p>No change of what the run knew explains it: the engine may be another.</p>`;
  const rest = changes.length - most.ofCause;
  return html`<p class="quiet">${because[kind]}${!isComplete && " (not all could be tried)"}</p>
    <ul>
      ${changes.slice(0, most.ofCause).map((each) => html`<li>${changeInWords(each, names, outcome.requestId)}</li>`)}
      ${rest > 0 && html`<li>and ${counted(rest, "other")} at most</li>`}
    </ul>`;
}

const cardOf = (
  requestId: string,
  outcomes: readonly Outcome[],
  { year, names }: { year: Year; names: Names },
): Html =>
  html`<li>
    <h3>${names.request(requestId)}</h3>
    ${names.asked(requestId) && html`<p>${names.asked(requestId)}</p>`}
    ${outcomes.map(
      (each) =>
        html`<p><strong>${outcomeInWords(each, names)}</strong></p>
          ${causeOf(each, year, names)}`,
    )}
  </li>`;

function yearOf(year: Year, names: Names): Html {
  const { academicYear, inputs, outcomes, figures } = year;
  const byRequest = [...Map.groupBy(outcomes, ({ requestId }) => requestId)];
  return html`<section>
    <h2>Academic year ${academicYear}</h2>
    ${
      outcomes.length === 0
        ? html`<p>Both runs propose the same people for the same places.</p>`
        : html`<ul class="cards">
            ${byRequest.map(([requestId, all]) => cardOf(requestId, all, { year, names }))}
          </ul>`
    }
    ${figuresTable(figures)}
    ${
      inputs.length > 0 &&
      html`<details>
        <summary>All that changed in what the runs knew: ${inputs.length} in ${academicYear}</summary>
        <ul>
          ${inputs.slice(0, most.inAll).map((each) => html`<li>${changeInWords(each, names)}</li>`)}
          ${inputs.length > most.inAll && html`<li>and ${counted(inputs.length - most.inAll, "other")}</li>`}
        </ul>
      </details>`
    }
  </section>`;
}

/** What is told of differences: of changes there may be thousands more. */
const toldOf = ({ years }: Differences) =>
  years.map((year) => [
    year.outcomes,
    year.outcomes.map((each) => nearestFirst(each, year).slice(0, most.ofCause)),
    year.inputs.slice(0, most.inAll),
  ]);

const otherEngine = ({ engineVersions: { from, to } }: Differences): Html | false =>
  from !== to &&
  html`<p>
    The two runs were made by different engines, ${from} and ${to}. That alone may change an answer.
  </p>`;

/** What a run decides otherwise than another did, and which changes of what they knew made it so. */
export const differencesPage = work({
  async show(visit) {
    const params = { runId: visit.part("runId"), fromRunId: visit.part("fromRunId") };
    const [differences, run, from] = await Promise.all([
      read(visit, "diffRuns", { params, query: { solves: 50 } }),
      read(visit, "getRun", { params: { runId: params.runId } }),
      read(visit, "getRun", { params: { runId: params.fromRunId } }),
    ]);
    const names = await readNames(visit, toldOf(differences));
    const { years } = differences;
    return headed(
      "What changed between two match runs",
      html`<p>
          From <a href="/pages/match-runs/${from.runId}">the earlier, of ${dateAndTime(from.plannedAt)}</a>,
          to <a href="/pages/match-runs/${run.runId}">the later, of ${dateAndTime(run.plannedAt)}</a>. Each
          difference is told with what made it so, found by taking changes back and matching again.
        </p>
        ${otherEngine(differences)}
        ${years.length === 0 ? html`<p>Neither had a request to match.</p>` : years.map((year) => yearOf(year, names))}`,
    );
  },
});
