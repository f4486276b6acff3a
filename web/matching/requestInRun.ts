import type { AnswerOf } from "../../shared/runtime/client.ts";
import { formNamed, typed } from "../form.ts";
import { headed } from "../headed.ts";
import { html, type Html } from "../html.ts";
import { work } from "../serving.ts";
import { attempt, done, type Ending, read, type Trouble, troubleOf, type Visit } from "../visit.ts";
import { modesInWords } from "../terms.ts";
import { counted, period } from "../words.ts";
import { askedAlready } from "./asked.ts";
import { type Names, readNames } from "./names.ts";
import { placeOf } from "./place.ts";
import { pickOf } from "./proposalCard.ts";
import { relaxationOf } from "./relaxations.ts";
import { steered } from "./steered.ts";

type Unmet = AnswerOf<"relaxRequest">;

const paramsOf = (visit: Visit) => ({ runId: visit.part("runId"), requestId: visit.part("requestId") });

/** The open places, with every change that would fill them: where some were left untried, they are tried now. */
async function unmetIn(visit: Visit, unmet: Unmet | null): Promise<Unmet | null> {
  if (unmet === null || unmet.isSettled) return unmet;
  const tried = await attempt(visit, "relaxRequest", { params: paramsOf(visit) });
  return tried.kind === "refused" ? unmet : tried.body;
}

const open = ({ slots, binding, relaxations }: Unmet, names: Names, shown: readonly Html[]): Html =>
  html`<h2>${counted(slots, "place")} open</h2>
    <p>${names.sentence(binding.sentence)}</p>
    ${
      relaxations.length === 0
        ? html`<p>No single change that was tried would fill a place.</p>`
        : html`<p>What would help, most first:</p>
            <ul class="cards">
              ${shown}
            </ul>`
    }`;

const later = (latestRunId: string | null, requestId: string): Html =>
  html`<div class="notice">
    <p>A later match run has taken the place of this one.</p>
    <p>
      <a href="/pages/match-runs/${latestRunId}/requests/${requestId}"
        >What the latest says of this request</a
      >
    </p>
  </div>`;

async function show(visit: Visit, trouble?: Trouble): Promise<Ending> {
  const params = paramsOf(visit);
  const { runId, requestId } = params;
  const explained = await read(visit, "explainRequest", { params });
  const { proposals } = explained;
  const [request, names, { latestRunId }, asked, unmet] = await Promise.all([
    read(visit, "getRequest", { params: { requestId } }),
    readNames(visit, [requestId]),
    read(visit, "getPartnership", {}),
    askedAlready(visit, proposals),
    unmetIn(visit, explained.unmet),
  ]);
  const isLatest = latestRunId === runId;
  const form = formNamed("confirm", visit, trouble);
  const relaxations = (unmet?.relaxations ?? []).map((each) => {
    const own = formNamed(`back-${each.relaxation}`, visit, trouble);
    return { form: own, shown: relaxationOf(each, { request, names, form: own }) };
  });
  return headed(
    `What the match run says of a request of ${names.school(request.schoolId)}`,
    html`${!isLatest && later(latestRunId, requestId)}
      <p>
        ${names.request(requestId)}: ${counted(request.daysEach, "day")} each of
        ${counted(request.people, "person", "people")}, ${modesInWords[request.mode]},
        ${period(request.window)}
      </p>
      ${proposals.map((each) => placeOf(each, names, { form, isLatest, asked: asked.has(pickOf(each)) }))}
      ${
        unmet &&
        open(
          unmet,
          names,
          relaxations.map(({ shown }) => shown),
        )
      }
      ${steered(request, names.person)}
      <p><a href="/pages/requests/${requestId}/verdicts">Who could help, and what stands against each</a></p>
      <p><a href="/pages/match-runs/${runId}">The match run</a></p>`,
    { trouble, forms: [form, ...relaxations.map((each) => each.form)] },
  );
}

async function confirm(visit: Visit): Promise<Ending | Trouble> {
  const params = { ...paramsOf(visit), personId: typed(visit.form, "personId") };
  const answered = await attempt(visit, "confirmProposal", { params, body: {} });
  if (answered.kind === "refused") return troubleOf(answered);
  const { requestId, offerId } = answered.body;
  return { kind: "go", to: `/pages/requests/${requestId}/offers/${offerId}` };
}

/** All that a run says of one request: who is proposed and why, who comes next, and what would fill what stays open. */
export const requestInRunPage = work({
  show,
  async answer(visit) {
    const sent = typed(visit.form, "do");
    if (sent === "confirm") return confirm(visit);
    if (!sent.startsWith("back-")) return { status: 422, detail: "Choose what to do.", faults: [] };
    const params = { requestId: visit.part("requestId") };
    const body = { message: typed(visit.form, "message") };
    const answered = await done(attempt(visit, "returnRequest", { params, body }));
    return "kind" in answered ? { kind: "go", to: `/pages/requests/${params.requestId}` } : answered;
  },
});
