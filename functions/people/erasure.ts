import type { Refusal } from "../../shared/contract/problems.ts";
import { academicYearOf, addMonths, dateAt } from "../../shared/domain/calendar/calendar.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import { type ErasedPerson, namesThem, standsAgainstErasing } from "../../shared/domain/people/erasure.ts";
import type { Capacity } from "../../shared/domain/people/capacity.ts";
import type { Person } from "../../shared/domain/people/person.ts";
import { notFound, refuse } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { absent } from "../../shared/store/absent.ts";
import { remove } from "../../shared/store/remove.ts";
import { capacities, erasedPeople, people, personAddresses } from "../../shared/store/rows/people.ts";
import { type Announcement, create, type Store, type Write } from "../../shared/store/store.ts";
import { unchanged } from "../../shared/store/unchanged.ts";
import { digestOf } from "./addresses.ts";
import { capacitiesOfPerson } from "./held/readHeld.ts";
import { holdingOf } from "./holding.ts";

const theRest = (personId: PersonId): Announcement => ({
  type: "person-erased",
  subject: { personId },
  tell: [],
});

const another = (name: string): Refusal =>
  refuse("invalid-request", "Nothing was erased. Type the id or the name of whom you mean to erase.", [
    { pointer: "/confirmation", detail: `This is not ${name}` },
  ]);

/**
 * Erases a practitioner. Their record, address, claims, standing, interests and capacity go in this one write, with the
 * name that would have told who their id is; what other rows say of them is taken out by a worker, which a repeat starts again.
 */
export const erasePerson: Handler<"erasePerson"> = ({ params, body }, { world, store, actor, act }) =>
  act(async () => {
    const { personId } = params;
    const [person, before] = await Promise.all([
      store.get(people, { personId }),
      store.get(erasedPeople, { personId }),
    ]);
    if (!person && !before) return notFound("practitioner");
    const chain = `person:${personId}` as const;
    if (!namesThem(body.confirmation, person ?? { personId })) return another("their id or their name");
    if (!person) {
      if (!before) return notFound("practitioner");
      const reply = { status: 200 as const, body: before };
      if (before.completedAt !== null) return { reply };
      const again = {
        facts: { personId },
        writes: [unchanged(erasedPeople, before)],
        announce: [theRest(personId)],
      };
      return { reply, action: { ...again, chain, action: "erasure-resumed", actor } };
    }
    const now = world.now();
    const capacity = await capacityToErase(store, person, dateAt(now));
    const holding = await holdingOf(store, person, capacity.rows);
    const against = standsAgainstErasing(holding);
    if (against.length > 0)
      return refuse(
        "wrong-state",
        `Somebody else must take over first. ${against.join(". ")}.`,
        against.map((detail) => ({ detail })),
      );
    const { ground } = body;
    const erased = { personId, ground, by: actor.account, erasedAt: now, completedAt: null, revision: 0 };
    return {
      reply: { status: 200, body: erased },
      action: {
        chain,
        action: "person-erased",
        actor,
        facts: { personId, ground },
        writes: await erasingWrites(store, { person, erased, capacity }),
        announce: [theRest(personId)],
      },
    };
  });

/** Their capacity of all years, and the years for which an offer may be made now. */
interface CapacityToErase {
  readonly rows: readonly Capacity[];
  readonly soon: readonly string[];
}

/** Read before what they hold, and only once: an offer that is made after it writes one of these rows. */
async function capacityToErase(store: Store, person: Person, today: string): Promise<CapacityToErase> {
  const soon = [0, 12, 24].map((months) => academicYearOf(addMonths(today, months)));
  return { rows: await capacitiesOfPerson(store, person, { today, named: soon }), soon };
}

interface Erasing {
  readonly person: Person;
  readonly erased: ErasedPerson;
  readonly capacity: CapacityToErase;
}

/** All that goes at once, under the condition that no offer was made since their capacity was read. */
async function erasingWrites(
  store: Store,
  { person, erased, capacity: { rows, soon } }: Erasing,
): Promise<Write[]> {
  const { personId } = person;
  const address = await store.get(personAddresses, { addressDigest: digestOf(person.email) });
  const known = new Set(rows.map(({ academicYear }) => academicYear));
  return [
    remove(people, person),
    create(erasedPeople, erased),
    ...(address?.personId === personId ? [remove(personAddresses, address)] : []),
    ...rows.map((row) => remove(capacities, row)),
    ...soon
      .filter((academicYear) => !known.has(academicYear))
      .map((academicYear) => absent(capacities, { personId, academicYear })),
  ];
}

export const getErasure: Handler<"getErasure"> = async ({ params }, { store }) => {
  const erased = await store.get(erasedPeople, params);
  return erased ? { status: 200, body: erased } : notFound("erased person");
};
