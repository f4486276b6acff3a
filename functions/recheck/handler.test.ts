import { describe, expect, test } from "vitest";
import { SchoolUrn } from "../../shared/domain/ids.ts";
import type { SchoolSuccession } from "../../shared/domain/schools/registerFacts.ts";
import { SchoolFacts } from "../../shared/store/rows/partnership.ts";
import { someSchool } from "../../test/harness/rows.ts";
import { is, work, urn, supported, after } from "../../test/harness/workUnderRegisters.ts";

const single: SchoolSuccession = {
  outcome: "single",
  steps: [{ urn: SchoolUrn.parse("100004"), on: "2026-09-01" }],
  choices: [],
  evidence: [],
  decision: null,
};

describe("work at a school that a register changed", () => {
  test("becomes one task when the school academised, told to brokers alone, and goes on", async () => {
    const { raised, told, trail } = await after([supported({}), supported({ urn, trustCode: "7001" })]);
    expect(raised).toMatchObject([
      { kind: "payer-changed", side: "supported", urnBefore: "100002", urnAfter: urn, importId: is },
    ]);
    expect(told).toEqual([["school-changed", [{ to: "brokers" }]]]);
    expect(trail).toEqual(["school-changed"]);
  });

  test("has its conflicts looked for again, as a task of their own: both schools are in one trust now", async () => {
    const home = { trustCode: "7001" };
    const { raised, told } = await after([supported({}, home), supported({ urn, trustCode: "7001" }, home)]);
    const evidence = [work.schoolId, work.homeSchoolId].map((of) => ({
      record: "membership",
      of,
      what: "trust 7001",
      from: null,
      to: null,
    }));
    expect(raised).toMatchObject([
      { kind: "payer-changed" },
      {
        kind: "conflict",
        conflicts: [{ rule: "same-trust", why: expect.stringContaining("7001"), evidence }],
      },
    ]);
    expect(told).toHaveLength(1);
  });

  test("becomes a task when the home school joins the supported school's trust or falls into a category of concern", async () => {
    const own = { trustCode: "7001" };
    const joined = await after([supported(own), supported(own, { trustCode: "7001" })]);
    expect(joined.raised).toMatchObject([
      { kind: "conflict", side: "home", schoolId: work.homeSchoolId, conflicts: [{ rule: "same-trust" }] },
    ]);
    const concern = {
      category: "special-measures" as const,
      since: "2026-08-01",
      publishedOn: null,
      framework: null,
    };
    const concerned = await after([supported({}), supported({}, { concern })]);
    expect(concerned.raised).toMatchObject([
      { kind: "conflict", conflicts: [{ rule: "home-school-in-concern" }] },
    ]);
  });

  test("becomes a task when memberships say that both schools were in one umbrella trust until of late", async () => {
    const umbrella = { kind: "umbrella-trust", code: "77", name: "Shelter", from: "2019-09-01" } as const;
    const supportedNow = { memberships: [{ ...umbrella, to: null }] };
    const home = { memberships: [{ ...umbrella, to: "2026-06-30" }] };
    const { raised } = await after([supported({}), supported(supportedNow, home)]);
    const what = "umbrella-trust Shelter (77)";
    const evidence = [
      { of: work.schoolId, what, from: "2019-09-01", to: null },
      { of: work.homeSchoolId, what, to: "2026-06-30" },
    ];
    expect(raised).toMatchObject([{ kind: "conflict", conflicts: [{ rule: "same-umbrella", evidence }] }]);
    const long = { memberships: [{ ...umbrella, to: "2024-06-30" }] };
    expect((await after([supported({}), supported(supportedNow, long)])).raised).toEqual([]);
  });

  test("is judged as the school that took over, where the supported one closed and the other is a member", async () => {
    const closed = { status: "closed" as const, succession: single };
    const before = supported({}, { federationCode: "55" });
    const third = SchoolFacts.parse({ ...someSchool(3), urn: "100004", federationCode: "55" });
    const now_ = [...supported(closed, { federationCode: "55" }).slice(0, 2), third];
    const { raised } = await after([before, now_]);
    expect(raised).toMatchObject([
      { kind: "payer-changed" },
      { kind: "conflict", conflicts: [{ rule: "same-federation" }] },
    ]);
  });

  test("is judged by the import that the event names, whatever came after it", async () => {
    const home = { trustCode: "7001" };
    const joined = supported({ urn, trustCode: "7001" }, home);
    const { raised } = await after([supported({}, home), supported({ urn }, home), joined]);
    expect(raised.map(({ kind }) => kind)).toEqual(["payer-changed"]);
  });
});
