import { expect, test } from "vitest";
import { type Decision, decisionsKept, keepDecision } from "./decision.ts";

const decision = (index: number): Decision => ({
  at: "2026-01-12T09:00:00.000Z",
  by: "broker-1",
  action: "person-pinned",
  reason: `Reason ${index}`,
});

test("a row keeps the last hundred decisions in their order, and the oldest goes first", () => {
  const all = Array.from({ length: decisionsKept + 3 }, (_, index) => decision(index));
  const start: { readonly name: string; readonly decisions: readonly Decision[] } = {
    name: "a row",
    decisions: [],
  };
  const row = all.reduce((before, each) => keepDecision(before, each), start);
  expect(row).toEqual({ name: "a row", decisions: all.slice(3) });
});
