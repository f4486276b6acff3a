import type { AnswerOf } from "../../shared/runtime/client.ts";
import { headed } from "../headed.ts";
import { html, type Html, row } from "../html.ts";
import { work } from "../serving.ts";
import { read } from "../visit.ts";

type Replay = AnswerOf<"replayRun">;

function sameness({ isIdentical, rowsAreIdentical, engineVersion }: Replay): readonly string[] {
  const rows = rowsAreIdentical
    ? "What is on record of it is what it gave."
    : "What is on record of it is not what it gave: tell whoever runs this service.";
  if (isIdentical) return ["It gives the same answer again, to the letter.", rows];
  return engineVersion.published === engineVersion.now
    ? ["It gives another answer with the same engine: tell whoever runs this service.", rows]
    : ["It gives another answer, as another engine is at work now.", rows];
}

const pair = (term: string, { published, now }: Replay["engineVersion"]): Html =>
  row(
    term,
    html`<p>Then: ${published ?? "not kept"}</p>
      <p>Now: ${now}</p>`,
  );

/** Whether a run that is made again from what it knew gives the same answer. */
export const replayPage = work({
  async show(visit) {
    const params = { runId: visit.part("runId") };
    const replay = await read(visit, "replayRun", { params });
    return headed(
      "The match run, made again",
      html`<div class="notice">${sameness(replay).map((each) => html`<p>${each}</p>`)}</div>
        <p>It was made again from what it knew then. Nothing was changed by it.</p>
        <dl>
          ${pair("Engine", replay.engineVersion)} ${pair("Mark of what it knew", replay.inputDigest)}
          ${pair("Mark of what it gave", replay.resultDigest)}
        </dl>
        <p><a href="/pages/match-runs/${params.runId}">The match run</a></p>`,
    );
  },
});
