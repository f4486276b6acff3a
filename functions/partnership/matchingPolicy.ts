import { isDeepStrictEqual } from "node:util";
import type { Partnership } from "../../shared/domain/partnership.ts";
import { changesInTrail, settingsIn } from "../../shared/domain/settings.ts";
import { notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { replace } from "../../shared/store/store.ts";
import { matchingInForce } from "../match/policyOf.ts";

/** A partnership as it is shown: what its runs weigh is told in full, whoever decided it. */
export const shownPartnership = (partnership: Partnership) => ({
  ...partnership,
  matching: matchingInForce(partnership.matching),
});

/** Writes how the partnership's next runs match, whole; what is not sent is as everywhere again. */
export const setMatchingPolicy: Handler<"setMatchingPolicy"> = async ({ body }, { store, actor, act }) =>
  act(async () => {
    const before = await store.get(partnerships, {});
    if (!before) return notFound("partnership");
    const after: Partnership = { ...before, matching: body };
    const reply = { status: 200 as const, body: shownPartnership(after) };
    if (isDeepStrictEqual(before.matching ?? {}, body)) return { reply };
    const { fairness, rotationCostPerLoad } = reply.body.matching;
    const inForce = settingsIn(matchingInForce(before.matching));
    const changes = changesInTrail(inForce, settingsIn(reply.body.matching));
    return {
      reply,
      action: {
        chain: "partnership",
        action: "matching-policy-set",
        actor,
        facts: { fairness, rotationCostPerLoad, partsSet: Object.keys(body).toSorted().join(" "), changes },
        writes: [replace(partnerships, after)],
      },
    };
  });
