import { expect, test } from "vitest";
import { closed, known } from "../../../test/harness/someoneKnown.ts";
import type { AuditEntry } from "../audit.ts";
import { withoutPerson } from "./erasedFrom.ts";

const by = "account-of-the-broker";
const decided = (action: string, seconds: number, reason: string) => ({
  at: `2026-11-02T08:00:0${seconds}.000Z`,
  by,
  action,
  reason,
});
const step = (action: string, seconds: number): AuditEntry => ({
  chain: `request:${closed.requestId}`,
  sequence: 1,
  at: `2026-11-02T08:00:0${seconds}.100Z`,
  actor: { role: "broker", account: by },
  action,
  facts: { personId: known.personId },
  previousHash: "",
  hash: "",
});

test("of what a broker decided within seconds, only what was decided about the person loses its reason", () => {
  const decisions = [
    decided("person-pinned", 0, "about another"),
    decided("person-pinned", 2, "about them"),
    decided("request-opened", 3, "about nobody"),
    decided("counter-taken", 8, "about their counter"),
  ];
  const steps = [step("person-pinned", 2), step("counter-settled", 8)];
  const left = withoutPerson({ ...closed, decisions }, { personId: known.personId, steps });
  expect(left.decisions.map(({ reason }) => reason)).toEqual(["about another", "", "about nobody", ""]);
});
