import { pathToFileURL } from "node:url";

// A process of its own, whose module cache is empty, as a new Lambda sandbox's is.
const [file = ""] = process.argv.slice(2);
const began = performance.now();
await import(pathToFileURL(file).href);
process.stdout.write(JSON.stringify(performance.now() - began));
process.exit(0);
