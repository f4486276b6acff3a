import { counted } from "../../shared/domain/counted.ts";
import { button, formNamed, formWith } from "../form.ts";
import { headed } from "../headed.ts";
import { away, html, type Html } from "../html.ts";
import { nextPart, partAsked } from "../paging.ts";
import { work } from "../serving.ts";
import { attempt, type Ending, read, saidOf, type Trouble, type Visit } from "../visit.ts";
import { askedAlready } from "./asked.ts";
import { readNames } from "./names.ts";
import { pickOf, proposalCard } from "./proposalCard.ts";

/** What there is to do, on the latest run; an older one leads there. */
const nextStep = (latestRunId: string | null, isLatest: boolean): Html =>
  isLatest
    ? html`<p>
        Nobody is told of a proposal before you confirm it. Tick those that you confirm, and press the button
        at the end.
      </p>`
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
            ? formWith(form, list, button("Confirm those that are ticked"))
            : list
      }
      ${nextPart(`${at}/proposals`, nextCursor)}
      <p><a href="${at}">The match run</a></p>`,
    { trouble },
  );
}

interface Confirmed {
  readonly pick: string;
  readonly requestId: string;
  readonly personId: string;
  /** Why no offer was made, null where one was. */
  readonly refused: string | null;
}

/** Confirms one proposal after the other: each offer holds places and days that the next must know of. */
async function confirmAll(visit: Visit): Promise<Confirmed[]> {
  const results: Confirmed[] = [];
  for (const pick of visit.form.getAll("pick")) {
    const [requestId = "", personId = ""] = pick.split(" ");
    const params = { runId: visit.part("runId"), requestId, personId };
    const client = visit.clientFor(`${requestId}-${personId}`);
    const answered = await attempt({ client }, "confirmProposal", { params, body: {} });
    const refused = answered.kind === "refused" ? saidOf(answered.problem) : null;
    results.push({ pick, requestId, personId, refused });
  }
  return results;
}

async function answer(visit: Visit): Promise<Ending | Trouble> {
  if (visit.form.getAll("pick").length === 0)
    return { status: 422, detail: "Tick at least one proposal to confirm.", faults: [] };
  const results = await confirmAll(visit);
  const names = await readNames(visit, results);
  const line = ({ requestId, personId, refused }: Confirmed): Html =>
    html`<li>
      ${names.person(personId)}:
      ${names.need(requestId)}${
        refused !== null &&
        html`. ${names.sentence(refused)}
          <a href="/pages/requests/${requestId}/verdicts/${personId}"
            >What the rules say of ${names.person(personId)} today${away(names.wholeRequest(requestId))}</a
          >`
      }
    </li>`;
  const sent = results.filter(({ refused }) => refused === null);
  const not = results.filter(({ refused }) => refused !== null);
  const title = sent.length === 0 ? "No offer was sent" : `${counted(sent.length, "offer")} sent`;
  return {
    kind: "page",
    title,
    isError: sent.length === 0,
    body: html`<h1>${title}</h1>
      ${
        sent.length > 0 &&
        html`<p>The practitioners are written to now, and asked first.</p>
          <ul>
            ${sent.map(line)}
          </ul>`
      }
      ${
        not.length > 0 &&
        html`<h2>${counted(not.length, "proposal")} could not be confirmed</h2>
          <ul>
            ${not.map(line)}
          </ul>`
      }
      <p><a href="${visit.address}">What the match run proposes</a></p>`,
  };
}

/** What a run proposes, each with its reasons, for a broker to confirm several at once. */
export const proposalsPage = work({ show, answer });
