import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "match-"));
afterAll(() => rmSync(folder, { recursive: true }));

const program = join(import.meta.dirname, "match.ts");

/** Runs the program on a file of this text. */
function run(text: string, ...words: string[]): { status: number | null; stdout: string; stderr: string } {
  const path = join(folder, "instance.bm");
  writeFileSync(path, text);
  return spawnSync(process.execPath, [program, "--instance", path, ...words], { encoding: "utf8" });
}

const good = "p bm 1 1 1 100\nr 1 2 3\nu 1 4 0\ne 0 0 50\n";

describe("npm run match", () => {
  it("prints what it found and proved", () => {
    const { status, stdout, stderr } = run(good, "--objective-weight", "20000");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ objective: 60_050, filled: 1, gap: 0, certified: true });
  });

  it("says of a fair answer what its proof reaches, and that its bound is that of the best total", () => {
    const { stdout } = run(
      "p bm 1 2 2 100\nr 1 2 3\nu 1 4 0\nu 1 4 0\ne 0 0 50\ne 0 1 40\n",
      "--fair",
      "leximin",
    );
    expect(JSON.parse(stdout)).toMatchObject({
      certified: true,
      fair: { worstFit: 50, lossInFit: 0, proven: true, provenUpTo: "every place", boundOf: "best total" },
    });
  });

  it("prints the same whatever the number of threads, but for the times it took", () => {
    const apart = "p bm 3 3 4 100\nr 1 2 3\nr 2 1 1\nr 1 1 2\nu 1 4 0\nu 2 4 0\nu 1 4 0\n";
    const pairs = "e 0 0 50\ne 1 1 70\ne 1 2 20\ne 2 2 20\n";
    const [alone, both] = ["1", "3"].map((threads) => {
      const {
        milliseconds: _,
        rssMegabytes: __,
        ...rest
      } = JSON.parse(run(apart + pairs, "--threads", threads).stdout);
      return rest;
    });
    expect(both).toEqual(alone);
    expect(both).toMatchObject({ filled: 3, gap: 0, certified: true });
  });

  it.each<[string, [text: string, ...words: string[]], string]>([
    ["a row that cannot be used", [good.replace("u 1", "u -3")], "instance.bm: practitioner 0 slots -3"],
    ["totals that are not exact", [good, "--objective-weight", `${2 ** 52}`], "instance.bm: request 0 with"],
    [
      "a file that is not there",
      [good, "--instance", join(folder, "none.bm")],
      "none.bm: file cannot be read",
    ],
    ["a file of results that cannot be written", [good, "--json", folder], `${folder}: cannot be written`],
  ])("says in one line what is wrong with %s, and fails", (_, [text, ...words], message) => {
    const { status, stdout, stderr } = run(text, ...words);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr.trim().split("\n")).toEqual([expect.stringContaining(message)]);
  });
});
