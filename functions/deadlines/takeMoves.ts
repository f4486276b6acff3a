import { standingOn } from "../../shared/domain/people/employment.ts";
import { employmentChanged, joined } from "../../shared/domain/people/employmentEvents.ts";
import { eachRow } from "../../shared/runtime/eachRow.ts";
import { serviceActor } from "../../shared/runtime/session.ts";
import { people, peopleList } from "../../shared/store/rows/people.ts";
import { replace, type Store } from "../../shared/store/store.ts";
import type { At } from "./at.ts";

/** Brings moves whose date has come into force; one whose row changes meanwhile is left for the next hour. */
export async function takeMoves(store: Store, { today }: At): Promise<void> {
  await eachRow(store, peopleList, async (before) => {
    const after = standingOn(before, today);
    if (after === before) return;
    const { personId, homeSchoolId: formerSchoolId, move } = before;
    await store.commit({
      chain: `person:${personId}`,
      action: "person-moved",
      actor: serviceActor("deadlines"),
      facts: { personId, formerSchoolId, homeSchoolId: move?.homeSchoolId ?? null, from: move?.from ?? null },
      writes: [replace(people, after)],
      announce: [employmentChanged(personId), ...joined(after)],
    });
  });
}
