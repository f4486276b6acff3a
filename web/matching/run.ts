import { setTimeout } from "node:timers/promises";
import { counted } from "../../shared/domain/counted.ts";
import { headed } from "../headed.ts";
import { html, type Html, row } from "../html.ts";
import { work } from "../serving.ts";
import { read, type Visit } from "../visit.ts";
import { longDate } from "../words.ts";
import { rounded } from "./fit.ts";
import { metricsOf } from "./metrics.ts";
import { type Names, readNames } from "./names.ts";
import { checkedInWords } from "./nearness.ts";
import { began, publishedSince, type Run, states } from "./runs.ts";

type Summary = NonNullable<Run["summary"]>;

/** Whether the night was good, at a glance. */
function glance(summary: Summary, before: Run | undefined): Html {
  const { slotsFilled, slotsWanted, worstFit } = summary;
  const was = before?.summary;
  return html`<div class="notice">
    <p>
      <strong>${slotsFilled} of ${counted(slotsWanted, "place")} filled.</strong>
      ${was && `The run before filled ${was.slotsFilled} of ${was.slotsWanted}.`}
    </p>
    ${worstFit !== null && html`<p>The worst fit proposed is ${rounded(worstFit)} of 100.</p>`}
    <p>${checkedInWords(summary)}</p>
  </div>`;
}

/** Pins and rules set aside that the run could not follow, each with why. */
const unfollowed = ({ unfollowed: all }: Summary, names: Names, isBroker: boolean): Html | undefined =>
  all.length === 0
    ? undefined
    : html`<h2>What it could not follow</h2>
        <ul>
          ${all.map(({ requestId, personId, kind, sentence }) => {
            const who = names.person(personId);
            const whom = isBroker
              ? html`<a href="/pages/requests/${requestId}/verdicts/${personId}"
                  >${who} for ${names.wholeRequest(requestId)}</a
                >`
              : who;
            return html`<li>
              ${kind === "pin" ? "The pin of" : "A rule set aside for"} ${whom}: ${names.sentence(sentence)}
            </li>`;
          })}
        </ul>`;

const stages: Readonly<Record<string, string>> = {
  validate: "checking the facts",
  candidates: "finding who could help",
  solve: "matching",
  certify: "checking the answer",
  explain: "explaining",
};

const times = ({ milliseconds, stages: all }: Summary): Html =>
  html`<details>
    <summary>How long it took</summary>
    <dl>
      ${row("Reading", `${milliseconds.read} ms`)}
      ${all.map((each) =>
        row(
          `Of matching, ${stages[each.stage] ?? each.stage}`,
          `${each.milliseconds} ms, ${each.rssMegabytes} MB`,
        ),
      )}
      ${row("Matching in all", `${milliseconds.match} ms`)} ${row("Publishing", `${milliseconds.publish} ms`)}
    </dl>
  </details>`;

function links(
  run: Run,
  isBroker: boolean,
  { before, isLatest }: { before: Run | undefined; isLatest: boolean },
): Html {
  const at = `/pages/match-runs/${run.runId}`;
  return html`<ul>
    ${isBroker && html`<li><a href="${at}/proposals">What it proposes${isLatest && ", to confirm"}</a></li>`}
    ${isBroker && isLatest && html`<li><a href="${at}/waves">Send the most urgent of its proposals in a wave</a></li>`}
    <li><a href="${at}/unmet">Places that stay open, and what would help</a></li>
    <li><a href="${at}/recruits">Where one more practitioner would help most</a></li>
    ${isBroker && before && html`<li><a href="${at}/differences/${before.runId}">What changed since the run before, and why</a></li>`}
    <li><a href="${at}/rotation">What sharing the work out costs</a></li>
    <li><a href="${at}/replay">Make it again, and see whether it gives the same</a></li>
  </ul>`;
}

async function outcomeOf(visit: Visit, run: Run, summary: Summary): Promise<Html> {
  const [{ roles }, { latestRunId }, before, names] = await Promise.all([
    read(visit, "getMe", {}),
    read(visit, "getPartnership", {}),
    publishedSince(visit, { past: run.runId }),
    summary.unfollowed.length > 0 ? readNames(visit, summary.unfollowed) : undefined,
  ]);
  const isBroker = roles.includes("broker");
  return html`${glance(summary, before)}
  ${links(run, isBroker, { before, isLatest: run.runId === latestRunId })}
  ${names && unfollowed(summary, names, isBroker)} ${summary.years.map(metricsOf)} ${times(summary)}`;
}

const doing = {
  planned: "It waits for its turn, which mostly comes within seconds.",
  matching: "It is weighing who could help with what. That mostly takes seconds, in a large area minutes.",
} as const;

const isUnderWay = (state: Run["state"]): state is keyof typeof doing => Object.hasOwn(doing, state);

const notYet = (runId: string, state: keyof typeof doing): Html =>
  html`<div class="notice">
    <p><strong>It is not finished.</strong> ${doing[state]}</p>
    <p><a href="/pages/match-runs/${runId}">Wait for it, up to ten seconds at a time</a></p>
  </div>`;

const [looks, apartMs] = [20, 500];

/** The run, once it is finished or ten seconds have passed: a page that reloads itself would take readers' place away. */
async function runSoon(visit: Visit): Promise<Run> {
  const params = { runId: visit.part("runId") };
  let run: Run = await read(visit, "getRun", { params });
  for (let look = 1; look < looks && isUnderWay(run.state); look += 1) {
    await setTimeout(apartMs);
    run = await read(visit, "getRun", { params });
  }
  return run;
}

/** One run: whether it was good, and where to go on. */
export const runPage = work({
  async show(visit) {
    const run = await runSoon(visit);
    const { summary, state } = run;
    return headed(
      `Match run of ${longDate(run.plannedAt)}`,
      html`${state === "published" && summary && (await outcomeOf(visit, run, summary))}
        ${isUnderWay(state) && notYet(run.runId, state)}
        <h2>The run itself</h2>
        <dl>
          ${row("State", states[state])} ${row("Begun", began[run.trigger])}
          ${run.failure !== null && row("Why it failed", run.failure)}
          ${summary && row("Looked at", `${counted(summary.requests, "request")}, ${counted(summary.practitioners, "practitioner")}`)}
          ${summary && row("Engine", summary.engineVersion)}
        </dl>`,
    );
  },
});
