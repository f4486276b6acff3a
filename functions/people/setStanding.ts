import { isDeepStrictEqual } from "node:util";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { standingOf } from "../../shared/domain/people/profileOf.ts";
import { changedSinceRead, notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { personToChange } from "./access.ts";
import { faultOfAssurance, faultsOfSchools, schoolsOfAssurance } from "./faults.ts";
import { kept } from "./kept.ts";

/** Records what others vouch for: titles that a body awarded, and the employer's letter of assurance. */
export const setStanding: Handler<"setStanding"> = (
  { params, body: { before: read, ...body } },
  { world, store, session, actor, act },
) =>
  act(async () => {
    const { personId } = params;
    const before = await personToChange(store, session, personId);
    if (!before) return notFound("practitioner");
    const fault =
      faultOfAssurance(body.assurance, dateAt(world.now())) ??
      (await faultsOfSchools(store, schoolsOfAssurance(body.assurance)));
    if (fault) return fault;
    const { leastDeployments: _replaced, ...others } = before;
    const after = { ...others, ...body };
    const unread = !!read && !isDeepStrictEqual(standingOf(read), standingOf(before));
    if (unread && !isDeepStrictEqual(standingOf(body), standingOf(before))) return changedSinceRead("record");
    const facts = {
      designations: body.designations.length,
      assuredUntil: body.assurance?.validUntil ?? null,
      leastDeployments: body.leastDeployments ?? null,
    };
    return kept({ session, before, after }, { action: "standing-set", actor, facts });
  });
