import * as z from "zod";
import { RunView } from "../../shared/contract/routes/views.ts";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { RunId } from "../../shared/domain/ids.ts";
import { newPartnership, type Service, startService } from "../harness/service.ts";
import { type AreaSize, layOutArea } from "./areaRows.ts";
import { type Measured, rounded } from "./report.ts";

const sizes: readonly AreaSize[] = [
  { schools: 150, people: 200, requests: 100 },
  { schools: 150, people: 800, requests: 400 },
];

async function runOnce(service: Service, size: AreaSize): Promise<(string | number)[]> {
  const { partnershipId, broker } = newPartnership(service);
  const madeOn = dateAt(service.host.clock.now().toISOString());
  await service.host.world.directory.add(partnershipId);
  await layOutArea(service.host.world.storeFor(partnershipId), size, madeOn);
  const began = performance.now();
  const started = await service.ask(broker, { method: "POST", path: "/match-runs" });
  const { runId } = z.object({ runId: RunId }).parse(started.body);
  await service.settle();
  const settled = performance.now() - began;
  const read = await service.ask(broker, { method: "GET", path: `/match-runs/${runId}` });
  const { summary, state, failure } = RunView.parse(read.body);
  if (!summary)
    throw new Error(`The run is ${state}: ${failure ?? "no reason"} ${JSON.stringify(service.errors)}`);
  const { milliseconds, slotsFilled, slotsWanted, gap, certified } = summary;
  return [
    size.requests,
    size.people,
    size.schools,
    rounded(milliseconds.read, 1),
    rounded(milliseconds.match, 1),
    rounded(milliseconds.publish, 1),
    rounded(settled),
    `${slotsFilled}/${slotsWanted}`,
    rounded(gap, 5),
    certified ? "yes" : "no",
  ];
}

/** The stage times of match runs on areas of made-up people, through HTTP, queue and database. */
export async function measureRuns(): Promise<Measured[]> {
  const service = await startService();
  try {
    const rows: (string | number)[][] = [];
    // The first run also warms the engine up, as a worker that has just been started is not.
    await runOnce(service, { schools: 20, people: 20, requests: 10 });
    for (const size of sizes) rows.push(await runOnce(service, size));
    return [
      {
        title: "A match run, by stage",
        notes: [
          "Read, match and publish as the run's own summary states them, after one small run that warms the process up.",
          "Until at rest: from POST /match-runs until every outbox and queue is empty again, letters included.",
        ],
        columns: [
          "requests",
          "practitioners",
          "schools",
          "read ms",
          "match ms",
          "publish ms",
          "until at rest ms",
          "filled",
          "gap",
          "certified",
        ],
        rows,
      },
    ];
  } finally {
    await service.close();
  }
}
