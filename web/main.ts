import { jsonLog } from "../shared/runtime/log.ts";
import { readWebConfiguration } from "./configuration.ts";
import { pagesFunction } from "./handler.ts";
import { pagesWorld } from "./serving.ts";

export const handler = pagesFunction(
  pagesWorld(readWebConfiguration(process.env), { log: jsonLog, now: () => new Date() }),
);
