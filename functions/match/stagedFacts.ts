import { gunzipSync, gzipSync } from "node:zlib";
import type { RunId } from "../../shared/domain/ids.ts";
import { sha256 } from "../../shared/runtime/identity.ts";
import { runInputs, runInputsOf } from "../../shared/store/rows/runs.ts";
import type { Store } from "../../shared/store/store.ts";
import type { RunFacts } from "./runRows.ts";
import { StagedFacts } from "./stagedSchema.ts";

/** Characters in one row: DynamoDB takes rows of up to 400 kB. */
export const largestPart = 300_000;

/** Facts as text that can be stored in parts. */
export const packed = (facts: RunFacts): string => gzipSync(JSON.stringify(facts)).toString("base64");
/** The facts in such a text; raises when it was not written by `packed`. */
export const unpacked = (base64: string): RunFacts =>
  StagedFacts.parse(JSON.parse(gunzipSync(Buffer.from(base64, "base64")).toString()));

/** Stages the facts of a run and answers the digest under which they stand. */
export async function stageFacts(store: Store, runId: RunId, facts: RunFacts): Promise<string> {
  const text = packed(facts);
  const digest = sha256(text);
  const parts = Math.ceil(text.length / largestPart);
  const rows = Array.from({ length: parts }, (_, part) => {
    const base64 = text.slice(part * largestPart, (part + 1) * largestPart);
    return { runId, digest, part, parts, base64 };
  });
  await store.stage(runInputs, rows);
  return digest;
}

/** The facts that a run staged; a missing part is a bug and raises. */
export async function stagedFacts(store: Store, runId: RunId, digest: string): Promise<RunFacts> {
  const rows = await store.all(runInputsOf(runId, digest));
  const text = rows.map(({ base64 }) => base64).join("");
  if (sha256(text) !== digest) throw new Error(`The facts of ${runId} are not as they were staged`);
  return unpacked(text);
}
