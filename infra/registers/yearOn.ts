import type { SchoolView } from "../../shared/contract/routes/views.ts";
import type * as z from "zod";

type Seen = z.output<typeof SchoolView>;

const successorOf = ({ succession }: Seen): string | undefined =>
  succession?.outcome === "single" ? succession.steps.at(-1)?.urn : undefined;

/**
 * A file of schools as it may read once each school with a plain successor has become it: the real row again under
 * the successor's URN. The sample is older than the successions, so it has none of them itself.
 */
export function yearOn(file: Uint8Array, schools: readonly Seen[]): Uint8Array {
  const text = Buffer.from(file)
    .toString("latin1")
    .replace(/\r?\n$/, "");
  const lines = new Map(text.split(/\r?\n/).map((line) => [/^"?(\d{6})/.exec(line)?.[1] ?? "", line]));
  const present = new Set(lines.keys());
  const more = schools.flatMap((school) => {
    const line = lines.get(school.urn);
    const next = successorOf(school);
    if (line === undefined || next === undefined || present.has(next)) return [];
    present.add(next);
    return [line.replace(/\d{6}/, next)];
  });
  return new Uint8Array(Buffer.from(`${[text, ...more].join("\r\n")}\r\n`, "latin1"));
}
