import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { classify } from "./classify.ts";
import { importAreas } from "./importAreas.ts";
import { tableOf } from "./table.ts";

const help = `npm run registers -- [--links FILE] [--schools FILE] [--json OUT]

  --links FILE    a succession file: classifies every row, and prints how its schools resolve
  --schools FILE  a file of schools: imports it for the area of each of the ten partnerships, the links too where
                  they are given, and tries copies that are cut short, shrunken and drifted
`;

const { values } = parseArgs({
  options: {
    links: { type: "string" },
    schools: { type: "string" },
    json: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
const print = (text: string): void => void process.stdout.write(`${text}\n`);

async function main(): Promise<void> {
  const { links, schools } = values;
  if (values.help || (links === undefined && schools === undefined)) {
    print(help);
    process.exitCode = values.help ? 0 : 1;
    return;
  }
  const classification = links === undefined ? null : await classify(links);
  if (classification) {
    print(`Succession file: ${classification.summary}\n`);
    print(`${tableOf(["class", "rows"], classification.classes)}\n`);
    print(`${tableOf(["link type of the register", "rows"], classification.types)}\n`);
    print(`${tableOf(["schools", "count"], classification.schools)}\n`);
  }
  const files =
    schools === undefined ? null : { schools: bytesOf(schools), links: links ? bytesOf(links) : null };
  const imported = files && (await importAreas(files, (text) => void process.stderr.write(`${text}\n`)));
  if (imported) {
    const columns = [
      "area",
      "rows read",
      "schools",
      "may ask",
      "warnings",
      "refused copies",
      "single",
      "followed",
      "to decide",
    ];
    print(
      tableOf(
        [...columns, "reasons"],
        imported.map(({ area, rowsRead, schools: members, mayAsk, warnings, refused, successions }) => [
          area,
          rowsRead,
          members,
          mayAsk,
          warnings,
          refused.filter(({ reason }) => reason !== null).length,
          successions?.single ?? "",
          successions?.followed ?? "",
          successions?.toDecide ?? "",
          Object.entries(successions?.byReason ?? {})
            .map(([reason, count]) => `${reason} ${count}`)
            .join(", "),
        ]),
      ),
    );
    print("\nWhy spoilt copies were refused, by area:\n");
    for (const { area, refused } of imported)
      for (const { copy, reason } of refused) print(`  ${area}, ${copy}: ${reason ?? "TAKEN"}`);
  }
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify({ classification, imported }, null, 2)}\n`);
}

const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(path));

await main();
