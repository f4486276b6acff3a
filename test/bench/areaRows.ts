import { addDays } from "../../shared/domain/calendar/calendar.ts";
import { codes } from "../../shared/registers/taxonomy.ts";
import { serviceActor } from "../../shared/runtime/session.ts";
import { partnerships, registers, schoolFacts, SchoolFacts } from "../../shared/store/rows/partnership.ts";
import { people } from "../../shared/store/rows/people.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { create, type Store } from "../../shared/store/store.ts";
import { numbered, somePartnership, somePerson, someRequest, someSchool } from "../harness/rows.ts";

/** How large an area is: practitioners are twice the requests, as in the design's area of 400 by 800. */
export interface AreaSize {
  readonly schools: number;
  readonly people: number;
  readonly requests: number;
}

const codeOf = (index: number): string => codes[index % codes.length]?.code ?? "";
const schoolOf = (index: number, { schools }: AreaSize) => numbered.school(1 + (index % schools));
// Schools stand on a square of one kilometre's mesh.
const meshSide = 14;

/** Puts an area into a store: partnership, register, schools, practitioners and open requests, always the same. */
export async function layOutArea(store: Store, size: AreaSize, madeOn: string): Promise<void> {
  const partnership = somePartnership(store.partnershipId, `${madeOn}T08:00:00.000Z`);
  const register = { importId: numbered.registerImport(1), revision: 0 };
  await store.commit({
    chain: "partnership",
    action: "measured",
    actor: serviceActor("bench"),
    writes: [create(partnerships, partnership), create(registers, register)],
  });
  const count = (length: number): number[] => Array.from({ length }, (_, index) => index);
  await store.stage(
    schoolFacts,
    count(size.schools).map((index) =>
      SchoolFacts.parse({
        ...someSchool(index + 1),
        eastingMetres: 430_000 + (index % meshSide) * 1000,
        northingMetres: 380_000 + Math.floor(index / meshSide) * 1000,
      }),
    ),
  );
  await store.stage(
    people,
    count(size.people).map((index) => {
      const person = somePerson(index + 1, schoolOf(index, size));
      const claims = [0, 7, 19].map((step) => ({ ...person.claims[0], code: codeOf(index + step) }));
      return people.schema.parse({ ...person, claims, travelLimitMetres: 15_000 });
    }),
  );
  await store.stage(
    requests,
    count(size.requests).map((index) => ({
      ...someRequest(index + 1, schoolOf(index * 3 + 1, size), madeOn),
      codes: { primary: codeOf(index * 5), secondary: [codeOf(index * 5 + 1)] },
      window: { from: addDays(madeOn, 14), to: addDays(madeOn, 90) },
    })),
  );
}
