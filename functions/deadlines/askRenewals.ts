import { isWorkingDayAt } from "../../shared/domain/calendarOfSchool.ts";
import { isRenewalDue } from "../../shared/domain/claimRenewal.ts";
import { eachByItself } from "../../shared/runtime/eachByItself.ts";
import { serviceActor } from "../../shared/runtime/session.ts";
import { people, peopleList } from "../../shared/store/rows/people.ts";
import { replace, type Store } from "../../shared/store/store.ts";
import type { At } from "./at.ts";

/**
 * Asks each practitioner once a year whether their claims still hold, on a day on which their school works; one
 * whose row changes meanwhile is left for the next hour.
 */
export async function askRenewals(store: Store, { today, calendarOf }: At): Promise<void> {
  const due = (await store.all(peopleList)).filter(
    (person) => isRenewalDue(person, today) && isWorkingDayAt(calendarOf(person.homeSchoolId), today),
  );
  await eachByItself(due, async (person) => {
    const { personId } = person;
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
