import { counted } from "../../shared/domain/counted.ts";
import type { Refusal } from "../../shared/contract/problems.ts";
import { academicYearOf, addMonths } from "../../shared/domain/calendar/calendar.ts";
import type { Person } from "../../shared/domain/people/person.ts";
import { changeTotals } from "../../shared/domain/people/capacity.ts";
import { refuse } from "../../shared/runtime/refusal.ts";
import { type FoundCapacity, writeCapacity } from "../../shared/store/capacity.ts";
import type { Write } from "../../shared/store/store.ts";

interface ChangeOptions {
  readonly before: Person;
  readonly after: Person;
  /** The calendar date in Europe/London. */
  readonly today: string;
  readonly find: (person: Person, academicYear: string) => Promise<FoundCapacity>;
}

/** The academic years whose capacity offers may already hold: that of a date, and the next. */
export const yearsThatMayBeHeld = (today: string): readonly string[] => [
  academicYearOf(today),
  academicYearOf(addMonths(today, 12)),
];

/**
 * The writes that bring a practitioner's new totals into this academic year and the next, for which offers may
 * hold days already; or the refusal when less is wanted than is held. Years that have no row yet get one,
 * so that an acceptance made meanwhile on the old totals meets a conflict.
 */
export async function capacityWrites({
  before,
  after,
  today,
  find,
}: ChangeOptions): Promise<readonly Write[] | Refusal> {
  const isSame =
    before.capacityDaysPerYear === after.capacityDaysPerYear &&
    before.capacityDeployments === after.capacityDeployments;
  if (isSame) return [];
  const writes: Write[] = [];
  for (const year of yearsThatMayBeHeld(today)) {
    const found = await find(before, year);
    const changed = changeTotals(found.capacity, {
      days: after.capacityDaysPerYear,
      deployments: after.capacityDeployments,
    });
    if (changed.kind === "already-held")
      return refuse(
        "capacity-used-up",
        `In ${year} ${counted(changed.daysHeld, "day")} and ${counted(changed.deploymentsHeld, "deployment")} are held already; ` +
          "the new capacity cannot be less.",
      );
    writes.push(writeCapacity({ ...found, capacity: changed.capacity }));
  }
  return writes;
}
