import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { diceFrom } from "../../shared/matching/facts/madeUpArea.ts";

const folder = mkdtempSync(join(tmpdir(), "match-"));
afterAll(() => rmSync(folder, { recursive: true }));

const program = join(import.meta.dirname, "match.ts");

/** Runs the program on a file of this text. */
function run(text: string, ...words: string[]): { status: number | null; stdout: string; stderr: string } {
  const path = join(folder, text.startsWith("p gap") ? "instance.gap" : "instance.bm");
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

  it("tells the memory that it held itself, not what started it", () => {
    const held = new Float64Array(50_000_000).fill(1);
    const { rssMegabytes } = JSON.parse(run(good).stdout);
    expect(rssMegabytes).toBeGreaterThan(20);
    expect(1e6 * rssMegabytes).toBeLessThan(held.byteLength);
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

  it("gives the same answer, byte for byte, in the same number of rounds", () => {
    const dice = diceFrom(5);
    const people = Array.from({ length: 12 }, (_, j) => j);
    const rows = Array.from({ length: 100 }, (_, i) => people.map((j) => ({ i, j })));
    const crowded = [
      "p bm 100 12 1200 100",
      ...rows.map(() => `r 1 ${1 + dice.below(6)} 2`),
      ...people.map(() => "u 9 30 0"),
      ...rows.flat().map(({ i, j }) => `e ${i} ${j} ${1 + dice.below(100)}`),
    ].join("\n");
    const gap = [
      "p gap 100 12",
      ...people.map(() => "u 70"),
      ...rows.flat().map(({ i, j }) => `e ${i} ${j} ${dice.below(90)} ${3 + dice.below(17)}`),
    ].join("\n");
    const answerIn = (text: string, rounds: string): object => {
      const { stdout } = run(text, "--rounds", rounds, ...(text === gap ? [] : ["--days"]));
      const { milliseconds: _, rssMegabytes: __, ...answer } = JSON.parse(stdout);
      return answer;
    };
    for (const text of [crowded, gap]) {
      const answer = answerIn(text, "2");
      expect(answer).toMatchObject({ certified: true });
      expect(answerIn(text, "2")).toEqual(answer);
    }
  });

  it.each([
    ["--threads", "2", "--days"],
    ["--time-limit", "2"],
    ["--rounds", "2"],
  ])("says plainly that %s changes nothing", (option, ...words) => {
    const { status, stderr } = run(good, option, ...words);
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: expect.stringMatching(`^${option} changes nothing.*\n$`),
    });
  });

  it.each([
    "--objective-weight=",
    "--objective-weight=0x10",
    "--objective-weight=+7",
    "--threads=1e1",
    "--threads=0",
    "--rounds=-1",
    "--rounds=1.5",
    "--time-limit=",
    "--time-limit=0x2",
    "--time-limit=0",
    "--rounds=1 --time-limit=2",
  ])("refuses %s", (line) => {
    const words = line.split(" ");
    const { status, stdout, stderr } = run(good, "--days", ...words);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain((words.at(-1) ?? "").split("=")[0]);
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
