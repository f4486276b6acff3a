import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { listen } from "../../infra/local/gateway/ports.ts";
import { lambdaContext } from "../../infra/local/lambdaContext.ts";
import { addDays } from "../../shared/domain/calendar.ts";
import { PartnershipId, RegisterImportId } from "../../shared/domain/ids.ts";
import { startingPolicies } from "../../shared/domain/partnership.ts";
import { derivedId, sha256 } from "../../shared/runtime/identity.ts";
import { listOf } from "../../shared/store/entity.ts";
import {
  partnerships,
  plannedImports,
  registerStagingList,
  schoolFactsOf,
} from "../../shared/store/rows/partnership.ts";
import { outboxList } from "../../shared/store/rows/trail.ts";
import type { RegisterAddresses } from "../../shared/runtime/registerAddresses.ts";
import { findArea } from "../../shared/registers/areas.ts";
import { chunksOf } from "../../shared/registers/namedColumns.ts";
import { nationalRegister } from "../../shared/registers/nationalRegister.ts";
import { syntheticRegister } from "../../shared/registers/syntheticRegister.ts";
import type { Store } from "../../shared/store/store.ts";
import type { Table } from "../../shared/store/table.ts";
import { moments, workUntilKilled } from "../../test/store/killedTable.ts";
import { memoryTable } from "../../test/store/memoryTable.ts";
import { memoryWorld, storesOver } from "../../test/store/memoryWorld.ts";
import { planImport } from "../partnership/planImport.ts";
import { addressOn, type Ask, download } from "./download.ts";
import { fetchFunction } from "./handler.ts";
import { removeStalePreviews } from "./stalePreviews.ts";

const made = syntheticRegister({ area: "Sheffield", schools: 5, seed: 3 });
if (made.kind !== "made") throw new Error("Sheffield is a known area");
const folder = mkdtempSync(join(tmpdir(), "area-brokerage-fetch-"));
afterAll(() => rmSync(folder, { recursive: true }));
const fileOf = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return pathToFileURL(join(folder, name)).href;
};
const schools = fileOf("schools.csv", made.text);
const absent = pathToFileURL(join(folder, "absent.csv")).href;

const partnershipId = PartnershipId.parse("par_00000001");
async function morning(registerAddresses: RegisterAddresses["registerAddresses"], given?: Store) {
  const world = memoryWorld();
  const store = given ?? world.storeFor(partnershipId);
  await store.stage(partnerships, [
    {
      partnershipId,
      name: "Northern Partnership",
      area: "Sheffield",
      brokerEmail: "broker@example.org",
      policies: startingPolicies("2020-09-01"),
      latestRunId: null,
      createdAt: world.now(),
      revision: 0,
    },
  ]);
  const come = (at: string, opened: Store = store) =>
    fetchFunction({
      ...world,
      now: () => at,
      directory: { ...world.directory, all: async () => [partnershipId] },
      storeFor: () => opened,
      registerAddresses,
    })({}, lambdaContext("fetch"));
  const told = async () =>
    (await store.all(outboxList))
      .map(({ type, subject }) => ({ type, subject }))
      .toSorted((a, b) => (a.type < b.type ? -1 : 1));
  return { world, store, come, told };
}
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

describe("a preview that waited for two weeks", () => {
  const late = "2026-09-16T05:30:00.000Z";
  const bothAt = async (store: Store) => {
    const [planned] = await store.all(listOf(plannedImports, { partition: "REGISTER-PLANS" }));
    if (!planned) throw new Error("A file was previewed");
    const { importId, removedAt, hasSchools } = planned;
    const schoolsLeft = (await store.all(schoolFactsOf(importId))).length;
    return { isRemoved: removedAt !== null, hasSchools, schoolsLeft, digest: planned.import.digest };
  };

  test.each(moments)("is removed whole by the next day, by a worker killed %s any call", async (moment) => {
    for (let at = 0; ; at += 1) {
      const open = memoryTable();
      const opened = (table: (prefix: string) => Table): Store => storesOver(table, late)(partnershipId);
      const store = opened(open);
      const { come } = await morning({ establishments: schools }, store);
      await come(today);
      const before = await bothAt(store);
      expect(before).toMatchObject({ isRemoved: false, hasSchools: true, schoolsLeft: 5 });
      const end = await workUntilKilled(opened, { open, at, moment }, (dying) =>
        removeStalePreviews(dying, late),
      );
      await removeStalePreviews(store, late);
      expect(await bothAt(store)).toEqual({ ...before, isRemoved: true, hasSchools: false, schoolsLeft: 0 });
      if (end === "ended") break;
    }
  });
});

describe("a preview that died while it staged", () => {
  const area = findArea("Sheffield") ?? null;
  const file = { kind: "establishments" as const, area, digest: sha256(made.text) };
  const preview = (store: Store, now: string) =>
    planImport({ store, now, inForce: undefined }, nationalRegister, {
      ...file,
      open: () => chunksOf(new TextEncoder().encode(made.text)),
    });
  const idOn = (day: string) =>
    derivedId(RegisterImportId, partnershipId, "establishments", file.digest, "Sheffield", "", day);
  const leftBy = async (store: Store, day: string) => ({
    schools: (await store.all(schoolFactsOf(idOn(day)))).length,
    isPlanned: (await store.get(plannedImports, { importId: idOn(day) })) !== undefined,
    begun: (await store.all(registerStagingList)).length,
  });

  test.each(moments)("leaves nothing from the day after next on, killed %s any call", async (moment) => {
    const seen = new Set<number>();
    for (let at = 0; ; at += 1) {
      const open = memoryTable();
      const opened = (table: (prefix: string) => Table): Store => storesOver(table, today)(partnershipId);
      const store = opened(open);
      const end = await workUntilKilled(opened, { open, at, moment }, (dying) => preview(dying, today));
      const day = today.slice(0, 10);
      const before = await leftBy(store, day);
      if (!before.isPlanned) seen.add(before.schools);
      await removeStalePreviews(store, addDays(day, 1) + today.slice(10));
      expect(await leftBy(store, day)).toEqual(before);
      await removeStalePreviews(store, addDays(day, 2) + today.slice(10));
      const kept = before.isPlanned ? 5 : 0;
      expect(await leftBy(store, day)).toEqual({ ...before, schools: kept, begun: 0 });
      if (end === "ended") break;
    }
    expect(seen).toContain(5);
  });
});

describe("a file that several partnerships want", () => {
  const elsewhere = syntheticRegister({ area: "Birmingham", schools: 7, seed: 4 });
  if (elsewhere.kind !== "made") throw new Error("Birmingham is a known area");
  const rows = elsewhere.text.trimEnd().split("\r\n").slice(1);
  const both = fileOf(
    "both.csv",
    `${made.text.trimEnd()}\r\n${rows.map((row) => row.replace(/^90/, "80")).join("\r\n")}\r\n`,
  );

  test("gives each what it would be given alone, and one that fails keeps it from no other", async () => {
    const world = memoryWorld(today);
    const places = ["Sheffield", "Birmingham", "Sheffield"];
    const ids = places.map((_area, at) => PartnershipId.parse(`par_0000000${at}`));
    for (const [at, id] of ids.entries())
      await world.storeFor(id).stage(partnerships, [
        {
          partnershipId: id,
          name: "A partnership",
          area: places[at] ?? "",
          brokerEmail: "broker@example.org",
          policies: startingPolicies("2020-09-01"),
          latestRunId: null,
          createdAt: today,
          revision: 0,
        },
      ]);
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

describe("downloading", () => {
  const lead = (location: string) => new Response("elsewhere", { status: 302, headers: { location } });
  /** Answers by address, and tells what was asked. */
  const web = (answers: Readonly<Record<string, Response>>) => {
    const asked: string[] = [];
    const ask: Ask = async (address) => {
      asked.push(address);
      return answers[address] ?? new Response("URN");
    };
    return { asked, ask };
  };

  test("follows an address within https, also to another host and by a relative one", async () => {
    const { asked, ask } = web({
      "https://a.example/all.csv": lead("/new/all.csv"),
      "https://a.example/new/all.csv": lead("https://assets.example/all.csv"),
    });
    expect(await download("https://a.example/all.csv", ask)).toMatchObject({ digest: sha256("URN") });
    expect(asked).toEqual([
      "https://a.example/all.csv",
      "https://a.example/new/all.csv",
      "https://assets.example/all.csv",
    ]);
  });

  test.each([
    "http://a.example/all.csv",
    "file:///etc/passwd",
    "https://169.254.169.254/latest",
    "https://2852039166/latest",
    "https://[::1]/all.csv",
    "https://localhost/all.csv",
    "https://somebody:else@a.example/all.csv",
    "https://",
  ])("follows none to %s", async (location) => {
    const { asked, ask } = web({ "https://a.example/all.csv": lead(location) });
    expect(await download("https://a.example/all.csv", ask)).toEqual({ why: "redirect", status: 302 });
    expect(asked).toHaveLength(1);
  });

  test("gives up an address that leads round and round", async () => {
    const { asked, ask } = web({ "https://a.example/all.csv": lead("https://a.example/all.csv") });
    expect(await download("https://a.example/all.csv", ask)).toEqual({ why: "redirect", status: 302 });
    expect(asked).toHaveLength(4);
  });

  test("follows none by itself, as what asks the web is told not to", async () => {
    const server = createServer((request, response) =>
      request.url === "/here"
        ? response.writeHead(302, { location: "/elsewhere" }).end()
        : response.writeHead(200).end("URN"),
    );
    const origin = `http://127.0.0.1:${await listen(server, { port: 0, purpose: "registers" })}`;
    expect(await download(`${origin}/here`)).toEqual({ why: "redirect", status: 302 });
    expect(await download(`${origin}/elsewhere`)).toHaveProperty("digest");
    await new Promise((closed) => server.close(closed));
  });

  test("answers why there is no file, however many are asked for at once", async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => download(absent)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ why: "ENOENT", status: null })]),
    );
  });

  test("puts the day before wherever an address has the date", () => {
    expect(addressOn("https://a.example/{date}/all{date}.csv", "2026-09-01T05:30:00.000Z")).toBe(
      "https://a.example/20260831/all20260831.csv",
    );
  });
});
