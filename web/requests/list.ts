import { headed } from "../headed.ts";
import { html, type Html } from "../html.ts";
import { nextPart, partAsked } from "../paging.ts";
import { work } from "../serving.ts";
import { requestStatesInWords } from "../terms.ts";
import { attempt, read, type Visit } from "../visit.ts";
import { counted, period } from "../words.ts";
import type { Request } from "./draftBody.ts";
import { requestLink } from "./link.ts";
import { mayAsk } from "./mayAsk.ts";

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

/** The names of the schools that some requests are of, as far as their reader may know them. */
async function schoolNamesOf(visit: Visit, requests: readonly Request[]): Promise<Map<string, string>> {
  const ids = [...new Set(requests.map(({ schoolId }) => schoolId))];
  const schools = await Promise.all(
    ids.map((schoolId) => attempt(visit, "getSchool", { params: { schoolId } })),
  );
  return new Map(
    schools.flatMap((each) => (each.kind === "refused" ? [] : [[each.body.schoolId, each.body.name]])),
  );
}

/** The requests that somebody may see, oldest first, a page at a time. */
export const requestsPage = work({
  async show(visit) {
    const query = partAsked(visit, 50);
    const [{ items, nextCursor }, me] = await Promise.all([
      read(visit, "listRequests", { query }),
      read(visit, "getMe", {}),
    ]);
    const schoolNames = me.school ? new Map<string, string>() : await schoolNamesOf(visit, items);
    return headed(
      "Requests for support",
      html`${mayAsk(me) && html`<p><a class="button" href="/pages/requests/new">Ask for support</a></p>`}
      ${
        items.length === 0
          ? html`<p>There are none yet.</p>`
          : html`<ul class="cards">
              ${items.map((each) => cardOf(each, schoolNames))}
            </ul>`
      }
      ${nextPart("/pages/requests", nextCursor)}`,
    );
  },
});
