import { daysOf } from "../../shared/domain/calendar/days.ts";
import type { Alternate, Relaxation } from "../../shared/domain/runs/explanation.ts";
import type * as engine from "../../shared/matching/explain/result.ts";
import { points } from "./points.ts";

const tiersRow = <Tiers extends engine.LossTiers>(tiers: Tiers) => ({ ...tiers, fit: points(tiers.fit) });

/** An alternate as the broker reads it. */
export const alternateRow = (alternate: engine.Alternate): Alternate => ({
  personId: alternate.personId,
  fit: points(alternate.fit),
  whyNot: alternate.whyNot,
  freeNow: alternate.freeNow,
  loss: alternate.loss && {
    ...tiersRow(alternate.loss),
    atLeast: alternate.loss.atLeast && tiersRow(alternate.loss.atLeast),
  },
  neededBy: [...alternate.neededBy],
});

/** A relaxation as the broker reads it. */
export const relaxationRow = ({
  code,
  sentence,
  gain,
  people,
  moved,
  more,
}: engine.Relaxation): Relaxation => ({
  relaxation: code,
  sentence,
  gain,
  people,
  moved,
  more: more.map(({ personId, slots, halfDays }) => ({ personId, slots, days: daysOf(halfDays) })),
});
