import type { AnswerOf } from "../../shared/runtime/client.ts";
import { headed } from "../headed.ts";
import { html, type Html } from "../html.ts";
import { work } from "../serving.ts";
import { inWords } from "../terms.ts";
import { attempt, read, type Visit } from "../visit.ts";
import { requestLink } from "../requests/link.ts";
import { evidenceOf } from "./evidence.ts";
import { fitTable } from "./fit.ts";
import { type Names, readNames } from "./names.ts";

type View = AnswerOf<"explainToPractitioner">;

/** How a reader is told of requests; a broker also by which records a rule fired. */
interface Telling {
  readonly request: (requestId: string) => Html;
  readonly sentence: (text: string) => string;
  readonly names: Names | undefined;
}

/** A practitioner may read some requests of their own run, and of others only that there is one. */
async function telltaleOf(visit: Visit, { proposed, notAsked }: View): Promise<Telling> {
  const ids = [...proposed, ...notAsked].map(({ requestId }) => requestId);
  const found = await Promise.all(
    ids.map((requestId) => attempt(visit, "getRequest", { params: { requestId } })),
  );
  const links = new Map(
    found.flatMap((each): [string, Html][] =>
      each.kind === "refused" ? [] : [[each.body.requestId, requestLink(each.body, undefined)]],
    ),
  );
  return {
    request: (requestId) => links.get(requestId) ?? html`A request of another school`,
    sentence: inWords,
    names: undefined,
  };
}

const proposedOf = (
  { requestId, sentence, fit, components }: View["proposed"][number],
  telling: Telling,
): Html =>
  html`<li>
    <h3>${telling.request(requestId)}</h3>
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

/** Why a practitioner was asked in a run, and why not: for the broker, and for the practitioner themselves. */
export const practitionerInRunPage = work({
  async show(visit) {
    const params = { runId: visit.part("runId"), personId: visit.part("personId") };
    const [view, me] = await Promise.all([
      read(visit, "explainToPractitioner", { params }),
      read(visit, "getMe", {}),
    ]);
    const names = me.roles.includes("broker") ? await readNames(visit) : undefined;
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
        ${listOf(
          view.notAsked.map((each) => notAskedOf(each, telling)),
          "There was no other request near to it.",
        )}
        ${names ? html`<p><a href="/pages/match-runs/${params.runId}">The match run</a></p>` : html`<p><a href="/">See what waits for you</a></p>`}`,
    );
  },
});
