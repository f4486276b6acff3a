import type { Establishment } from "./establishment.ts";
import type { FileChunks } from "./namedColumns.ts";
import type { RegisterSource } from "./source.ts";

/**
 * The same register for as many as want it of one file of each kind: the file is read for the first who asks, and what
 * it says is held for the others. Of schools, only those are held that `wanted` names: nobody may keep others.
 */
export function readingOnce(
  source: RegisterSource,
  wanted: (school: Establishment) => boolean,
): RegisterSource {
  const establishments = once((file) => source.establishments(file, wanted));
  return {
    name: source.name,
    async establishments(file, keep) {
      const reading = await establishments(file);
      if (reading.kind === "refused" || keep === undefined) return reading;
      return { ...reading, establishments: reading.establishments.filter(keep) };
    },
    memberships: once(source.memberships),
    groups: once(source.groups),
    successions: once(source.successions),
    inspections: once(source.inspections),
  };
}

function once<Reading>(read: (file: FileChunks) => Promise<Reading>): (file: FileChunks) => Promise<Reading> {
  let reading: Promise<Reading> | undefined;
  return (file) => (reading ??= read(file));
}
