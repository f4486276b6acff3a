import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { employmentChanged } from "../../shared/domain/people/employmentEvents.ts";
import type { Person } from "../../shared/domain/people/person.ts";
import { notFound, refuse } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { personToChange } from "./access.ts";
import { kept } from "./kept.ts";

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
    const change = { session, before, after };
    return kept(change, {
      action: "person-parked",
      actor,
      facts: { until: parked?.until ?? null },
      announce: isLong(before) || isLong(after) ? [employmentChanged(personId)] : [],
    });
  });
