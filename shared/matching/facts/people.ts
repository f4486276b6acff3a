import type { SchoolId } from "../../domain/ids.ts";
import type { MatchPractitioner } from "./facts.ts";
import { type SpanColumns, spansReading } from "./weekdays.ts";

/** What numbers tell of everybody, by place in the roster. */
export interface PeopleColumns {
  /** Where the home school of each stands in the input. */
  readonly homeNumber: Int32Array;
  /** Stretches of days on which each is free. */
  readonly free: SpanColumns;
  /** Deployments and half-days that each has left, before any pin. */
  readonly slots: Int32Array;
  readonly halfDays: Int32Array;
}

/** Reads one person after the other once; a home school that is not among the facts is a bug. */
export function peopleColumns(
  practitioners: readonly MatchPractitioner[],
  schoolNumber: Pick<ReadonlyMap<SchoolId, number>, "get">,
): PeopleColumns {
  const column = (): Int32Array => new Int32Array(practitioners.length);
  const [homeNumber, slots, halfDays] = [column(), column(), column()];
  const free = spansReading(practitioners.length);
  practitioners.forEach((person, place) => {
    const home = schoolNumber.get(person.homeSchoolId);
    if (home === undefined) throw new Error(`School ${person.homeSchoolId} is not among the facts`);
    homeNumber[place] = home;
    slots[place] = person.capacitySlotsLeft;
    halfDays[place] = person.capacityHalfDaysLeft;
    free.read(person.availability, place);
  });
  return { homeNumber, free: free.columns(), slots, halfDays };
}
