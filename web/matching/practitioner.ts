import { counted } from "../../shared/domain/counted.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { headed } from "../headed.ts";
import { html, type Html } from "../html.ts";
import { work } from "../serving.ts";
import { inWords } from "../terms.ts";
import { read, type Visit } from "../visit.ts";
import { requestLink } from "../requests/link.ts";
import { namesFor } from "../namesFor.ts";
import { evidenceOf } from "./evidence.ts";
import { fitTable } from "./fit.ts";
import { type Names, readNames } from "./names.ts";

type View = AnswerOf<"explainToPractitioner">;

/** How a reader is told of requests; a broker also by which records a rule fired. */
interface Telling {
  /** Undefined where the reader may not see the request. */
  readonly request: (requestId: string) => Html | undefined;
  readonly sentence: (text: string) => string;
  readonly names: Names | undefined;
}

const requestsIn = ({ proposed, notAsked }: View): readonly string[] =>
  [...proposed, ...notAsked].map(({ requestId }) => requestId);

/** A practitioner may know some requests of their own run, and of others only that there is one. */
async function telltaleOf(visit: Visit, view: View): Promise<Telling> {
  const { requests } = await namesFor(visit, requestsIn(view));
  const links = new Map<string, Html>(
    requests.map((each) => [
      each.requestId,
      requestLink({ ...each, codes: { primary: each.need } }, undefined),
    ]),
  );
  return {
    request: (requestId) => links.get(requestId),
    sentence: inWords,
    names: undefined,
  };
}

function asked(requestId: string, { names }: Telling): Html | undefined {
  const told = names?.asked(requestId);
  return told === undefined ? undefined : html`<p class="quiet">${told}</p>`;
}

const proposedOf = (
  { requestId, sentence, fit, components }: View["proposed"][number],
  telling: Telling,
): Html =>
  html`<li>
    <h3>${telling.request(requestId) ?? "A request for support"}</h3>
    ${asked(requestId, telling)}
    <p>${telling.sentence(sentence)}</p>
    ${fitTable(fit, components)}
  </li>`;

function notAskedOf(
  { requestId, sentence, fit, components, rules }: View["notAsked"][number],
  telling: Telling,
) {
  const { names } = telling;
  const evidence = rules.flatMap((each) => each.evidence ?? []);
  return html`<li>
    <h3>${telling.request(requestId)}</h3>
    ${asked(requestId, telling)}
    <p>${telling.sentence(sentence)}</p>
    ${names && evidence.length > 0 && evidenceOf(evidence, names)}
    ${fit !== null && fitTable(fit, components)}
  </li>`;
}

const listOf = (items: readonly Html[], none: string): Html =>
  items.length === 0
    ? html`<p>${none}</p>`
    : html`<ul class="cards">
        ${items}
      </ul>`;

/** Requests that the reader may not see are told in number, by why they were not asked. */
function notAsked({ notAsked: all }: View, telling: Telling): Html {
  const { yes: seen = [], no: unseen = [] } = Object.groupBy(all, ({ requestId }) =>
    telling.request(requestId) ? "yes" : "no",
  );
  const bySentence = [...Map.groupBy(unseen, ({ sentence }) => sentence)];
  return html`${
    (seen.length > 0 || unseen.length === 0) &&
    listOf(
      seen.map((each) => notAskedOf(each, telling)),
      "There was no other request near to it.",
    )
  }
  ${
    bySentence.length > 0 &&
    html`<ul>
      ${bySentence.map(
        ([sentence, { length }]) =>
          html`<li>${counted(length, "request")} of other schools: ${telling.sentence(sentence)}</li>`,
      )}
    </ul>`
  }`;
}

/** Why a practitioner was asked in a run, and why not: for the broker, and for the practitioner themselves. */
export const practitionerInRunPage = work({
  async show(visit) {
    const params = { runId: visit.part("runId"), personId: visit.part("personId") };
    const [view, me] = await Promise.all([
      read(visit, "explainToPractitioner", { params }),
      read(visit, "getMe", {}),
    ]);
    const names = me.roles.includes("broker") ? await readNames(visit, [params, view]) : undefined;
    const telling: Telling = names ? { ...names, names } : await telltaleOf(visit, view);
    const whom = names ? `Why ${names.person(params.personId)} was asked` : "Why you were asked";
    return headed(
      `${whom}, and why not`,
      html`<p>
          Of the requests near to what ${names ? "they declare" : "you declare"}, as one match run saw them.
        </p>
        <h2>Asked, or proposed</h2>
        ${listOf(
          view.proposed.map((each) => proposedOf(each, telling)),
          "Nothing in this match run.",
        )}
        <h2>Not asked</h2>
        ${notAsked(view, telling)}
        ${names ? html`<p><a href="/pages/match-runs/${params.runId}">The match run</a></p>` : html`<p><a href="/">See what waits for you</a></p>`}`,
    );
  },
});
