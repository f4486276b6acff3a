import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { byDueDate, nextSteps, type Waiting } from "../../shared/domain/tasks/waiting.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import type { SchoolId } from "../../shared/domain/ids.ts";
import type { Reads } from "../../shared/store/reads.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { people } from "../../shared/store/rows/people.ts";
import { schoolsWith } from "../../shared/store/schools.ts";
import { readingPast } from "./readingPast.ts";
import { waitingFor } from "./waiting.ts";

const shownAtMost = 100;
/** Of rows that cannot be read: a whole list of another release is one fault, told once for each reader. */
const loggedAtMost = 10;

/** The requests that some of what waits is about, so that things of one kind can be told apart. */
async function requestsOf(reads: Reads, waiting: readonly Waiting[]) {
  const known = [...new Set(waiting.flatMap(({ requestId }) => requestId ?? []))];
  const found = await reads.getEach(
    requests,
    known.map((requestId) => ({ requestId })),
  );
  return new Map(found.flatMap((request) => (request ? [[request.requestId, request]] : [])));
}

/** Tells the names of some schools, null of one that is no member. */
async function namesOf(reads: Reads, ids: readonly SchoolId[]): Promise<(id: SchoolId) => string | null> {
  const names = new Map(
    (await schoolsWith(reads, [...new Set(ids)])).map((each) => [each.schoolId, each.name]),
  );
  return (id) => names.get(id) ?? null;
}

/** Who is signed in, in the partnership's own words, and what waits for them; one row that cannot be read hides no other. */
export const getMe: Handler<"getMe"> = async (_, { world, store, session }) => {
  const { account, roles, schoolId, personId, partnershipId } = session;
  const { reads, unread } = readingPast(store);
  const [partnership, person, waiting] = await Promise.all([
    reads.get(partnerships, {}),
    personId === undefined ? undefined : reads.get(people, { personId }),
    waitingFor({ store: reads, session, today: dateAt(world.now()) }),
  ]);
  const shown = byDueDate(waiting).slice(0, shownAtMost);
  const about = await requestsOf(reads, shown);
  const named = [...about.values()].map((request) => request.schoolId);
  const nameOf = await namesOf(reads, schoolId === undefined ? named : [...named, schoolId]);
  for (const where of [...unread.keys()].slice(0, loggedAtMost))
    world.log({ code: "row-unreadable", door: "getMe", where });
  return {
    status: 200,
    body: {
      account,
      roles: [...roles],
      partnership: { partnershipId, name: partnership?.name ?? null },
      school: schoolId === undefined ? null : { schoolId, name: nameOf(schoolId) },
      practitioner: personId === undefined ? null : { personId, name: person?.name ?? null },
      waiting: shown.map(({ requestId, ...each }) => {
        const request = requestId === null ? undefined : about.get(requestId);
        return {
          ...each,
          next: nextSteps[each.what],
          schoolName: request ? nameOf(request.schoolId) : null,
          need: request?.codes.primary ?? null,
        };
      }),
      waitingCount: waiting.length,
      incomplete: [...new Set(unread.values())].toSorted(),
    },
  };
};
