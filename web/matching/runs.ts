import type { AnswerOf } from "../../shared/runtime/client.ts";
import { headed } from "../headed.ts";
import { html, type Html, row } from "../html.ts";
import { nextPart, partAsked } from "../paging.ts";
import { work } from "../serving.ts";
import { read } from "../visit.ts";
import { dateAndTime, longDate } from "../words.ts";

type Run = AnswerOf<"getRun">;

const began = { night: "by night", broker: "by a broker", refusal: "after a refusal" } as const;
const states = {
  planned: "planned",
  matching: "at work",
  published: "finished",
  failed: "failed: it published nothing",
} as const;

const came = ({ summary }: Run): string =>
  summary ? `, ${summary.slotsFilled} of ${summary.slotsWanted} places filled` : "";

const itemOf = (run: Run): Html =>
  html`<li>
    <a href="/pages/match-runs/${run.runId}">${dateAndTime(run.plannedAt)}</a>, ${began[run.trigger]}:
    ${states[run.state]}${came(run)}
  </li>`;

/** Match runs, newest first. */
export const runsPage = work({
  async show(visit) {
    const query = partAsked(visit, 30);
    const { items, nextCursor } = await read(visit, "listRuns", { query });
    return headed(
      "Match runs",
      html`<p>Newest first. Only the latest can be confirmed.</p>
        ${
          items.length === 0
            ? html`<p>There are none yet. The first comes tonight.</p>`
            : html`<ul>
                ${items.map(itemOf)}
              </ul>`
        }
        ${nextPart("/pages/match-runs", nextCursor)}`,
    );
  },
});

const isProven = ({ gap, certified }: NonNullable<Run["summary"]>): string =>
  !certified
    ? "This run was not checked."
    : gap === 0
      ? "Checked by itself, and proven: no answer is better by the policy."
      : `Checked by itself; at most ${(gap * 100).toFixed(2)} % better may exist.`;

/** One run: what came of it, and where to go on. */
export const runPage = work({
  async show(visit) {
    const params = { runId: visit.part("runId") };
    const [run, me, { latestRunId }] = await Promise.all([
      read(visit, "getRun", { params }),
      read(visit, "getMe", {}),
      read(visit, "getPartnership", {}),
    ]);
    const at = `/pages/match-runs/${run.runId}`;
    const { summary } = run;
    const title = `Match run of ${longDate(run.plannedAt)}`;
    return headed(
      title,
      html`<dl>
          ${row("State", states[run.state])} ${row("Begun", began[run.trigger])}
          ${run.failure !== null && row("Why it failed", run.failure)}
          ${summary && row("Places filled", `${summary.slotsFilled} of ${summary.slotsWanted}`)}
          ${summary && row("Looked at", `${summary.requests} requests, ${summary.practitioners} practitioners`)}
          ${summary && row("How good it is", isProven(summary))}
        </dl>
        ${
          run.state === "published" &&
          html`<ul>
            ${me.roles.includes("broker") && html`<li><a href="${at}/proposals">What it proposes${run.runId === latestRunId && ", to confirm"}</a></li>`}
            <li><a href="${at}/unmet">Places that stay open, and what would help</a></li>
            <li><a href="${at}/recruits">Where one more practitioner would help most</a></li>
          </ul>`
        }
        <p><a href="/pages/match-runs">All match runs</a></p>`,
    );
  },
});
