import { button, formNamed, formWith } from "../form.ts";
import { headed } from "../headed.ts";
import { html, type Html } from "../html.ts";
import { nextPart, partAsked } from "../paging.ts";
import { work } from "../serving.ts";
import { attempt, type Ending, read, saidOf, type Trouble, type Visit } from "../visit.ts";
import { askedAlready } from "./asked.ts";
import { readNames } from "./names.ts";
import { pickOf, proposalCard } from "./proposalCard.ts";
import { type Confirmed, sentOffers } from "./sentOffers.ts";

/** What there is to do, on the latest run; an older one leads there. */
const nextStep = (latestRunId: string | null, isLatest: boolean): Html =>
  isLatest
    ? html`<p>
          Nobody is told of a proposal before you confirm it. Tick those that you confirm, and press the
          button that stays below.
        </p>
        <p><a href="/pages/match-runs/${latestRunId}/waves">Send the most urgent of them in a wave</a></p>`
    : html`<div class="notice">
        <p>
          A later match run has taken the place of this one, of which nothing is to be confirmed any more.
        </p>
        <p><a href="/pages/match-runs/${latestRunId}/proposals">What the latest match run proposes</a></p>
      </div>`;

async function show(visit: Visit, trouble?: Trouble): Promise<Ending> {
  const params = { runId: visit.part("runId") };
  const query = partAsked(visit, 20);
  const [{ items, nextCursor }, { latestRunId }] = await Promise.all([
    read(visit, "listProposals", { params, query }),
    read(visit, "getPartnership", {}),
  ]);
  const isLatest = latestRunId === params.runId;
  const [names, asked] = await Promise.all([readNames(visit, items), askedAlready(visit, items)]);
  const form = formNamed("confirm", visit, trouble);
  const ticked = visit.form.getAll("pick");
  const at = `/pages/match-runs/${params.runId}`;
  const isOpen = isLatest && items.some((each) => !asked.has(pickOf(each)));
  const list = html`<ul class="cards">
    ${items.map((each) => {
      const pick = pickOf(each);
      return proposalCard(each, names, { isLatest, asked: asked.has(pick), ticked: ticked.includes(pick) });
    })}
  </ul>`;
  return headed(
    "What the match run proposes",
    html`${nextStep(latestRunId, isLatest)}
      ${
        items.length === 0
          ? html`<p>It proposes nobody.</p>`
          : isOpen
            ? formWith(form, list, html`<div class="stays">${button("Confirm those that are ticked")}</div>`)
            : list
      }
      ${nextPart(`${at}/proposals`, nextCursor)}
      <p><a href="${at}">The match run</a></p>`,
    { trouble },
  );
}

/** Confirms one proposal after the other: each offer holds places and days that the next must know of. */
async function confirmAll(visit: Visit): Promise<Confirmed[]> {
  const results: Confirmed[] = [];
  for (const pick of visit.form.getAll("pick")) {
    const [requestId = "", personId = ""] = pick.split(" ");
    const params = { runId: visit.part("runId"), requestId, personId };
    const client = visit.clientFor(`${requestId}-${personId}`);
    const answered = await attempt({ client }, "confirmProposal", { params, body: {} });
    results.push({
      requestId,
      personId,
      ...(answered.kind === "refused"
        ? { refused: saidOf(answered.problem) }
        : { refused: null, offerId: answered.body.offerId }),
    });
  }
  return results;
}

async function answer(visit: Visit): Promise<Ending | Trouble> {
  if (visit.form.getAll("pick").length === 0)
    return { status: 422, detail: "Tick at least one proposal to confirm.", faults: [] };
  const results = await confirmAll(visit);
  const onwards = html`<p><a href="${visit.address}">What the match run proposes</a></p>`;
  return sentOffers(visit, results, onwards);
}

/** What a run proposes, each with its reasons, for a broker to confirm several at once. */
export const proposalsPage = work({ show, answer });
