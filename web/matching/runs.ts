import { counted } from "../../shared/domain/counted.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { button, type Form, formNamed, formWith } from "../form.ts";
import { headed } from "../headed.ts";
import { away, html, type Html } from "../html.ts";
import { nextPart, partAsked } from "../paging.ts";
import { work } from "../serving.ts";
import { attempt, type Ending, read, type Trouble, troubleOf, type Visit } from "../visit.ts";
import { timesApart } from "../words.ts";

export type Run = AnswerOf<"getRun">;

export const began = { night: "by night", broker: "by a broker", refusal: "after a refusal" } as const;
export const states = {
  planned: "planned",
  matching: "at work",
  published: "finished",
  failed: "failed: it published nothing",
} as const;

const came = ({ summary }: Run): string =>
  summary ? `, ${summary.slotsFilled} of ${counted(summary.slotsWanted, "place")} filled` : "";

const isPublished = ({ state }: Run): boolean => state === "published";

/** Where in the list of runs, newest first, to begin: from a cursor on, and past a run. */
interface Since {
  readonly cursor?: string;
  readonly past?: string;
}

/** The first run from there on that has published something. */
export async function publishedSince(visit: Visit, since: Since): Promise<Run | undefined> {
  let isPast = since.past === undefined;
  let cursor: string | null = since.cursor ?? null;
  do {
    const query = { limit: 50, ...(cursor === null ? {} : { cursor }) };
    const page: AnswerOf<"listRuns"> = await read(visit, "listRuns", { query });
    for (const run of page.items) {
      if (isPast && isPublished(run)) return run;
      isPast ||= run.runId === since.past;
    }
    cursor = page.nextCursor;
  } while (cursor !== null);
  return undefined;
}

function itemOf(run: Run, when: string, before: Run | undefined): Html {
  const at = `/pages/match-runs/${run.runId}`;
  return html`<li>
    <a href="${at}">${when}</a>, ${began[run.trigger]}: ${states[run.state]}${came(run)}
    ${
      before &&
      isPublished(run) &&
      html`<br /><a href="${at}/differences/${before.runId}"
          >What changed since the run before${away(when)}</a
        >`
    }
  </li>`;
}

const startForm = (form: Form): Html =>
  html`<p>
      One is made each night. Start one now to see what comes of what you changed: it proposes, and tells
      nobody but brokers.
    </p>
    ${formWith(form, undefined, button("Start a match run now"))}`;

async function show(visit: Visit, trouble?: Trouble): Promise<Ending> {
  const query = partAsked(visit, 30);
  const [{ items, nextCursor }, { roles }] = await Promise.all([
    read(visit, "listRuns", { query }),
    read(visit, "getMe", {}),
  ]);
  const isBroker = roles.includes("broker");
  const next = isBroker && nextCursor !== null && (await publishedSince(visit, { cursor: nextCursor }));
  const known = next ? [...items, next] : items;
  const before = (index: number): Run | undefined =>
    isBroker ? known.slice(index + 1).find(isPublished) : undefined;
  const whenOf = timesApart(items.map(({ plannedAt }) => plannedAt));
  return headed(
    "Match runs",
    html`${isBroker && startForm(formNamed("start", visit, trouble))}
      <p>Newest first. Only the latest can be confirmed.</p>
      ${
        items.length === 0
          ? html`<p>There are none yet. The first comes tonight.</p>`
          : html`<ul>
              ${items.map((each, index) => itemOf(each, whenOf(each.plannedAt), before(index)))}
            </ul>`
      }
      ${nextPart("/pages/match-runs", nextCursor)}`,
    { trouble },
  );
}

/** Match runs, newest first; brokers start one. */
export const runsPage = work({
  show,
  async answer(visit) {
    const started = await attempt(visit, "startRun", {});
    return started.kind === "refused"
      ? troubleOf(started)
      : { kind: "go", to: `/pages/match-runs/${started.body.runId}` };
  },
});
