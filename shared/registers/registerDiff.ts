import type { SchoolUrn } from "../domain/ids.ts";
import { isOpen, type Establishment } from "./establishment.ts";
import type { Register, RegisterReading } from "./gias.ts";
import type { GiasColumn } from "./giasColumns.ts";

/** One fact of a school before and after; null is "none". */
export type Change<Value> = {
  readonly urn: SchoolUrn;
  readonly name: string;
  readonly from: Value;
  readonly to: Value;
};

/**
 * What a new register says that the previous one did not. `vanished` schools are absent from the new file;
 * they are reported and left as they were, never closed. Every closure is also a change of status.
 */
export type RegisterDiff = {
  readonly opened: readonly Establishment[];
  readonly closed: readonly Establishment[];
  readonly vanished: readonly Establishment[];
  readonly renamed: readonly Change<string>[];
  readonly movedTrust: readonly Change<string | null>[];
  readonly movedFederation: readonly Change<string | null>[];
  readonly changedStatus: readonly Change<Establishment["status"]>[];
  /** Facts that one of the two files has no column for, so that nothing can be said of their change. */
  readonly notCompared: readonly ("trust" | "federation")[];
};

type Pair = { readonly before: Establishment; readonly after: Establishment };

function changes<Value>(pairs: readonly Pair[], valueOf: (school: Establishment) => Value): Change<Value>[] {
  return pairs
    .map(({ before, after }) => ({
      urn: after.urn,
      name: after.name,
      from: valueOf(before),
      to: valueOf(after),
    }))
    .filter(({ from, to }) => from !== to);
}

/** Compares two registers by URN, each list in the order of the new register (vanished: of the previous). */
export function compareRegisters(previous: Register, next: Register): RegisterDiff {
  const before = new Map(previous.establishments.map((school) => [school.urn, school]));
  const present = new Set(next.establishments.map(({ urn }) => urn));
  const pairs = next.establishments.flatMap((after) => {
    const earlier = before.get(after.urn);
    return earlier ? [{ before: earlier, after }] : [];
  });
  const lacks = (column: GiasColumn): boolean =>
    previous.absent.includes(column) || next.absent.includes(column);
  const wasOpen = (school: Establishment): boolean => {
    const earlier = before.get(school.urn);
    return earlier !== undefined && isOpen(earlier);
  };
  return {
    opened: next.establishments.filter((school) => isOpen(school) && !wasOpen(school)),
    closed: pairs
      .filter((pair) => pair.after.status === "closed" && pair.before.status !== "closed")
      .map(({ after }) => after),
    vanished: previous.establishments.filter(({ urn }) => !present.has(urn)),
    renamed: changes(pairs, ({ name }) => name),
    movedTrust: lacks("trustCode") ? [] : changes(pairs, ({ trustCode }) => trustCode),
    movedFederation: lacks("federationCode") ? [] : changes(pairs, ({ federationCode }) => federationCode),
    changedStatus: changes(pairs, ({ status }) => status),
    notCompared: [
      ...(lacks("trustCode") ? ["trust" as const] : []),
      ...(lacks("federationCode") ? ["federation" as const] : []),
    ],
  };
}

export type Acceptance =
  { readonly kind: "acceptable" } | { readonly kind: "refused"; readonly reasons: readonly string[] };

// Registers shrink by a handful of rows a day at most: a loss above 2 % is a broken download.
const largestLossPercent = 2;

/**
 * Whether a new register may replace the last good one (null at the first import). Refused are a file that
 * could not be read, which covers a lost URN, name or status, and one with over 2 % fewer schools.
 */
export function acceptable(
  previous: Pick<Register, "establishments"> | null,
  next: RegisterReading,
): Acceptance {
  if (next.kind === "refused") {
    const reasons = next.problems.map(
      ({ row, column, message }) => `Row ${row}${column === null ? "" : `, ${column}`}: ${message}`,
    );
    return { kind: "refused", reasons };
  }
  const had = previous?.establishments.length ?? 0;
  const has = next.establishments.length;
  if ((had - has) * 100 <= had * largestLossPercent) return { kind: "acceptable" };
  const reason = `The register has ${has} schools where the last good one had ${had}: a loss above ${largestLossPercent} %`;
  return { kind: "refused", reasons: [reason] };
}
