import { gunzipSync, gzipSync } from "node:zlib";
import * as z from "zod";
import type { RunId } from "../../shared/domain/ids.ts";
import { engineVersion } from "../../shared/matching/match.ts";
import type { ProofCase } from "../../shared/matching/certificate/proof.ts";
import type { SolvedParts } from "../../shared/matching/solve/memory.ts";
import { sha256 } from "../../shared/runtime/identity.ts";
import { solvedParts, solvedPartsOf } from "../../shared/store/rows/runs.ts";
import type { Store } from "../../shared/store/store.ts";
import { largestPart } from "./stagedFacts.ts";

const Numbers = z.array(z.number()).transform((numbers) => Float64Array.from(numbers));
const Total = z.string().transform(BigInt);

const Proof: z.ZodType<ProofCase> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("prices"), requestPrice: Numbers, groupPrice: Numbers }),
    z.strictObject({ kind: z.literal("split"), pair: z.int(), without: Proof, taking: Proof }),
    z.strictObject({
      kind: z.literal("ceiling"),
      unit: z.number(),
      fineness: z.int(),
      price: z.number(),
      count: Proof,
      rest: Proof,
    }),
  ]),
);

const Taken = z.array(z.int()).transform((taken) => Uint8Array.from(taken));
const Whole = z.array(z.int()).transform((numbers) => Int32Array.from(numbers));

const Solved = z.strictObject({
  taken: Taken,
  objective: Total,
  bound: Total,
  proof: Proof,
  slotPrice: Numbers,
});

const Ladder = z.strictObject({
  first: z.strictObject({
    scale: z.number(),
    parts: z.array(z.strictObject({ requests: Whole, groups: Whole, proof: Proof })),
  }),
  rungs: z.array(
    z.strictObject({
      level: z.int(),
      requests: Whole,
      groups: Whole,
      scale: z.number(),
      penalties: z.array(z.tuple([z.int(), z.number()])).transform((pairs) => new Map(pairs)),
      proof: Proof,
    }),
  ),
});

const Climbed = z.strictObject({
  taken: Taken,
  ladder: Ladder.nullable(),
  work: z.number(),
  workAllowed: z.number(),
  placesProven: z.int(),
});

/** Answers of parts as they are staged; those of another engine are of no use to this one. */
const StagedParts = z.strictObject({
  engineVersion: z.string(),
  parts: z.record(z.string(), z.union([Solved, Climbed])),
});

/** Lists typed arrays as numbers, maps as pairs, and writes totals out: JSON gives every double back as it was. */
const asJson = (_name: string, value: unknown): unknown => {
  if (typeof value === "bigint") return `${value}`;
  if (value instanceof Map) return Array.from(value);
  return value instanceof Float64Array || value instanceof Uint8Array || value instanceof Int32Array
    ? Array.from(value)
    : value;
};

/** Stages the answers of a run's parts: whoever works on the run stages the same. */
export async function stageSolvedParts(store: Store, runId: RunId, parts: SolvedParts): Promise<void> {
  if (parts.size === 0) return;
  const text = gzipSync(JSON.stringify({ engineVersion, parts: Object.fromEntries(parts) }, asJson)).toString(
    "base64",
  );
  const digest = sha256(text);
  const count = Math.ceil(text.length / largestPart);
  const rows = Array.from({ length: count }, (_, part) => {
    const base64 = text.slice(part * largestPart, (part + 1) * largestPart);
    return { runId, digest, part, parts: count, base64 };
  });
  await store.stage(solvedParts, rows);
}

/** The answers of parts that runs staged: none of a run that staged none, not all of them, or for another engine. */
export async function solvedPartsIn(store: Store, runIds: readonly RunId[]): Promise<SolvedParts> {
  const lists = await Promise.all(runIds.map((runId) => store.all(solvedPartsOf(runId))));
  return new Map(
    lists.flatMap((rows) => {
      const text = rows.map(({ base64 }) => base64).join("");
      if (rows.length === 0 || sha256(text) !== rows[0]?.digest) return [];
      const staged = StagedParts.safeParse(JSON.parse(gunzipSync(Buffer.from(text, "base64")).toString()));
      return staged.success && staged.data.engineVersion === engineVersion
        ? Object.entries(staged.data.parts)
        : [];
    }),
  );
}
