import { counted } from "../../shared/domain/counted.ts";
import { formNamed, typed } from "../form.ts";
import { headed } from "../headed.ts";
import { html, type Html } from "../html.ts";
import { work } from "../serving.ts";
import { attempt, type Ending, read, type Trouble, troubleOf, type Visit } from "../visit.ts";
import { modesInWords } from "../terms.ts";
import { period } from "../words.ts";
import { askedAlready } from "./asked.ts";
import { readNames } from "./names.ts";
import { placeOf } from "./place.ts";
import { pickOf } from "./proposalCard.ts";
import { proposedNow } from "./proposedNow.ts";
import { openPlaces, type Unmet } from "./relaxations.ts";
import { steered } from "./steered.ts";

const paramsOf = (visit: Visit) => ({ runId: visit.part("runId"), requestId: visit.part("requestId") });

/** The open places, with every change that would fill them: where some were left untried, they are tried now. */
async function unmetIn(visit: Visit, unmet: Unmet | null): Promise<Unmet | null> {
  if (unmet === null || unmet.isSettled) return unmet;
  const tried = await attempt(visit, "relaxRequest", { params: paramsOf(visit) });
  return tried.kind === "refused" ? unmet : tried.body;
}

const later = (latest: Awaited<ReturnType<typeof proposedNow>>): Html =>
  html`<div class="notice">
    <p>A later match run has taken the place of this one.</p>
    ${
      latest
        ? html`<p>
            <a href="/pages/match-runs/${latest.runId}/requests/${latest.requestId}"
              >What the latest says of this request</a
            >
          </p>`
        : html`<p>The latest does not speak of this request.</p>`
    }
  </div>`;

async function show(visit: Visit, trouble?: Trouble): Promise<Ending> {
  const params = paramsOf(visit);
  const { runId, requestId } = params;
  const explained = await read(visit, "explainRequest", { params });
  const { proposals } = explained;
  const [request, latest, asked, unmet] = await Promise.all([
    read(visit, "getRequest", { params: { requestId } }),
    proposedNow(visit, requestId),
    askedAlready(visit, proposals),
    unmetIn(visit, explained.unmet),
  ]);
  const names = await readNames(visit, [explained, request, unmet]);
  const isLatest = latest?.runId === runId;
  const form = formNamed("confirm", visit, trouble);
  return headed(
    `What the match run says of a request of ${names.school(request.schoolId)}`,
    html`${!isLatest && later(latest)}
      <p>
        ${names.request(requestId)}: ${counted(request.daysEach, "day")} each of
        ${counted(request.people, "person", "people")}, ${modesInWords[request.mode]},
        ${period(request.window)}
      </p>
      ${proposals.map((each) => placeOf(each, names, { form, isLatest, asked: asked.has(pickOf(each)) }))}
      ${unmet && openPlaces(unmet, names)} ${steered(request, names.person)}
      <p><a href="/pages/requests/${requestId}/verdicts">Who could help, and what stands against each</a></p>
      <p><a href="/pages/match-runs/${runId}">The match run</a></p>`,
    { trouble },
  );
}

/** All that a run says of one request: who is proposed and why, who comes next, and what would fill what stays open. */
export const requestInRunPage = work({
  show,
  async answer(visit) {
    const params = { ...paramsOf(visit), personId: typed(visit.form, "personId") };
    const answered = await attempt(visit, "confirmProposal", { params, body: {} });
    if (answered.kind === "refused") return troubleOf(answered);
    const { requestId, offerId } = answered.body;
    return { kind: "go", to: `/pages/requests/${requestId}/offers/${offerId}` };
  },
});
