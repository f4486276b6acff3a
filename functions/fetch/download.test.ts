import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { listen } from "../../infra/local/gateway/ports.ts";
import { sha256 } from "../../shared/runtime/identity.ts";
import { addressOn, type Ask, download } from "./download.ts";

const folder = mkdtempSync(join(tmpdir(), "area-brokerage-fetch-"));
afterAll(() => rmSync(folder, { recursive: true }));
const absent = pathToFileURL(join(folder, "absent.csv")).href;

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
