import { pathToFileURL } from "node:url";

// A process of its own, whose module cache is empty, as a new Lambda sandbox's is.
const [file = ""] = process.argv.slice(2);
const [began, used] = [performance.now(), process.cpuUsage()];
await import(pathToFileURL(file).href);
const { user, system } = process.cpuUsage(used);
process.stdout.write(JSON.stringify([performance.now() - began, (user + system) / 1000]));
process.exit(0);
