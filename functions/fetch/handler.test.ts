import { createServer } from "node:http";
import { describe, expect, test } from "vitest";
import { listen } from "../../infra/local/gateway/ports.ts";
import { lambdaContext } from "../../infra/local/lambdaContext.ts";
import { PartnershipId } from "../../shared/domain/ids.ts";
import { listOf } from "../../shared/store/entity.ts";
import { partnerships, plannedImports } from "../../shared/store/rows/partnership.ts";
import { syntheticRegister } from "../../shared/registers/syntheticRegister.ts";
import type { Store } from "../../shared/store/store.ts";
import { somePartnership } from "../../test/harness/rows.ts";
import { memoryWorld } from "../../test/store/memoryWorld.ts";
import { fetchFunction } from "./handler.ts";
import { absent, fileOf, morning, registerText, schools } from "../../test/harness/morningFetch.ts";

const today = "2026-09-01T05:30:00.000Z";
const retried = "2026-09-01T05:33:00.000Z";
const tomorrow = "2026-09-02T05:30:00.000Z";
const previewed = { type: "register-previewed", subject: {} };
const lacking = { type: "register-not-fetched", subject: { registerKinds: ["memberships"] } };

describe("a fetch that comes again", () => {
  test("tells of a preview once, and once a day which files could not be had", async () => {
    const { come, told } = await morning({ establishments: schools, memberships: absent });
    for (const at of [today, retried, retried]) await expect(come(at)).rejects.toThrow("Not every register");
    expect(await told()).toEqual([lacking, previewed]);
    await expect(come(tomorrow)).rejects.toThrow("Not every register");
    expect(await told()).toEqual([lacking, lacking, previewed, previewed]);
  });

  test("tells what the one before it made and could not tell", async () => {
    const { store, come, told } = await morning({ establishments: schools });
    const losing: Store = { ...store, commit: async () => "conflict" };
    await expect(come(today, losing)).rejects.toThrow("Not every register");
    expect(await told()).toEqual([]);
    await come(retried);
    expect(await told()).toEqual([previewed]);
  });
});

describe("a file that several partnerships want", () => {
  const elsewhere = syntheticRegister({ area: "Birmingham", schools: 7, seed: 4 });
  if (elsewhere.kind !== "made") throw new Error("Birmingham is a known area");
  const rows = elsewhere.text.trimEnd().split("\r\n").slice(1);
  const both = fileOf(
    "both.csv",
    `${registerText.trimEnd()}\r\n${rows.map((row) => row.replace(/^90/, "80")).join("\r\n")}\r\n`,
  );

  test("gives each what it would be given alone, and one that fails keeps it from no other", async () => {
    const world = memoryWorld(today);
    const places = ["Sheffield", "Birmingham", "Sheffield"];
    const ids = places.map((_area, at) => PartnershipId.parse(`par_0000000${at}`));
    for (const [at, id] of ids.entries())
      await world.storeFor(id).stage(partnerships, [somePartnership(id, today, { area: places[at] ?? "" })]);
    const failing = (id: PartnershipId): Store => ({
      ...world.storeFor(id),
      ...(id === ids[0] ? { stage: () => Promise.reject(new Error("The table is away")) } : {}),
    });
    const fetched = fetchFunction({
      ...world,
      directory: { ...world.directory, all: async () => ids },
      storeFor: failing,
      registerAddresses: { establishments: both },
    })({}, lambdaContext("fetch"));
    await expect(fetched).rejects.toThrow("Not every register");
    const counts = await Promise.all(
      ids.map(async (id) =>
        (await world.storeFor(id).all(listOf(plannedImports, { partition: "REGISTER-PLANS" }))).map(
          ({ import: { rowsRead, schoolsRead, added } }) => ({ rowsRead, schoolsRead, added }),
        ),
      ),
    );
    expect(counts).toEqual([
      [],
      [{ rowsRead: 12, schoolsRead: 7, added: 7 }],
      [{ rowsRead: 12, schoolsRead: 5, added: 5 }],
    ]);
  });
});

describe("the log of a fetch", () => {
  test("says of which kind a file could not be had or was refused, and why", async () => {
    const server = createServer((_request, response) => response.writeHead(404).end());
    const origin = `http://127.0.0.1:${await listen(server, { port: 0, purpose: "registers" })}`;
    const page = fileOf("page.csv", "<!doctype html><p>Service unavailable</p>");
    const { world, come } = await morning({
      establishments: page,
      groups: `${origin}/groups.csv`,
      memberships: absent,
    });
    await expect(come(today)).rejects.toThrow("Not every register");
    await new Promise((closed) => server.close(closed));
    expect(world.logged).toEqual([
      { code: "register-not-fetched", kind: "memberships", why: "ENOENT", status: null },
      { code: "register-not-fetched", kind: "groups", why: "status", status: 404 },
      expect.objectContaining({
        code: "register-refused",
        kind: "establishments",
        problem: "register-refused",
        row: 1,
      }),
    ]);
  });
});
