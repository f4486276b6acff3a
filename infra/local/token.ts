import { parseArgs } from "node:util";
import * as z from "zod";
import { demoClientId, demoGrantType } from "./sign-in/provider.ts";

/** Prints an access token of a demo account, for curl: `npm run -s token -- broker`. */
async function main(): Promise<void> {
  const read = readArguments();
  if (!read) return fail("npm run -s token -- ACCOUNT [--service http://localhost:8080]");
  const { positionals, values } = read;
  const [account] = positionals;
  if (account === undefined) return fail("Say whose: npm run -s token -- ACCOUNT");
  const addresses = await fetch(`${values.service}/_local/addresses`).catch(() => undefined);
  if (!addresses?.ok) return fail(`Nothing answers at ${values.service}: run npm start first.`);
  const { token } = z.object({ token: z.url() }).parse(await addresses.json());
  const form = new URLSearchParams({ grant_type: demoGrantType, client_id: demoClientId, account });
  const answer = await fetch(token, { method: "POST", body: form });
  if (!answer.ok) return fail(`There is no account ${account}; npm start lists the demo sign-ins.`);
  const { access_token } = z.object({ access_token: z.string() }).parse(await answer.json());
  process.stdout.write(`${access_token}\n`);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { service: { type: "string", default: "http://localhost:8080" } },
    });
  } catch {
    return undefined;
  }
}

function fail(line: string): void {
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}

await main();
