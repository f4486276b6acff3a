import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Actor, AuditEntry, firstBrokenLink, nextEntry } from "./audit.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

const name = fc.stringMatching(/^[a-z]{1,8}$/);
const steps = fc.array(
  fc.record({
    at: fc
      .date({ min: new Date(0), max: new Date("2090-01-01"), noInvalidDate: true })
      .map((at) => at.toISOString()),
    actor: fc.record({ role: fc.constantFrom(...Actor.shape.role.options), account: name }),
    action: name,
    facts: fc.dictionary(name, fc.oneof(name, fc.integer(), fc.boolean(), fc.constant(null))),
  }),
  { minLength: 1, maxLength: 8 },
);
type Step = Parameters<typeof nextEntry>[1];

const chainOf = (all: readonly Omit<Step, "chain">[]): AuditEntry[] => {
  const entries: AuditEntry[] = [];
  for (const step of all) entries.push(nextEntry(entries.at(-1), { ...step, chain: "request:1" }, sha256));
  return entries;
};

const anyChain = steps.map(chainOf);
const longChain = steps.filter((all) => all.length > 1).map(chainOf);

describe("the chain of a trail", () => {
  test("holds as it was written", () => {
    fc.assert(
      fc.property(anyChain, (entries) => {
        expect(firstBrokenLink(entries, sha256)).toBeUndefined();
      }),
    );
  });

  test("an entry in which any one byte was changed is found, or no longer reads as an entry", () => {
    fc.assert(
      fc.property(
        anyChain,
        fc.record({ which: fc.nat(), where: fc.nat(), code: fc.integer({ min: 32, max: 126 }) }),
        (entries, { which, where, code }) => {
          const index = which % entries.length;
          const text = JSON.stringify(entries[index]);
          const at = where % text.length;
          const changed = text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1);
          const read = entryIn(changed);
          fc.pre(JSON.stringify(read) !== JSON.stringify(entryIn(text)));
          if (!read) return;
          expect(firstBrokenLink(entries.with(index, read), sha256)).toBe(index + 1);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("an entry taken out of the middle or put elsewhere is found", () => {
    fc.assert(
      fc.property(longChain, fc.nat(), (entries, which) => {
        const index = which % (entries.length - 1);
        const taken = entries.toSpliced(index, 1);
        expect(firstBrokenLink(taken, sha256)).toBe(index + 1);
        const moved = [...taken, ...entries.slice(index, index + 1)];
        expect(firstBrokenLink(moved, sha256)).toBe(index + 1);
      }),
    );
  });

  test("an entry forged with a hash of its own breaks the link to the one after it", () => {
    fc.assert(
      fc.property(longChain, fc.nat(), (entries, which) => {
        const index = which % (entries.length - 1);
        const [entry] = entries.slice(index, index + 1);
        if (!entry) throw new Error("The index lies within the chain");
        const forged = nextEntry(entries[index - 1], { ...entry, action: `${entry.action}x` }, sha256);
        expect(firstBrokenLink(entries.with(index, forged), sha256)).toBe(index + 2);
      }),
    );
  });

  test("the order in which facts are given makes no difference to the hash", () => {
    const step = {
      chain: "c",
      at: "2026-01-05T09:00:00.000Z",
      action: "a",
      actor: { role: "broker", account: "b" },
    } as const;
    const one = nextEntry(undefined, { ...step, facts: { a: 1, b: 2 } }, sha256);
    const other = nextEntry(undefined, { ...step, facts: { b: 2, a: 1 } }, sha256);
    expect(one.hash).toBe(other.hash);
  });
});

function entryIn(text: string): AuditEntry | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return AuditEntry.safeParse(value).data;
  } catch {
    return undefined;
  }
}
