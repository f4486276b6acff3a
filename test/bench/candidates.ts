import { fileURLToPath } from "node:url";
import * as z from "zod";
import { printedBy } from "./child.ts";
import { type Measured, rounded } from "./report.ts";
import { scales } from "./scaledFacts.ts";

const once = fileURLToPath(import.meta.resolve("./candidatesOnce.ts"));
const most = 30;
/** Repetitions in one process, of which the fastest counts: the first ones are still being compiled. */
const rounds: Readonly<Record<keyof typeof scales, number>> = { area: 20, large: 5, region: 2, nation: 1 };
const threadCounts = [1, 2] as const;

const Printed = z.object({
  milliseconds: z.object({
    order: z.number(),
    index: z.number(),
    best: z.number(),
    all: z.number(),
    worked: z.number(),
  }),
  pairs: z.number(),
  leftOut: z.number(),
  built: z.number(),
  factsMegabytes: z.number(),
  rssMegabytes: z.number(),
});

/** What finding each request's best candidates takes, from facts in the domain's types, at every scale. */
export async function measureCandidates(): Promise<Measured[]> {
  const rows: (string | number)[][] = [];
  for (const [name, scale] of Object.entries(scales))
    for (const threads of threadCounts) {
      const times = String(Object.entries(rounds).find(([each]) => each === name)?.[1] ?? 1);
      const printed = Printed.parse(await printedBy(once, [name, String(most), times, String(threads)]));
      const { order, index, best, all, worked } = printed.milliseconds;
      rows.push([
        name,
        scale.requests,
        scale.practitioners,
        threads,
        ...[order, index, best, all, worked].map((each) => rounded(each)),
        printed.pairs,
        printed.leftOut,
        rounded(printed.factsMegabytes),
        rounded(printed.rssMegabytes),
      ]);
    }
  return [
    {
      title: `The best ${most} candidates of each request`,
      notes: [
        "Milliseconds that passed; at work: for which the process was, on all its threads, compiling and clearing memory included.",
        "Making up the facts is not in the total: ordering the rows, laying them out, starting threads and looking for the best are.",
        "The fastest of 20 rounds in one process for area, 5 for large, 2 for region; one for nation.",
      ],
      columns: [
        "scale",
        "requests",
        "practitioners",
        "threads",
        "order",
        "index",
        "best",
        "all",
        "at work",
        "pairs",
        "with some left out",
        "facts MB",
        "peak MB",
      ],
      rows,
    },
  ];
}
