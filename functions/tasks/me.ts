import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { byDueDate, nextSteps } from "../../shared/domain/tasks/waiting.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import type { RequestId } from "../../shared/domain/ids.ts";
import type { Store } from "../../shared/store/store.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { people } from "../../shared/store/rows/people.ts";
import { registeredSchools } from "../../shared/store/schools.ts";
import { waitingFor } from "./waiting.ts";

const shownAtMost = 100;

/** The requests with some ids, so that things of one kind that wait can be told apart. */
async function requestsById(store: Store, ids: readonly (RequestId | null)[]) {
  const known = [...new Set(ids)].filter((id) => id !== null);
  const found = await store.getEach(
    requests,
    known.map((requestId) => ({ requestId })),
  );
  return new Map(found.flatMap((request) => (request ? [[request.requestId, request]] : [])));
}

/** Who is signed in, in the partnership's own words, and what waits for them. */
export const getMe: Handler<"getMe"> = async (_, { world, store, session }) => {
  const { account, roles, schoolId, personId } = session;
  const [partnership, schools, person, waiting] = await Promise.all([
    store.get(partnerships, {}),
    registeredSchools(store),
    personId === undefined ? undefined : store.get(people, { personId }),
    waitingFor({ store, session, today: dateAt(world.now()) }),
  ]);
  const shown = byDueDate(waiting).slice(0, shownAtMost);
  const about = await requestsById(
    store,
    shown.map(({ requestId }) => requestId),
  );
  const nameOf = (id: string | null): string | null =>
    schools.find((each) => each.schoolId === id)?.name ?? null;
  return {
    status: 200,
    body: {
      account,
      roles: [...roles],
      partnership: { partnershipId: session.partnershipId, name: partnership?.name ?? null },
      school: schoolId === undefined ? null : { schoolId, name: nameOf(schoolId) },
      practitioner: personId === undefined ? null : { personId, name: person?.name ?? null },
      waiting: shown.map(({ requestId, ...each }) => {
        const request = requestId === null ? undefined : about.get(requestId);
        return {
          ...each,
          next: nextSteps[each.what],
          schoolName: nameOf(request?.schoolId ?? null),
          need: request?.codes.primary ?? null,
        };
      }),
      waitingCount: waiting.length,
    },
  };
};
