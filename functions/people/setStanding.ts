import { isDeepStrictEqual } from "node:util";
import { dateAt } from "../../shared/domain/calendar.ts";
import { notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { people } from "../../shared/store/rows/people.ts";
import { replace } from "../../shared/store/store.ts";
import { personToChange, visibleTo } from "./access.ts";
import { faultOfAssurance, faultsOfSchools, schoolsOfAssurance } from "./faults.ts";

/** Records what others vouch for: titles that a body awarded, and the employer's letter of assurance. */
export const setStanding: Handler<"setStanding"> = (
  { params, body },
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
    const reply = { status: 200 as const, body: visibleTo(session, after) };
    if (isDeepStrictEqual(before, after)) return { reply };
    return {
      reply,
      action: {
        chain: `person:${personId}`,
        action: "standing-set",
        actor,
        facts: {
          personId,
          designations: body.designations.length,
          assuredUntil: body.assurance?.validUntil ?? null,
          leastDeployments: body.leastDeployments ?? null,
        },
        writes: [replace(people, after)],
      },
    };
  });
