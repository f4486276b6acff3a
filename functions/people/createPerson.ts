import { availabilityWarnings } from "../../shared/domain/people/availability.ts";
import { academicYearOf, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { PersonId } from "../../shared/domain/ids.ts";
import { claimsAnew, type Person } from "../../shared/domain/people/person.ts";
import { freshCapacity } from "../../shared/domain/people/capacity.ts";
import { isRefusal } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { calendarOf } from "../../shared/store/calendars.ts";
import { capacities, people, personAddresses } from "../../shared/store/rows/people.ts";
import { create } from "../../shared/store/store.ts";
import { visibleTo } from "./access.ts";
import { addressWrites } from "./addresses.ts";
import {
  faultOfAssurance,
  faultOfStart,
  faultsOfClaims,
  faultsOfHomeSchool,
  faultsOfSchools,
  faultsOfYears,
  schoolsOfAssurance,
  schoolsOfInterests,
} from "./faults.ts";

export const createPerson: Handler<"createPerson"> = async (
  { body },
  { world, store, session, actor, act },
) => {
  const now = world.now();
  const today = dateAt(now);
  const fault =
    (await faultsOfClaims(store, body.claims)) ??
    faultsOfYears(body.claims, today) ??
    faultOfAssurance(body.assurance, today) ??
    faultOfStart("/employedFrom", body.employedFrom, today) ??
    (await faultsOfHomeSchool(store, body.homeSchoolId)) ??
    (await faultsOfSchools(store, [
      ...schoolsOfInterests(body.declaredInterests),
      ...schoolsOfAssurance(body.assurance),
    ]));
  if (fault) return fault;
  const { employedFrom, claims, ...rest } = body;
  const { homeSchoolId } = rest;
  const personId = world.fresh(PersonId);
  const person: Person = {
    ...rest,
    personId,
    claims: claimsAnew([], claims),
    claimsConfirmedOn: today,
    employment: [{ schoolId: homeSchoolId, from: employedFrom, to: null }],
    parked: null,
    createdAt: now,
    revision: 0,
  };
  const warnings = availabilityWarnings(person, await calendarOf(store, homeSchoolId), today);
  return act(async () => {
    const address = await addressWrites({
      before: undefined,
      after: person,
      find: (addressDigest) => store.get(personAddresses, { addressDigest }),
    });
    if (isRefusal(address)) return address;
    const capacity = create(capacities, freshCapacity(person, academicYearOf(today)));
    return {
      reply: { status: 201, body: { ...visibleTo(session, person), warnings } },
      action: {
        chain: `person:${personId}`,
        action: "person-added",
        actor,
        facts: { personId, homeSchoolId, claims: claims.length },
        writes: [create(people, person), capacity, ...address],
      },
    };
  });
};
