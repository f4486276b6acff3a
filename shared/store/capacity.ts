import type { Offer } from "../domain/offers/offer.ts";
import type { Person } from "../domain/people/person.ts";
import { type Capacity, freshCapacity, returnCapacity } from "../domain/people/capacity.ts";
import { capacities, capacitiesOf } from "./rows/people.ts";
import { create, replace, type Store, type Write } from "./store.ts";

/** A year's capacity as it stands. `isNew`: nobody has written that year's row yet. */
export interface FoundCapacity {
  readonly capacity: Capacity;
  readonly isNew: boolean;
}

type WithTotals = Pick<Person, "personId" | "capacityDaysPerYear" | "capacityDeployments">;

const foundIn = (row: Capacity | undefined, person: WithTotals, academicYear: string): FoundCapacity =>
  row ? { capacity: row, isNew: false } : { capacity: freshCapacity(person, academicYear), isNew: true };

/** What a practitioner has in an academic year: the year's row, or the whole of it where none was written. */
export async function capacityOf(
  store: Store,
  person: WithTotals,
  academicYear: string,
): Promise<FoundCapacity> {
  const row = await store.get(capacities, { personId: person.personId, academicYear });
  return foundIn(row, person, academicYear);
}

/** The same for many practitioners, from the rows of whole academic years read at once. */
export async function capacitiesIn(
  store: Store,
  years: readonly string[],
): Promise<(person: WithTotals, academicYear: string) => FoundCapacity> {
  const rows = (await Promise.all(years.map((year) => store.all(capacitiesOf(year))))).flat();
  const at = (personId: string, year: string): string => `${personId}#${year}`;
  const known = new Map(rows.map((row) => [at(row.personId, row.academicYear), row]));
  return (person, academicYear) =>
    foundIn(known.get(at(person.personId, academicYear)), person, academicYear);
}

/** Writes a year's capacity under the condition that it is still as `capacityOf` found it. */
export const writeCapacity = ({ capacity, isNew }: FoundCapacity): Write =>
  isNew ? create(capacities, capacity) : replace(capacities, capacity);

/** The capacity rows that ended offers give back to, each person once; offers that held nothing give nothing. */
export async function returned(
  store: Store,
  ended: readonly { readonly offer: Offer; readonly heldCapacity: boolean }[],
): Promise<Capacity[]> {
  const rows = new Map<string, Capacity>();
  for (const { offer, heldCapacity } of ended) {
    if (!heldCapacity) continue;
    const key = { personId: offer.personId, academicYear: offer.academicYear };
    const at = `${key.personId}#${key.academicYear}`;
    const capacity = rows.get(at) ?? (await store.get(capacities, key));
    if (capacity) rows.set(at, returnCapacity(capacity, { days: offer.terms.days, endsDeployment: true }));
  }
  return [...rows.values()];
}
