import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { employedSince } from "../../shared/domain/people/employment.ts";
import { isRefusal, notFound, refuse } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { people, personAddresses } from "../../shared/store/rows/people.ts";
import { addressWrites } from "./addresses.ts";
import { faultOfStart } from "./faults.ts";
import { kept } from "./kept.ts";

/** Puts right who a practitioner is and since when their school employs them. */
export const setEmployment: Handler<"setEmployment"> = (
  { params, body },
  { world, store, session, actor, act },
) =>
  act(async () => {
    const { personId } = params;
    const { name, email, from } = body;
    const before = await store.get(people, { personId });
    if (!before) return notFound("practitioner");
    const fault = faultOfStart("/from", from, dateAt(world.now()));
    if (fault) return fault;
    const address = await addressWrites({
      before,
      after: { email, personId },
      find: (addressDigest) => store.get(personAddresses, { addressDigest }),
    });
    if (isRefusal(address)) return address;
    const employed = employedSince(before, from);
    if (employed.kind !== "employed")
      return refuse("invalid-request", "Mend the date and send it again.", [
        {
          pointer: "/from",
          detail:
            employed.kind === "too-early"
              ? `What is on record reaches to ${employed.earliest}`
              : `They leave that school on ${employed.latest}`,
        },
      ]);
    const after = { ...employed.person, name, email };
    return kept(
      { session, before, after },
      { action: "employment-set", actor, facts: { from }, besides: address },
    );
  });
