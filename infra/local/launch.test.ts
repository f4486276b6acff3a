import { spawn } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

/** An npm that takes its time and says each time that it was called. */
const slowNpm = `#!/bin/sh
echo called >> npm.log
sleep 1
mkdir -p node_modules
cp package-lock.json node_modules/.package-lock.json
`;

describe("starting from a fresh clone", () => {
  let root = "";
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "launch-"));
    for (const folder of ["infra/local", "bin", ".data"]) mkdirSync(join(root, folder), { recursive: true });
    copyFileSync(new URL("launch.mjs", import.meta.url), join(root, "infra/local/launch.mjs"));
    writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages: { a: { version: "1.0.0" } } }));
    writeFileSync(join(root, "hello.mjs"), 'process.stdout.write("hello");');
    writeFileSync(join(root, "bin/npm"), slowNpm);
    chmodSync(join(root, "bin/npm"), 0o755);
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  const start = async (): Promise<string> => {
    const path = [join(root, "bin"), dirname(process.execPath), process.env["PATH"]].join(delimiter);
    const child = spawn(process.execPath, ["infra/local/launch.mjs", "hello.mjs"], {
      cwd: root,
      env: { ...process.env, PATH: path },
    });
    let said = "";
    child.stdout.on("data", (part: Buffer) => (said += part.toString()));
    return new Promise((resolve) => child.on("close", (code) => resolve(`${said} ${code}`)));
  };
  const timesInstalled = (): number => readFileSync(join(root, "npm.log"), "utf8").trim().split("\n").length;

  it("installs once where several start at the same time, and all of them go on", async () => {
    expect(await Promise.all([start(), start(), start()])).toEqual(["hello 0", "hello 0", "hello 0"]);
    expect(timesInstalled()).toBe(1);
  });

  it("does not wait for one that was killed while it installed", async () => {
    const gone = spawn(process.execPath, ["--version"]);
    await new Promise((resolve) => gone.on("close", resolve));
    writeFileSync(join(root, ".data/installing"), String(gone.pid));
    expect(await start()).toBe("hello 0");
    expect(timesInstalled()).toBe(1);
  });

  it("says what to do where npm fails, and lets the next one try", async () => {
    writeFileSync(join(root, "bin/npm"), "#!/bin/sh\nexit 1\n");
    expect(await start()).toBe(" 1");
    writeFileSync(join(root, "bin/npm"), slowNpm);
    expect(await start()).toBe("hello 0");
  });
});
