import { describe, expect, it } from "vitest";
import { numbered } from "../../test/harness/rows.ts";
import type { AuditEntry } from "./audit.ts";
import { auditEntryFor, salted, unmetFor } from "./discreet.ts";
import { UnmetNeed } from "./runs/run.ts";
import { RunId } from "./ids.ts";

const relaxationOf = (relaxation: string) => ({ relaxation, sentence: relaxation, gain: 1 });
const need = UnmetNeed.parse({
  runId: RunId.parse("run_00000001"),
  requestId: numbered.request(1),
  schoolId: numbered.school(1),
  slots: 1,
  binding: { constraint: "declared-reason", sentence: "2 could help: 1 for a declared reason" },
  relaxations: ["without-home-school-in-concern", "without-phase"].map(relaxationOf),
  refusals: [
    { rule: "declared-reason", people: 1 },
    { rule: "phase", people: 1 },
  ],
});

describe("an unmet need as it is seen", () => {
  it("is whole for a broker", () => {
    expect(unmetFor({ roles: ["director", "broker"] }, need)).toEqual(need);
  });

  it("tells a director neither of a declared reason nor of a category of concern, and all else", () => {
    const seen = unmetFor({ roles: ["director"] }, need);
    expect(JSON.stringify(seen)).not.toMatch(/declared|concern/);
    expect(seen).toMatchObject({
      slots: 1,
      binding: { constraint: "refused" },
      relaxations: [{ relaxation: "without-phase" }],
      refusals: [{ rule: "phase", people: 1 }],
    });
  });

  it("keeps its sentence for a director where no such rule refused", () => {
    const plain = {
      ...need,
      binding: { constraint: "phase", sentence: "1 could help, but works in another phase." },
      refusals: [{ rule: "phase", people: 1 }],
    };
    expect(unmetFor({ roles: ["director"] }, plain).binding).toEqual(plain.binding);
  });
});

describe("an entry of a trail as it is seen", () => {
  const entry = (facts: AuditEntry["facts"]) => ({
    chain: "request:req_00000001",
    sequence: 1,
    at: "2026-01-12T09:00:00.000Z",
    actor: { role: "broker", account: "broker-1" } as const,
    action: "rule-set-aside",
    facts,
    previousHash: "0",
    hash: "1",
  });

  it.each([
    { rule: "home-school-in-concern" },
    { setAside: "phase home-school-in-concern" },
    { inCategoryOfConcern: false },
    { reason: "conflict-of-interest" },
  ])("names %o to a broker, to a director that there was something, and is salted", (facts) => {
    const told = entry({ ...salted(facts, () => "evt_salt"), requestId: "req_00000001" });
    expect(told.facts).toEqual({ ...facts, salt: "evt_salt", requestId: "req_00000001" });
    expect(auditEntryFor({ roles: ["broker"] }, told)).toEqual(told);
    const [name] = Object.keys(facts);
    expect(auditEntryFor({ roles: ["director"] }, told).facts).toEqual({
      [name ?? ""]: null,
      salt: null,
      requestId: "req_00000001",
    });
  });

  it("names other rules, and kinds that are of no task, to a director too, unsalted", () => {
    const told = entry(
      salted({ rule: "phase", setAside: "phase too-far", kind: "groups" }, () => "evt_salt"),
    );
    expect(auditEntryFor({ roles: ["director"] }, told)).toEqual(told);
    expect(told.facts).not.toHaveProperty("salt");
    const ofTask = entry({ taskId: "tsk_00000001", kind: "conflict" });
    expect(auditEntryFor({ roles: ["director"] }, ofTask).facts).toEqual({
      taskId: "tsk_00000001",
      kind: null,
    });
  });
});
