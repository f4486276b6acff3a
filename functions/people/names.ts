import type * as z from "zod";
import { PersonId, RequestId, SchoolId } from "../../shared/domain/ids.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { people } from "../../shared/store/rows/people.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { schoolsWith } from "../../shared/store/schools.ts";
import { hasPartIn } from "../requests/access.ts";
import { maySee } from "./access.ts";

/** Those of some ids that are of one kind, each once. */
const ofKind = <Id extends z.ZodType<string>>(kind: Id, ids: readonly string[]): z.output<Id>[] => [
  ...new Set(
    ids.flatMap((id) => {
      const read = kind.safeParse(id);
      return read.success ? [read.data] : [];
    }),
  ),
];

/**
 * How some things are called, read by key: no list of everybody is read. Whoever has a part in a request by an offer
 * alone costs a reading of its offers.
 */
export const nameEach: Handler<"nameEach"> = async ({ query: { ids } }, { store, session }) => {
  const [foundPeople, foundRequests] = await Promise.all([
    store.getEach(
      people,
      ofKind(PersonId, ids).map((personId) => ({ personId })),
    ),
    store.getEach(
      requests,
      ofKind(RequestId, ids).map((requestId) => ({ requestId })),
    ),
  ]);
  const parts = await Promise.all(
    foundRequests.map(async (each) => (each && (await hasPartIn(store, session, each)) ? [each] : [])),
  );
  const asked = parts.flat();
  const schools = ofKind(SchoolId, [...ids, ...asked.map(({ schoolId }) => schoolId)]);
  return {
    status: 200,
    body: {
      schools: (await schoolsWith(store, schools)).map(({ schoolId, name }) => ({ schoolId, name })),
      people: foundPeople.flatMap((person) =>
        person && maySee(session, person) ? [{ personId: person.personId, name: person.name }] : [],
      ),
      requests: asked.map(({ requestId, schoolId, window, codes }) => ({
        requestId,
        schoolId,
        window,
        need: codes.primary,
      })),
    },
  };
};
