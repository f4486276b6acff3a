import { isDeepStrictEqual } from "node:util";
import { dateAt } from "../../shared/domain/calendar.ts";
import { employedAt } from "../../shared/domain/person.ts";
import { notFound, refuse } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { people } from "../../shared/store/rows/people.ts";
import { replace } from "../../shared/store/store.ts";
import { visibleTo } from "./access.ts";
import { faultOfEmail, faultOfStart, faultsOfHomeSchool } from "./faults.ts";

/** Puts right who a practitioner is and who employs them; a move leaves the former school's word behind. */
export const setEmployment: Handler<"setEmployment"> = (
  { params, body },
  { world, store, session, actor, act },
) =>
  act(async () => {
    const { personId } = params;
    const { name, email, homeSchoolId, from } = body;
    const before = await store.get(people, { personId });
    if (!before) return notFound("practitioner");
    const moves = homeSchoolId !== before.homeSchoolId;
    const fault =
      faultOfStart("/from", from, dateAt(world.now())) ??
      (moves ? await faultsOfHomeSchool(store, homeSchoolId) : undefined) ??
      (await faultOfEmail(store, { email, personId }));
    if (fault) return fault;
    const employed = employedAt(before, { homeSchoolId, from });
    if (employed.kind === "too-early")
      return refuse("invalid-request", "Mend the date and send it again.", [
        { pointer: "/from", detail: `What is on record reaches to ${employed.earliest}` },
      ]);
    const after = { ...employed.person, name, email };
    const reply = { status: 200 as const, body: visibleTo(session, after) };
    if (isDeepStrictEqual(before, after)) return { reply };
    return {
      reply,
      action: {
        chain: `person:${personId}`,
        action: "person-moved",
        actor,
        facts: { personId, formerSchoolId: before.homeSchoolId, homeSchoolId, from },
        writes: [replace(people, after)],
      },
    };
  });
