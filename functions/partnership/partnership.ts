import { isDeepStrictEqual } from "node:util";
import { academicYearOf, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { type Partnership, startingPolicies } from "../../shared/domain/partnership.ts";
import { routeChangesInTrail } from "../../shared/domain/settings.ts";
import { notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { trailFor } from "../../shared/runtime/trail.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { create, replace } from "../../shared/store/store.ts";
import { changedSince, shownPartnership, shownWritten } from "./rules.ts";

/** 1 September before an instant: starting rates are in force for the whole of the present academic year. */
const yearBegan = (now: string): string => `${academicYearOf(dateAt(now)).slice(0, 4)}-09-01`;

/** Sets up the session's own partnership, or changes it; policies that are not sent stay as they are. */
export const createPartnership: Handler<"createPartnership"> = async (
  { body },
  { world, store, session, actor, act },
) => {
  const { partnershipId } = session;
  // Before the commit, as it is harmless and repeatable: a partnership that exists is never left out of a night.
  await world.directory.add(partnershipId);
  return act(async () => {
    const before = await store.get(partnerships, {});
    const { name, area, brokerEmail, revision } = body;
    const after: Partnership = {
      ...(before ?? { partnershipId, latestRunId: null, createdAt: world.now(), revision: 0 }),
      name,
      area,
      brokerEmail,
      policies: body.policies ?? before?.policies ?? startingPolicies(yearBegan(world.now())),
    };
    if (isDeepStrictEqual(before, after)) return { reply: { status: 200, body: shownPartnership(after) } };
    const changed = changedSince(revision, before);
    if (changed) return changed;
    return {
      reply: { status: 200, body: before ? shownWritten(after) : shownPartnership(after) },
      action: {
        chain: "partnership",
        action: "partnership-set",
        actor,
        facts: factsOf(before, after),
        writes: [before ? replace(partnerships, after) : create(partnerships, after)],
      },
    };
  });
};

const detailsOf = ({ name, area, brokerEmail }: Partnership) => ({ name, area, brokerEmail });

/** What the trail says of a change: of names and addresses only whether they are others. */
const factsOf = (before: Partnership | undefined, after: Partnership) => ({
  isNew: !before,
  detailsSet: !before || !isDeepStrictEqual(detailsOf(before), detailsOf(after)),
  policiesSet: !isDeepStrictEqual(before?.policies, after.policies),
  ...(before ? { changes: routeChangesInTrail(before.policies, after.policies) } : {}),
});

export const getPartnership: Handler<"getPartnership"> = async (_input, { store }) => {
  const partnership = await store.get(partnerships, {});
  return partnership ? { status: 200, body: shownPartnership(partnership) } : notFound("partnership");
};

export const partnershipAudit: Handler<"partnershipAudit"> = async (
  { query: { order, ...page } },
  context,
) => ({
  status: 200,
  body: await trailFor(context, "partnership", { ...page, newestFirst: order === "newest-first" }),
});
