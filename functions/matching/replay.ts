import type { RunId } from "../../shared/domain/ids.ts";
import { canonicalText } from "../../shared/matching/runs/canonical.ts";
import { replay } from "../../shared/matching/runs/replay.ts";
import { sha256 } from "../../shared/runtime/identity.ts";
import { isRefusal } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { proposalsOf, unmetOf } from "../../shared/store/rows/runs.ts";
import type { Store } from "../../shared/store/store.ts";
import { answerOf, type RunAnswer } from "../match/answer.ts";
import { publishedWithFacts } from "./publishedRun.ts";

/** One text for rows, whatever their order. */
const textOf = (rows: readonly object[]): string => rows.map(canonicalText).toSorted().join("\n");

/** Whether the database holds the rows of an answer, all of them and no others. */
async function isStored(store: Store, runId: RunId, { proposals, unmet }: RunAnswer): Promise<boolean> {
  const [storedProposals, storedUnmet] = await Promise.all([
    store.all(proposalsOf(runId)),
    store.all(unmetOf(runId)),
  ]);
  return textOf(storedProposals) === textOf(proposals) && textOf(storedUnmet) === textOf(unmet);
}

export const replayRun: Handler<"replayRun"> = async ({ params }, { store }) => {
  const { runId } = params;
  const published = await publishedWithFacts(store, runId);
  if (isRefusal(published)) return published;
  const { facts, summary } = published;
  const { engineVersion, inputDigest, resultDigest } = summary;
  const sealed = { engineVersion, inputDigest, resultDigest: resultDigest ?? "" };
  const again = replay(
    facts.years.map(({ input }) => input),
    sealed,
    sha256,
  );
  if (again.kind === "invalid-input") throw new Error("A published run has facts that cannot be used");
  const { results, seal, isIdentical } = again;
  const years = facts.years.flatMap((year, at) => {
    const result = results[at];
    return result ? [{ ...year, result }] : [];
  });
  return {
    status: 200,
    body: {
      runId,
      isIdentical,
      rowsAreIdentical: await isStored(store, runId, answerOf(runId, facts, years)),
      engineVersion: { published: engineVersion, now: seal.engineVersion },
      inputDigest: { published: inputDigest, now: seal.inputDigest },
      resultDigest: { published: resultDigest, now: seal.resultDigest },
    },
  };
};
