import { isDeepStrictEqual } from "node:util";
import { availabilityWarnings } from "../../shared/domain/people/availability.ts";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { interestsChanged } from "../../shared/domain/people/employmentEvents.ts";
import { profileOf } from "../../shared/domain/people/profileOf.ts";
import { changedSinceRead, notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { calendarOf } from "../../shared/store/calendars.ts";
import { capacityOf } from "../../shared/store/capacity.ts";
import { people } from "../../shared/store/rows/people.ts";
import { replace } from "../../shared/store/store.ts";
import { personToChange, visibleTo } from "./access.ts";
import { capacityWrites } from "./capacityChange.ts";
import { faultsOfSchools, schoolsOfInterests } from "./faults.ts";

/** Changes what a practitioner offers; other totals are kept with the years that they hold for, in one write. */
export const setProfile: Handler<"setProfile"> = (
  { params, body: { before: read, ...body } },
  { world, store, session, actor, act },
) =>
  act(async () => {
    const { personId } = params;
    const before = await personToChange(store, session, personId);
    if (!before) return notFound("practitioner");
    const fault = await faultsOfSchools(store, schoolsOfInterests(body.declaredInterests));
    if (fault) return fault;
    // A facet that the new profile does not give is given up.
    const { supportTypes: _types, audiences: _audiences, settings: _settings, ...others } = before;
    const after = { ...others, ...body };
    const today = dateAt(world.now());
    const warnings = availabilityWarnings(after, await calendarOf(store, after.homeSchoolId), today);
    const reply = { status: 200 as const, body: { ...visibleTo(session, after), warnings } };
    if (isDeepStrictEqual(before, after)) return { reply };
    if (read && !isDeepStrictEqual(profileOf(read), profileOf(before))) return changedSinceRead("profile");
    const writes = await capacityWrites({
      before,
      after,
      today,
      find: (person, year) => capacityOf(store, person, year),
    });
    if ("problem" in writes) return writes;
    const { capacityDaysPerYear, capacityDeployments } = after;
    return {
      reply,
      action: {
        chain: `person:${personId}`,
        action: "profile-set",
        actor,
        facts: { personId, capacityDaysPerYear, capacityDeployments },
        writes: [replace(people, after), ...writes],
        announce: isDeepStrictEqual(before.declaredInterests, after.declaredInterests)
          ? []
          : [interestsChanged(personId)],
      },
    };
  });
