import { createReadStream } from "node:fs";
import { findArea, isInArea } from "../../shared/registers/areas.ts";
import { nationalRegister } from "../../shared/registers/nationalRegister.ts";

// A process of its own, so that its peak of memory is that of one import.
const [file = "", areaName = ""] = process.argv.slice(2);
const area = findArea(areaName);
const began = performance.now();
const reading = await nationalRegister.establishments(
  createReadStream(file),
  area && ((school) => isInArea(school, area)),
);
if (reading.kind === "refused") throw new Error(JSON.stringify(reading.problems.slice(0, 3)));
process.stdout.write(
  JSON.stringify({
    rows: reading.rows,
    held: reading.establishments.length,
    seconds: (performance.now() - began) / 1000,
    processorSeconds: (process.resourceUsage().userCPUTime + process.resourceUsage().systemCPUTime) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
