import type { Refusal } from "../../shared/contract/problems.ts";
import { academicYearOf, addMonths } from "../../shared/domain/calendar.ts";
import { changeTotals, type Person } from "../../shared/domain/person.ts";
import { refuse } from "../../shared/runtime/refusal.ts";
import { capacityOf, writeCapacity } from "../../shared/store/capacity.ts";
import type { Store, Write } from "../../shared/store/store.ts";

interface ChangeOptions {
  readonly before: Person;
  readonly after: Person;
  /** The calendar date in Europe/London. */
  readonly today: string;
}

/**
 * The writes that bring a practitioner's new totals into this academic year and the next, for which offers may
 * hold days already; or the refusal when less is wanted than is held. Years that have no row yet get one,
 * so that an acceptance made meanwhile on the old totals meets a conflict.
 */
export async function capacityWrites(
  store: Store,
  { before, after, today }: ChangeOptions,
): Promise<readonly Write[] | Refusal> {
  const isSame =
    before.capacityDaysPerYear === after.capacityDaysPerYear &&
    before.capacityDeployments === after.capacityDeployments;
  if (isSame) return [];
  const writes: Write[] = [];
  for (const year of [academicYearOf(today), academicYearOf(addMonths(today, 12))]) {
    const found = await capacityOf(store, before, year);
    const changed = changeTotals(found.capacity, {
      days: after.capacityDaysPerYear,
      deployments: after.capacityDeployments,
    });
    if (changed.kind === "already-held")
      return refuse(
        "capacity-used-up",
        `In ${year} ${changed.daysHeld} days and ${changed.deploymentsHeld} deployments are held already; ` +
          "the new capacity cannot be less.",
      );
    writes.push(writeCapacity({ ...found, capacity: changed.capacity }));
  }
  return writes;
}
