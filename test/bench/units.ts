import { startDatabase } from "../../infra/local/database/startDatabase.ts";
import { startService } from "../harness/service.ts";
import { lifeIn } from "./life.ts";
import { startMeter, type Units } from "./meter.ts";
import { type Measured, rounded } from "./report.ts";

/** DynamoDB on demand in US East (N. Virginia), from the AWS pricing page as it stands since 1 November 2024. */
const price = { currency: "USD", perMillionWrites: 0.625, perMillionReads: 0.125 } as const;

const cost = ({ tableWrites, indexWrites, reads }: Units): number =>
  ((tableWrites + indexWrites) * price.perMillionWrites + reads * price.perMillionReads) / 1_000_000;

const rowOf = (name: string, units: Units): (string | number)[] => [
  name,
  units.tableWrites,
  units.indexWrites,
  units.tableWrites + units.indexWrites,
  rounded(units.reads, 1),
  rounded(cost(units) * 1000, 4),
];

const sum = (all: readonly Units[]): Units =>
  all.reduce((total, each) => ({
    tableWrites: total.tableWrites + each.tableWrites,
    indexWrites: total.indexWrites + each.indexWrites,
    reads: total.reads + each.reads,
  }));

/** What each step of a request's life writes and reads, as AWS would bill it. */
export async function measureUnits(): Promise<Measured[]> {
  const database = await startDatabase({ dataFolder: undefined, port: 0 });
  const meter = await startMeter(database.endpoint);
  const service = await startService({ databaseEndpoint: meter.endpoint });
  try {
    const steps = await lifeIn(service);
    const taken: { readonly name: string; readonly units: Units }[] = [];
    for (const { name, before, take } of steps) {
      await before?.();
      await service.settle();
      meter.read();
      await take();
      await service.settle();
      taken.push({ name, units: meter.read() });
    }
    if (service.errors.length > 0) throw new Error(JSON.stringify(service.errors));
    const total = sum(taken.map(({ units }) => units));
    return [
      {
        title: "Write and read units of a request's life",
        notes: [
          "Every item written or read is sized on the wire by DynamoDB's documented rules (local engines' ConsumedCapacity is not AWS's):",
          "1 kB a write unit, twice that in a transaction, the larger of the old and the new item; index entries hold keys alone and cost when they move;",
          "4 kB a read unit, half of it from an index. Queues, letters, triage and the outbox of each step are in; the sweep's and the",
          "schedules' own looks are not, nor are follow-ups. The match run is shared by all requests of a night.",
          `Price: ${price.perMillionWrites} ${price.currency} a million write units, ${price.perMillionReads} a million read units (on demand, us-east-1, since 2024-11-01).`,
        ],
        columns: ["step", "table writes", "index writes", "write units", "read units", "USD per thousand"],
        rows: [...taken.map(({ name, units }) => rowOf(name, units)), rowOf("the whole life", total)],
      },
    ];
  } finally {
    await service.close();
    await meter.close();
    await database.close();
  }
}
