import type { SchoolFacts } from "../../shared/store/rows/partnership.ts";

type Known = Pick<SchoolFacts, "status" | "openedOn" | "closedOn">;

const upTo = (day: string | null, today: string): string | null =>
  day !== null && day <= today ? day : null;

/**
 * The day by which a school had left a group that a file no longer names beside it. The register dates it where the
 * school has closed, or where it goes on as another that opened then; otherwise it is the day of the import.
 */
export function leavingDay(
  { status, openedOn, closedOn }: Known,
  { today, isFollowed = false }: { readonly today: string; readonly isFollowed?: boolean },
): string {
  const told = isFollowed ? openedOn : status === "closed" ? closedOn : null;
  return upTo(told, today) ?? today;
}

/** A membership that has ended by a day; not before it began. */
export const endedBy = <Row extends { readonly from: string | null }>(
  row: Row,
  day: string,
  today: string,
) => ({
  ...row,
  to: row.from !== null && day < row.from ? today : day,
});
