import { counted } from "../../shared/domain/counted.ts";
import { PersonId, RequestId } from "../../shared/domain/ids.ts";
import { textField } from "../fields.ts";
import { button, buttonThen, formNamed, formWith, typed } from "../form.ts";
import { headed } from "../headed.ts";
import { html, type Html } from "../html.ts";
import { work } from "../serving.ts";
import { attempt, type Ending, read, refusedPage, type Trouble, troubleOf, type Visit } from "../visit.ts";
import { readNames } from "./names.ts";
import { pickOf } from "./proposalCard.ts";
import { type Confirmed, sentOffers } from "./sentOffers.ts";
import { askedOfWave, leftOutOf, type NextWave, routesTable, sizeForm, waveCard } from "./waveParts.ts";

const title = "The next wave of offers";
const toOffers = html`<p><a href="/pages/offers">Which offers are still out, and what came back</a></p>`;

/** The wave that an address asks for, to be sent from. */
async function waveIn(visit: Visit, next: NextWave, trouble: Trouble | undefined): Promise<Html> {
  const params = { runId: visit.part("runId") };
  const { wouldSend } = next;
  const names = await readNames(visit, next);
  const isSent = visit.form.has("do");
  const picks = visit.form.getAll("pick");
  const isTicked = (pick: string): boolean => !isSent || picks.includes(pick);
  const at = `/pages/match-runs/${params.runId}`;
  return html`<p>
      The most urgent requests come first, then the best fit. No place and no day is offered twice, and nobody
      is told before you have looked it over and sent it.
    </p>
    ${sizeForm(`${at}/waves`, visit.query)}
    ${
      wouldSend.length === 0
        ? html`<div class="notice">
            <p>There is nothing to send: what could be sent in waves was sent, or is left out below.</p>
            <p><a href="${at}/proposals">All that the match run proposes</a></p>
          </div>`
        : formWith(
            formNamed("look", visit, trouble),
            html`<ul class="cards">
              ${wouldSend.map((each) => waveCard(each, names, isTicked(pickOf(each))))}
            </ul>`,
            button("Look it over"),
          )
    }
    ${leftOutOf(next, names)}
    <p><a href="${at}">The match run</a></p>`;
}

/** What has to be settled first, or where to go instead. */
const notYet = (visit: Visit, latestRunId: string | null): Html =>
  latestRunId === visit.part("runId")
    ? html`<div class="notice">
        <p>No route sends offers in waves yet. Choose one, and say how many offers one wave may have.</p>
      </div>`
    : html`<div class="notice">
        <p>Waves are sent of the latest match run alone, and this is not it.</p>
        ${latestRunId !== null && html`<p><a href="/pages/match-runs/${latestRunId}/waves">The next wave of the latest match run</a></p>`}
      </div>`;

async function show(visit: Visit, trouble?: Trouble): Promise<Ending> {
  const query = askedOfWave(visit.query);
  const [next, { latestRunId, policies }] = await Promise.all([
    attempt(visit, "nextWave", { params: { runId: visit.part("runId") }, query }),
    read(visit, "getPartnership", {}),
  ]);
  if (next.kind === "refused" && next.code !== "out-of-date" && next.code !== "wrong-state")
    return refusedPage(next.problem.status, next.problem.title, next.problem.detail);
  return headed(
    title,
    html`${next.kind === "refused" ? notYet(visit, latestRunId) : await waveIn(visit, next.body, trouble)}
    ${routesTable(policies)} ${toOffers}`,
    { trouble },
  );
}

interface Pick {
  readonly requestId: RequestId;
  readonly personId: PersonId;
}

/** The proposals that were ticked. */
const picksIn = ({ form }: Visit): readonly Pick[] =>
  [...new Set(form.getAll("pick"))].flatMap((pick) => {
    const [request, person] = pick.split(" ");
    const [requestId, personId] = [RequestId.safeParse(request), PersonId.safeParse(person)];
    return requestId.success && personId.success
      ? [{ requestId: requestId.data, personId: personId.data }]
      : [];
  });

/** Whom the offers would go to, to be sent or changed once more. */
async function lookOver(visit: Visit, picks: readonly Pick[], trouble?: Trouble): Promise<Ending> {
  const names = await readNames(visit, picks);
  const form = formNamed("send", visit, trouble);
  const why = { name: "reason", label: "Why (optional)", hint: "It is kept with each request, for brokers." };
  const offers = counted(picks.length, "offer");
  return headed(
    `Send ${offers}: look it over`,
    html`<p>
        Nothing is sent yet. Whoever the route asks first is written to at once, and the others when it is
        their turn.
      </p>
      <ul>
        ${picks.map(({ requestId, personId }) => html`<li>${names.person(personId)}: ${names.request(requestId)}, ${names.asked(requestId)}</li>`)}
      </ul>
      ${formWith(
        form,
        [
          picks.map((each) => html`<input type="hidden" name="pick" value="${pickOf(each)}" />`),
          textField(form, why, 2),
        ],
        html`${button(`Send ${offers}`)} ${buttonThen("Change it once more", "again")}`,
      )}`,
    { trouble, forms: [form] },
  );
}

const passedOver =
  "It was offered already, or its request is open no more, or its route has had all offers of one wave.";

/** Sends what was looked over, and nothing else in place of what cannot be sent. */
async function send(visit: Visit, picks: readonly Pick[]): Promise<Ending | Trouble> {
  const reason = typed(visit.form, "reason");
  const answered = await attempt(visit, "sendWave", {
    params: { runId: visit.part("runId") },
    body: { most: picks.length, only: [...picks], ...(reason === "" ? {} : { reason }) },
  });
  if (answered.kind === "refused")
    return answered.code === "invalid-request"
      ? lookOver(visit, picks, troubleOf(answered))
      : troubleOf(answered);
  const { sent, notSent } = answered.body;
  const results = picks.map((each): Confirmed => {
    const isIt = (other: { readonly requestId: string; readonly personId: string }): boolean =>
      pickOf(other) === pickOf(each);
    const offer = sent.find(isIt);
    if (offer) return { ...each, offerId: offer.offerId, refused: null };
    return { ...each, refused: notSent.find(isIt)?.detail ?? passedOver };
  });
  const onwards = html`${toOffers}
    <p><a href="${visit.address}">${title}</a></p>`;
  return sentOffers(visit, results, onwards);
}

/** What the next wave of a run would send, and why; it is looked over, and sent. */
export const wavePage = work({
  show,
  async answer(visit) {
    if (visit.form.get("then") === "again") return show(visit);
    const picks = picksIn(visit);
    if (picks.length === 0) return { status: 422, detail: "Tick at least one offer to send.", faults: [] };
    return visit.form.get("do") === "send" ? send(visit, picks) : lookOver(visit, picks);
  },
});
