import type { AnswerOf } from "../../shared/runtime/client.ts";
import { headed } from "../headed.ts";
import { html, type Html } from "../html.ts";
import { nextPart, partAsked } from "../paging.ts";
import { requestLink } from "../requests/link.ts";
import { work } from "../serving.ts";
import { codeInWords, inWords } from "../terms.ts";
import { attempt, read, type Visit } from "../visit.ts";
import { rounded } from "./fit.ts";

type Person = AnswerOf<"listPeople">["items"][number];

/** As many as are judged for one page: each is judged by all the rules. */
const shownAtOnce = 10;

async function verdictLine(visit: Visit, requestId: string, { personId }: Person): Promise<string> {
  const judged = await attempt(visit, "getVerdict", { params: { requestId, personId } });
  if (judged.kind === "refused") return judged.problem.detail;
  const { fit, rules } = judged.body;
  const against = rules.filter(({ setAside }) => setAside === null);
  return fit === null
    ? `May not be proposed: ${against.map(({ why }) => inWords(why)).join(" ")}`
    : `May be proposed, fit ${rounded(fit)} of 100.`;
}

async function itemOf(visit: Visit, requestId: string, person: Person): Promise<Html> {
  return html`<li>
    <h2><a href="/pages/requests/${requestId}/verdicts/${person.personId}">${person.name}</a></h2>
    <p>${await verdictLine(visit, requestId, person)}</p>
  </li>`;
}

/** Practitioners for a request, those who declare its code or all, each with what the rules say of them today. */
export const couldHelpPage = work({
  async show(visit) {
    const requestId = visit.part("requestId");
    const request = await read(visit, "getRequest", { params: { requestId } });
    const { primary } = request.codes;
    const all = visit.query.get("of") === "all";
    const query = { ...partAsked(visit, shownAtOnce), ...(all ? {} : { code: primary }) };
    const [{ items, nextCursor }, school] = await Promise.all([
      read(visit, "listPeople", { query }),
      read(visit, "getSchool", { params: { schoolId: request.schoolId } }),
    ]);
    const at = `/pages/requests/${requestId}/verdicts`;
    const cards = await Promise.all(items.map((each) => itemOf(visit, requestId, each)));
    const whom = all ? "All practitioners" : `Practitioners who declare ${codeInWords(primary)}`;
    return headed(
      `Who could help ${school.name}`,
      html`<p>For ${requestLink(request, school.name)}</p>
        <p>
          ${whom}, each with what the rules say of them today. Choose one to pin or exclude them, or to set a
          rule aside.
        </p>
        ${
          items.length === 0
            ? html`<p>
                Nobody declares it. Whoever declares something near to it may be proposed all the same: look
                among all practitioners.
              </p>`
            : html`<ul class="cards">
                ${cards}
              </ul>`
        }
        ${nextPart(all ? `${at}?of=all` : at, nextCursor)}
        ${all ? html`<p><a href="${at}">Only those who declare it</a></p>` : html`<p><a href="${at}?of=all">All practitioners</a></p>`}`,
    );
  },
});
