import type { AnswerOf } from "../../shared/runtime/client.ts";
import { headed } from "../headed.ts";
import { html, type Html } from "../html.ts";
import { nextPart, partAsked } from "../paging.ts";
import { requestLink } from "../requests/link.ts";
import { work } from "../serving.ts";
import { tableOf } from "../table.ts";
import { codeInWords, inWords } from "../terms.ts";
import { attempt, read, type Visit } from "../visit.ts";
import { rounded } from "./fit.ts";

type Person = AnswerOf<"listPeople">["items"][number];

/** As many as are judged for one page: each is judged by all the rules. */
const shownAtOnce = 20;

/** Somebody with what the rules say of them today; no fit where they may not be proposed. */
interface Judged {
  readonly person: Person;
  readonly fit: number | null;
  readonly says: string;
}

async function judgedFor(visit: Visit, requestId: string, person: Person): Promise<Judged> {
  const { personId } = person;
  const judged = await attempt(visit, "getVerdict", { params: { requestId, personId } });
  if (judged.kind === "refused") return { person, fit: null, says: judged.problem.detail };
  const { fit, rules } = judged.body;
  const against = rules.filter(({ setAside }) => setAside === null);
  return fit === null
    ? { person, fit, says: `May not be proposed: ${against.map(({ why }) => inWords(why)).join(" ")}` }
    : { person, fit, says: "May be proposed." };
}

/** Those who may be proposed first, whoever fits best before all others. */
const tableOfJudged = (requestId: string, judged: readonly Judged[]): Html =>
  html`<div class="wide">
    ${tableOf(
      "The best fit first",
      ["Practitioner", "Fit of 100", "What the rules say today"],
      judged
        .toSorted((a, b) => (b.fit ?? -1) - (a.fit ?? -1))
        .map(({ person: { personId, name }, fit, says }) => [
          html`<a href="/pages/requests/${requestId}/verdicts/${personId}">${name}</a>`,
          fit === null ? "none" : rounded(fit),
          says,
        ]),
    )}
  </div>`;

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
    const judged = await Promise.all(items.map((each) => judgedFor(visit, requestId, each)));
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
            : tableOfJudged(requestId, judged)
        }
        ${nextPart(all ? `${at}?of=all` : at, nextCursor)}
        ${all ? html`<p><a href="${at}">Only those who declare it</a></p>` : html`<p><a href="${at}?of=all">All practitioners</a></p>`}`,
    );
  },
});
