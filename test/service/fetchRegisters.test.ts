import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { fetchFunction } from "../../functions/fetch/handler.ts";
import { listen } from "../../infra/local/gateway/ports.ts";
import { lambdaContext } from "../../infra/local/lambdaContext.ts";
import type { RegisterKind } from "../../shared/domain/schools/registerImport.ts";
import { type Partnership, schoolsSeen } from "./withSchools.ts";
import { changed, csv, groundForRegisters, lines, linksFile, urnAt } from "./groundForRegisters.ts";

const { service, post, withRegister, waiting } = await groundForRegisters();

describe("the schedule that fetches registers", () => {
  const served = async (answers: (path: string) => string | undefined) => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? "");
      const text = answers(request.url ?? "");
      response.writeHead(text === undefined ? 404 : 200).end(text);
    });
    const origin = `http://127.0.0.1:${await listen(server, { port: 0, purpose: "registers" })}`;
    return { asked, origin, close: () => new Promise((closed) => server.close(closed)) };
  };
  const fetchFrom = (addresses: Partial<Record<RegisterKind, string>>) =>
    fetchFunction({
      ...service.host.world,
      directory: { ...service.host.world.directory, all: async () => ids },
      registerAddresses: addresses,
    })({}, lambdaContext("fetch"));
  let ids: Partnership["partnershipId"][] = [];

  test("asks for yesterday's file, previews it, tells the broker, and puts nothing in force", async () => {
    const { broker, partnershipId } = await withRegister();
    ids = [partnershipId];
    const before = await schoolsSeen(service, broker);
    const { asked, origin, close } = await served(() => changed);
    await fetchFrom({ establishments: `${origin}/edubasealldata{date}.csv` });
    await close();
    const yesterday = new Date(Date.parse(service.host.world.now()) - 86_400_000);
    const written = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" }).format(yesterday);
    expect(asked).toEqual([`/edubasealldata${written.replaceAll("-", "")}.csv`]);
    expect(await schoolsSeen(service, broker)).toEqual(before);
    const [preview] = await waiting(broker);
    expect(preview?.import.changed).toBeGreaterThan(0);
    await service.settle();
    const subjects = (await service.letters()).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.includes("waits for your word"))).toHaveLength(1);
    expect((await post(broker, `/register-imports/${preview?.import.importId}/apply`)).status).toBe(200);
  });

  test("previews each kind over the one before it, so that they are put in force one by one", async () => {
    const { broker, partnershipId } = await withRegister();
    ids = [partnershipId];
    const links = linksFile(`${urnAt(1)},899001,New,Successor,01-09-2024`);
    const { origin, close } = await served((path) => (path.includes("links") ? links : changed));
    await fetchFrom({ establishments: `${origin}/all.csv`, successions: `${origin}/links.csv` });
    await close();
    for (const kind of ["successions", "establishments"]) {
      const [preview, ...others] = await waiting(broker);
      expect([preview?.import.kind, others]).toEqual([kind, []]);
      expect((await post(broker, `/register-imports/${preview?.import.importId}/apply`)).status).toBe(200);
    }
  });

  test("reads a path where the address is one, and raises an alarm where nothing is there", async () => {
    const { broker, partnershipId } = await withRegister();
    ids = [partnershipId];
    const folder = mkdtempSync(join(tmpdir(), "area-brokerage-registers-"));
    const path = join(folder, "all.csv");
    writeFileSync(path, changed);
    await fetchFrom({ establishments: pathToFileURL(path).href });
    expect(await waiting(broker)).toMatchObject([{ applied: false, import: { kind: "establishments" } }]);
    rmSync(folder, { recursive: true });
    await expect(fetchFrom({ establishments: pathToFileURL(path).href })).rejects.toThrow(
      "Not every register",
    );
  });

  test("does nothing without an address, and the file in force again brings no preview", async () => {
    const { broker, partnershipId } = await withRegister();
    ids = [partnershipId];
    await fetchFrom({});
    const { origin, close } = await served(() => csv);
    await fetchFrom({ establishments: `${origin}/all.csv` });
    await close();
    expect(await waiting(broker)).toEqual([]);
  });

  test.each([
    ["is not there", undefined],
    ["was cut short", csv.slice(0, -300)],
    ["lost rows", lines.slice(0, -3).join("\r\n")],
    ["is a page of regrets", "<!doctype html><p>Service unavailable</p>"],
  ])("raises an alarm for a file that %s, and the last good register stays", async (_how, answer) => {
    const { broker, partnershipId } = await withRegister();
    ids = [partnershipId];
    const { origin, close } = await served(() => answer);
    await expect(fetchFrom({ establishments: `${origin}/all.csv` })).rejects.toThrow("Not every register");
    await close();
    expect(await waiting(broker)).toEqual([]);
    expect(await schoolsSeen(service, broker)).toHaveLength(60);
  });
});
