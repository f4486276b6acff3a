import { isDeepStrictEqual } from "node:util";
import type { Partnership } from "../../shared/domain/partnership.ts";
import { changesInTrail, settingsIn } from "../../shared/domain/settings.ts";
import { notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { replace } from "../../shared/store/store.ts";
import { matchingInForce } from "../match/policyOf.ts";
import { changedSince, shownPartnership, shownWritten } from "./rules.ts";

/** Writes how the partnership's next runs match, whole; what is not sent is as everywhere again. */
export const setMatchingPolicy: Handler<"setMatchingPolicy"> = async ({ body }, { store, actor, act }) =>
  act(async () => {
    const { revision, ...matching } = body;
    const before = await store.get(partnerships, {});
    if (!before) return notFound("partnership");
    const after: Partnership = { ...before, matching };
    if (isDeepStrictEqual(before.matching ?? {}, matching))
      return { reply: { status: 200, body: shownPartnership(after) } };
    const changed = changedSince(revision, before);
    if (changed) return changed;
    const reply = { status: 200 as const, body: shownWritten(after) };
    const { fairness, rotationCostPerLoad } = reply.body.matching;
    const inForce = settingsIn(matchingInForce(before.matching));
    const changes = changesInTrail(inForce, settingsIn(reply.body.matching));
    return {
      reply,
      action: {
        chain: "partnership",
        action: "matching-policy-set",
        actor,
        facts: {
          fairness,
          rotationCostPerLoad,
          partsSet: Object.keys(matching).toSorted().join(" "),
          changes,
        },
        writes: [replace(partnerships, after)],
      },
    };
  });
