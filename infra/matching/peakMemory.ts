import { existsSync, readFileSync } from "node:fs";

const status = "/proc/self/status";

/**
 * The most memory that this process has held at once. Linux is asked for what this program has held:
 * `resourceUsage` there counts what the process held that started it. Both count in units of 1024 bytes.
 */
export function peakMegabytes(): number {
  const own = existsSync(status) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, "utf8"))?.[1] : undefined;
  return Math.round((1024 * Number(own ?? process.resourceUsage().maxRSS)) / 1e6);
}
