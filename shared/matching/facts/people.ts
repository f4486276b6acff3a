import { readAhead } from "./ahead.ts";
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

/** Looks at what is read of somebody, wherever it lies. */
const lookAtPerson = ({ homeSchoolId, availability }: MatchPractitioner): number =>
  homeSchoolId.charCodeAt(0) + (availability[0]?.to.length ?? 0);

/** Reads one person after the other once; a home school that is not among the facts is a bug. */
export function peopleColumns(
  practitioners: readonly MatchPractitioner[],
  schoolNumber: Pick<ReadonlyMap<SchoolId, number>, "get">,
): PeopleColumns {
  const column = (): Int32Array => new Int32Array(practitioners.length);
  const [homeNumber, slots, halfDays] = [column(), column(), column()];
  const free = spansReading(practitioners.length);
  const read = (person: MatchPractitioner, place: number): void => {
    const home = schoolNumber.get(person.homeSchoolId);
    if (home === undefined) throw new Error(`School ${person.homeSchoolId} is not among the facts`);
    homeNumber[place] = home;
    slots[place] = person.capacitySlotsLeft;
    halfDays[place] = person.capacityHalfDaysLeft;
    free.read(person.availability, place);
  };
  readAhead(practitioners, lookAtPerson, read);
  return { homeNumber, free: free.columns(), slots, halfDays };
}
