import { isDeepStrictEqual } from "node:util";
import { dateAt } from "../../shared/domain/calendar.ts";
import { employmentChanged } from "../../shared/domain/employmentEvents.ts";
import type { Person } from "../../shared/domain/person.ts";
import { notFound, refuse } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { people } from "../../shared/store/rows/people.ts";
import { replace } from "../../shared/store/store.ts";
import { personToChange, visibleTo } from "./access.ts";

const isLong = ({ parked }: Person): boolean => parked?.endsOffers === true;

/** Parks a practitioner until a date, or unparks them; the reason stays on the row and out of the trail. */
export const parkPerson: Handler<"parkPerson"> = ({ params, body }, { world, store, session, actor, act }) =>
  act(async () => {
    const { personId } = params;
    const before = await personToChange(store, session, personId);
    if (!before) return notFound("practitioner");
    const { parked } = body;
    if (parked && parked.until < dateAt(world.now()))
      return refuse("invalid-request", "Park until today or a later date, or unpark with null.", [
        { pointer: "/parked/until", detail: "This date has passed" },
      ]);
    const after = { ...before, parked };
    const reply = { status: 200 as const, body: visibleTo(session, after) };
    if (isDeepStrictEqual(before, after)) return { reply };
    return {
      reply,
      action: {
        chain: `person:${personId}`,
        action: "person-parked",
        actor,
        facts: { personId, until: parked?.until ?? null },
        writes: [replace(people, after)],
        ...(isLong(before) || isLong(after) ? { announce: [employmentChanged(personId)] } : {}),
      },
    };
  });
