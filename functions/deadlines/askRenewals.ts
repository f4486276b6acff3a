import { isWorkingDayAt } from "../../shared/domain/calendar/calendarOfSchool.ts";
import { isRenewalDue } from "../../shared/domain/people/claimRenewal.ts";
import { eachRow } from "../../shared/runtime/eachRow.ts";
import { serviceActor } from "../../shared/runtime/session.ts";
import { people, peopleList } from "../../shared/store/rows/people.ts";
import { replace, type Store } from "../../shared/store/store.ts";
import type { At } from "./at.ts";

/**
 * Asks each practitioner once a year whether their claims still hold, on a day on which their school works; one
 * whose row changes meanwhile is left for the next hour.
 */
export async function askRenewals(store: Store, { today, calendarOf }: At): Promise<void> {
  await eachRow(store, peopleList, async (person) => {
    const { personId, homeSchoolId } = person;
    if (!isRenewalDue(person, today) || !isWorkingDayAt(calendarOf(homeSchoolId), today)) return;
    await store.commit({
      chain: `person:${personId}`,
      action: "claims-renewal-asked",
      actor: serviceActor("deadlines"),
      facts: { personId },
      writes: [replace(people, { ...person, claimsAskedOn: today })],
      announce: [{ type: "claims-to-renew", subject: { personId }, tell: [{ to: "person", personId }] }],
    });
  });
}
