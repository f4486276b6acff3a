import { counted } from "../../shared/domain/counted.ts";
import { RequestState, requestStates } from "../../shared/domain/requests/request.ts";
import { headed } from "../headed.ts";
import { capital, html, type Html } from "../html.ts";
import { nextPart, partAsked } from "../paging.ts";
import { schoolNamesOf } from "../schoolNames.ts";
import { work } from "../serving.ts";
import { tableOf } from "../table.ts";
import { requestStatesInWords, urgenciesInWords } from "../terms.ts";
import { read } from "../visit.ts";
import { period } from "../words.ts";
import type { Request } from "./draftBody.ts";
import { requestLink } from "./link.ts";
import { unfinishedLink } from "./unfinishedLink.ts";
import { mayAsk, mayImport } from "./mayAsk.ts";

const cardOf = (request: Request, schoolNames: ReadonlyMap<string, string>): Html => {
  const { schoolId, state, window, daysEach, description } = request;
  const schoolName = schoolNames.get(schoolId);
  return html`<li>
    <h2>${requestLink(request, schoolName)}</h2>
    ${schoolName !== undefined && html`<p>${schoolName}</p>`}
    <p><strong>${requestStatesInWords[state]}</strong>, ${counted(daysEach, "day")}, ${period(window)}</p>
    <p>${description.length > 140 ? `${description.slice(0, 140)} …` : description}</p>
  </li>`;
};

/** For those who oversee many schools: a line for each request. */
const tableOfRequests = (requests: readonly Request[], schoolNames: ReadonlyMap<string, string>): Html =>
  html`<div class="wide">
    ${tableOf(
      "Oldest first",
      ["Help with", "School", "Where it stands", "How soon", "How much", "Between"],
      requests.map((request) => {
        const { schoolId, state, urgency, daysEach, people, window } = request;
        const schoolName = schoolNames.get(schoolId);
        return [
          requestLink(request, schoolName),
          schoolName,
          capital(requestStatesInWords[state]),
          capital(urgenciesInWords[urgency]),
          `${counted(daysEach, "day")}${people > 1 ? ` each of ${people} people` : ""}`,
          period(window),
        ];
      }),
    )}
  </div>`;

const at = "/pages/requests";

/** Where requests stand, to see those alone; a draft is its school's. */
const byState = (chosen: RequestState | undefined): Html => {
  const states = [undefined, ...requestStates.filter((state) => state !== "draft")];
  return html`<nav class="wide" aria-label="Where requests stand">
    <ul class="beside">
      ${states.map((state) => {
        const text = state === undefined ? "All" : capital(requestStatesInWords[state]);
        return state === chosen
          ? html`<li><strong aria-current="page">${text}</strong></li>`
          : html`<li><a href="${at}${state !== undefined && `?state=${state}`}">${text}</a></li>`;
      })}
    </ul>
  </nav>`;
};

/** The requests that somebody may see, oldest first, a page at a time. */
export const requestsPage = work({
  async show(visit) {
    const asked = RequestState.safeParse(visit.query.get("state"));
    const state = asked.success ? asked.data : undefined;
    const query = { ...partAsked(visit, 50), ...(state === undefined ? {} : { state }) };
    const [{ items, nextCursor }, me] = await Promise.all([
      read(visit, "listRequests", { query }),
      read(visit, "getMe", {}),
    ]);
    const unfinished = mayAsk(me) ? (await read(visit, "listUnfinishedRequests", {})).items : [];
    const ids = me.school ? [] : items.map(({ schoolId }) => schoolId);
    const schoolNames = await schoolNamesOf(visit, ids);
    const oversees = !me.school && !me.practitioner;
    const listed = oversees
      ? tableOfRequests(items, schoolNames)
      : html`<ul class="cards">
          ${items.map((each) => cardOf(each, schoolNames))}
        </ul>`;
    return headed(
      "Requests for support",
      html`${mayAsk(me) && html`<p><a class="button" href="/pages/requests/new">Ask for support</a></p>`}
      ${mayImport(me) && html`<p><a href="/pages/request-imports">Import a file of requests</a></p>`}
      ${
        unfinished.length > 0 &&
        html`<div class="notice">
          <p>Not finished yet:</p>
          <ul>
            ${unfinished.map((each) => html`<li>${unfinishedLink(each)}</li>`)}
          </ul>
        </div>`
      }
      ${oversees && byState(state)}
      ${items.length === 0 ? html`<p>${state === undefined ? "There are none yet." : "There are none."}</p>` : listed}
      ${nextPart(state === undefined ? at : `${at}?state=${state}`, nextCursor)}`,
    );
  },
});
