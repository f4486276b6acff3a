import { startHost } from "../../infra/local/host.ts";

// A process of its own, so that what it says counts from its first instant: loading of modules included.
const [dataFolder = ""] = process.argv.slice(2);
const host = await startHost({
  dataFolder,
  ports: { service: 0, signIn: 0, mailbox: 0, database: 0, queues: 0, files: 0 },
  log: () => undefined,
  onError: (error, where) => process.stderr.write(`${where}: ${String(error)}\n`),
});
const answer = await fetch(`${host.origin}/health`);
await answer.text();
process.stdout.write(JSON.stringify({ status: answer.status, milliseconds: performance.now() }));
await host.close();
process.exit(0);
