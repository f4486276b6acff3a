import type { Holding } from "../../shared/domain/people/erasure.ts";
import type { Person } from "../../shared/domain/people/person.ts";
import type { Capacity } from "../../shared/domain/people/capacity.ts";
import { deploymentsOfPerson } from "../../shared/store/rows/deployments.ts";
import { partnerships, schoolContactList } from "../../shared/store/rows/partnership.ts";
import { offers, offersOfPerson } from "../../shared/store/rows/requests.ts";
import { tasksIn } from "../../shared/store/rows/tasks.ts";
import { registeredSchools } from "../../shared/store/schools.ts";
import type { Store } from "../../shared/store/store.ts";
import { isThere } from "./held/readHeld.ts";

/**
 * What somebody still holds. Offers that a year's capacity names are read by key, as they stand at this moment: the
 * index comes a little later. `capacities` were read before.
 */
export async function holdingOf(
  store: Store,
  person: Person,
  capacities: readonly Capacity[],
): Promise<Holding> {
  const { personId } = person;
  const isTheirs = (address: string | null | undefined): boolean =>
    address?.toLowerCase() === person.email.toLowerCase();
  const [listed, deployments, open, contacts, partnership, schools] = await Promise.all([
    store.all(offersOfPerson(personId)),
    store.all(deploymentsOfPerson(personId)),
    store.all(tasksIn("open")),
    store.all(schoolContactList),
    store.get(partnerships, {}),
    registeredSchools(store),
  ]);
  const named = await Promise.all(
    capacities.flatMap(({ offered }) => offered).map((key) => store.get(offers, key)),
  );
  const known = [...listed, ...named.filter(isThere)];
  return {
    offers: [...new Map(known.map((offer) => [offer.offerId, offer])).values()],
    deployments,
    tasks: open.filter((task) => task.personId === personId),
    contactOf: contacts
      .filter(({ headEmail }) => isTheirs(headEmail))
      .map(({ schoolId }) => schools.find((each) => each.schoolId === schoolId)?.name ?? schoolId),
    isBrokersAddress: isTheirs(partnership?.brokerEmail),
  };
}
