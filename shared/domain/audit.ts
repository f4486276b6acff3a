import * as z from "zod";

/** Who acted: a role and an opaque account or worker name, never a person's name. */
export const Actor = z.strictObject({
  role: z.enum(["broker", "director", "school", "practitioner", "service"]),
  account: z.string().min(1).max(120),
});
export type Actor = z.infer<typeof Actor>;

/** What has a trail of its own; `functions/trails` verifies each. */
export type ChainKind = "partnership" | "request" | "run" | "person";
/** Whose trail a step stands in. */
export type Chain = "partnership" | `${Exclude<ChainKind, "partnership">}:${string}`;

/** One step of one chain: opaque ids and codes only, so that erasing a person never breaks the chain. */
export const AuditEntry = z.object({
  chain: z.string(),
  sequence: z.int().min(1),
  at: z.iso.datetime(),
  actor: Actor,
  action: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  previousHash: z.string(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** The hash that stands before the first entry of every chain. */
export const chainStart = "0".repeat(64);

type Digest = (text: string) => string;

const hashOf = (entry: Omit<AuditEntry, "hash">, digest: Digest): string => {
  const { chain, sequence, at, actor, action, facts, previousHash } = entry;
  const sorted = Object.keys(facts)
    .toSorted()
    .map((key) => [key, facts[key]]);
  return digest(
    JSON.stringify([chain, sequence, at, actor.role, actor.account, action, sorted, previousHash]),
  );
};

/** The next entry of a chain, bound to the one before it by its hash. `digest` is SHA-256 as hexadecimal. */
export function nextEntry(
  last: AuditEntry | undefined,
  step: Pick<AuditEntry, "chain" | "at" | "actor" | "action" | "facts">,
  digest: Digest,
): AuditEntry {
  const entry = {
    ...step,
    sequence: (last?.sequence ?? 0) + 1,
    previousHash: last?.hash ?? chainStart,
  };
  return { ...entry, hash: hashOf(entry, digest) };
}

/** The sequence number of the first entry that was changed, removed or forged, or undefined when all hold. */
export function firstBrokenLink(entries: readonly AuditEntry[], digest: Digest): number | undefined {
  let previousHash = chainStart;
  for (const [index, entry] of entries.entries()) {
    const holds =
      entry.sequence === index + 1 &&
      entry.previousHash === previousHash &&
      entry.hash === hashOf(entry, digest);
    if (!holds) return index + 1;
    previousHash = entry.hash;
  }
  return undefined;
}
