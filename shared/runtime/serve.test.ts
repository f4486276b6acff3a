import { describe, expect, it } from "vitest";
import * as z from "zod";
import { eventOf, type MemoryWorld, memoryWorld } from "../../test/store/memoryWorld.ts";
import { routes } from "../contract/manifest.ts";
import { Problem } from "../contract/problems.ts";
import type { MatchingInForce } from "../domain/runs/matchingPolicy.ts";
import { Partnership, startingPolicies } from "../domain/partnership.ts";
import { PartnershipId, RunId } from "../domain/ids.ts";
import { plannedRun } from "../domain/runs/run.ts";
import { UnreadableCursorError } from "../store/cursor.ts";
import { partnerships } from "../store/rows/partnership.ts";
import { runList, runs } from "../store/rows/runs.ts";
import { create } from "../store/store.ts";
import { notFound, refuse } from "./refusal.ts";
import { type Handler, serve } from "./serve.ts";
import type { Served } from "./served.ts";
import { type PublicHandler, serveInPublic } from "./serveInPublic.ts";

const claims = { sub: "account-1", partnership: "par_aaaaaaaa", roles: "broker" };
const broker = PartnershipId.parse(claims.partnership);

const answerOf = async (served: Served, more: Partial<Parameters<typeof eventOf>[0]> = {}) => {
  const { method, path } = served.route;
  const answer = await served.handler(eventOf({ method, path, claims, ...more }));
  const body: unknown = JSON.parse(answer.body ?? "null");
  return { ...answer, body };
};
const problemOf = async (...asked: Parameters<typeof answerOf>) => {
  const { statusCode, headers, body } = await answerOf(...asked);
  expect(headers).toMatchObject({ "content-type": "application/problem+json" });
  return { statusCode, ...Problem.parse(body) };
};

/** Plans a run, as the broker's door does: a creating POST that takes an Idempotency-Key. */
const startRun =
  (world: MemoryWorld): Handler<"startRun"> =>
  async (_, { act, actor }) => {
    const runId = world.fresh(RunId);
    const run = plannedRun({ runId, trigger: "broker", startedBy: actor.account, plannedAt: world.now() });
    return act(async () => ({
      reply: { status: 202, body: run },
      action: { chain: `run:${runId}`, action: "run-planned", actor, writes: [create(runs, run)] },
    }));
  };
const runsOf = async (world: MemoryWorld) => world.storeFor(broker).all(runList);

describe("a door", () => {
  const health = (answer: PublicHandler<"health">, world = memoryWorld()) =>
    serveInPublic({ world, routes }, "health", answer);

  it("answers as the manifest declares, with headers that keep the answer to the one who asked", async () => {
    const served = health(async () => ({ status: 200, body: { status: "ok", version: "1" } }));
    const answer = await answerOf(served);
    expect(answer).toMatchObject({
      statusCode: 200,
      body: { status: "ok", version: "1" },
      headers: {
        "content-type": "application/json",
        "cache-control": "no-store",
        "content-security-policy": expect.stringMatching(/^default-src 'none';.* frame-ancestors 'none'$/),
        "x-content-type-options": "nosniff",
        "x-request-id": "request-1",
      },
    });
  });

  it("answers only what came through the edge, where there is one, also while its secret is turned", async () => {
    const world = { ...memoryWorld(), originSecrets: ["the present secret", "the former secret"] };
    const served = health(async () => ({ status: 200, body: { status: "ok", version: "1" } }), world);
    const shown = (secret?: string) =>
      answerOf(served, secret === undefined ? {} : { headers: { "x-origin-secret": secret } });
    for (const secret of world.originSecrets)
      expect(await shown(secret)).toMatchObject({ statusCode: 200, body: { status: "ok" } });
    for (const secret of [undefined, "", "another secret", "the present secret "])
      expect(await shown(secret)).toMatchObject({ statusCode: 403, body: { status: 403 } });
  });

  it("that answers with an undeclared status answers 500, and says nothing of what went wrong", async () => {
    const world = memoryWorld();
    const undeclared: unknown = { status: 418, body: { secret: "canary" } };
    const reply = z.custom<{ status: 200; body: { status: "ok"; version: string } }>().parse(undeclared);
    const problem = await problemOf(health(async () => reply, world));
    expect(problem).toMatchObject({ statusCode: 500, type: "urn:area-brokerage:problem:internal" });
    expect(JSON.stringify(problem)).not.toMatch(/canary|418|health/);
    expect(world.logged.map((each) => each.code)).toEqual(["unexpected-error", "request-served"]);
  });

  it("whose answer is of another shape than declared answers 500 without it", async () => {
    const wrong = z.custom<{ status: 200; body: { status: "ok"; version: string } }>().parse({
      status: 200,
      body: { status: "canary" },
    });
    const problem = await problemOf(health(async () => wrong));
    expect(problem.status).toBe(500);
    expect(JSON.stringify(problem)).not.toContain("canary");
  });

  it("that breaks answers 500 without the message, which is not logged either", async () => {
    const world = memoryWorld();
    const broken = health(async () => {
      throw new RangeError("canary: somebody's words");
    }, world);
    expect(JSON.stringify(await problemOf(broken))).not.toMatch(/canary|RangeError/);
    expect(JSON.stringify(world.logged)).not.toContain("canary");
    expect(world.logged[0]).toMatchObject({ code: "unexpected-error", door: "health", error: "RangeError" });
  });

  it("answers an unreadable cursor as a fault of the query", async () => {
    const served = health(async () => {
      throw new UnreadableCursorError("No such cursor");
    });
    expect(await problemOf(served)).toMatchObject({
      statusCode: 422,
      errors: [{ parameter: "cursor", detail: "No such cursor" }],
    });
  });

  it("never shows attributes that were planted in a row", async () => {
    const world = memoryWorld();
    const matching: MatchingInForce = {
      fairness: "total-fit",
      rotationCostPerLoad: 0,
      stabilityBonus: 0,
      weights: {
        expertise: 100,
        phase: 0,
        context: 0,
        distance: 0,
        availability: 0,
        rotation: 0,
        workingStyle: 0,
      },
      pastEmployerMonths: 0,
      pastMembershipMonths: 0,
      reciprocalYears: 0,
      nearestExpertise: "exact",
    };
    const row = Partnership.parse({
      partnershipId: broker,
      name: "Partnership 1",
      area: "Area 1",
      brokerEmail: "broker@area.example",
      policies: startingPolicies("2026-09-01"),
      latestRunId: null,
      createdAt: world.now(),
      revision: 0,
    });
    const handle: Handler<"getPartnership"> = async (_, { store }) => {
      const found = await store.get(partnerships, {});
      if (!found) return notFound("partnership");
      const planted = { ...found, matching, canary: "planted", pk: "canary" };
      return { status: 200, body: planted };
    };
    const served = serve({ world, routes }, "getPartnership", handle);
    const action = {
      chain: "partnership",
      action: "a",
      actor: { role: "broker", account: "account-1" },
    } as const;
    await world.storeFor(broker).commit({ ...action, writes: [create(partnerships, row)] });
    const { statusCode, body } = await answerOf(served);
    expect(statusCode).toBe(200);
    expect(body).toMatchObject({ name: "Partnership 1" });
    expect(JSON.stringify(body)).not.toMatch(/canary|rowType/);
  });
});

describe("a door that needs a session", () => {
  const served = (world = memoryWorld()) => serve({ world, routes }, "startRun", startRun(world));

  it.each([
    ["nobody", undefined],
    ["somebody in another role", { ...claims, roles: "practitioner" }],
    ["somebody of no partnership", { sub: "account-1", roles: "broker" }],
  ])("refuses %s, and does nothing", async (_, given) => {
    const world = memoryWorld();
    const asked = { method: "POST", path: "/match-runs", ...(given ? { claims: given } : {}) };
    const answer = await served(world).handler(eventOf(asked));
    expect(answer.statusCode).toBe(403);
    expect(await runsOf(world)).toEqual([]);
  });

  it("opens the store of the partnership in the claims, and of no other", async () => {
    const world = memoryWorld();
    await answerOf(served(world), { claims: { ...claims, partnership: "par_bbbbbbbb" } });
    expect(await runsOf(world)).toEqual([]);
    expect(await world.storeFor(PartnershipId.parse("par_bbbbbbbb")).all(runList)).toHaveLength(1);
  });
});

describe("an Idempotency-Key", () => {
  const headers = { "idempotency-key": "key-1" };

  it("gives the same body the same answer, and does the work once", async () => {
    const world = memoryWorld();
    const served = serve({ world, routes }, "startRun", startRun(world));
    const first = await answerOf(served, { headers });
    expect(first.statusCode).toBe(202);
    const again = await answerOf(served, { headers });
    expect([again.statusCode, again.body]).toEqual([first.statusCode, first.body]);
    expect(await runsOf(world)).toHaveLength(1);
  });

  it.each([
    ["body", { body: "{}" }],
    ["address", { path: "/another" }],
    ["query", { query: { preview: "true" } }],
  ])("is refused with another %s, and nothing is done", async (_, more) => {
    const world = memoryWorld();
    const handle = startRun(world);
    await answerOf(serve({ world, routes }, "startRun", handle), { headers });
    // This door takes an empty body in either form: nothing, or an empty object.
    const problem = await problemOf(serve({ world, routes }, "startRun", handle), { headers, ...more });
    expect(problem.type).toContain("idempotency-key-reused");
    expect(await runsOf(world)).toHaveLength(1);
  });

  it("of one account is nothing to another", async () => {
    const world = memoryWorld();
    const served = serve({ world, routes }, "startRun", startRun(world));
    await answerOf(served, { headers });
    const other = await answerOf(served, { headers, claims: { ...claims, sub: "account-2" } });
    expect(other.statusCode).toBe(202);
    expect(await runsOf(world)).toHaveLength(2);
  });

  it("with which a refusal was answered may be used again once the reason is gone", async () => {
    const world = memoryWorld();
    const plan = startRun(world);
    let calls = 0;
    const served = serve({ world, routes }, "startRun", async (input, context) => {
      calls += 1;
      return calls === 1 ? refuse("busy", "Later.") : plan(input, context);
    });
    expect((await answerOf(served, { headers })).statusCode).toBe(409);
    expect((await answerOf(served, { headers })).statusCode).toBe(202);
  });

  it.each(["", "two words", "x".repeat(256), "é"])("of the form %j is refused", async (key) => {
    const world = memoryWorld();
    const served = serve({ world, routes }, "startRun", startRun(world));
    const problem = await problemOf(served, { headers: { "idempotency-key": key } });
    expect(problem.type).toContain("invalid-request");
    expect(await runsOf(world)).toEqual([]);
  });

  it("sent twice at the same moment does the work once, and both hear the same answer", async () => {
    const world = memoryWorld();
    const served = serve({ world, routes }, "startRun", startRun(world));
    const both = await Promise.all([answerOf(served, { headers }), answerOf(served, { headers })]);
    expect(both.map((each) => each.statusCode)).toEqual([202, 202]);
    expect(both[0]?.body).toEqual(both[1]?.body);
    expect(await runsOf(world)).toHaveLength(1);
    expect((await answerOf(served, { headers })).statusCode).toBe(202);
  });
});
