import type { NextWaveView } from "../../shared/contract/routes/runViews.ts";
import { WaveId } from "../../shared/domain/ids.ts";
import type { Wave } from "../../shared/domain/runs/wave.ts";
import type { RoutePolicyName } from "../../shared/domain/vocabulary.ts";
import { isRefusal } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import type * as z from "zod";
import { asChosen, chosenForWave, type InTurn } from "./chosenForWave.ts";
import { confirming } from "./confirm.ts";

type NextWave = z.output<typeof NextWaveView>;

const toldOf = ({ proposal, request }: InTurn): NextWave["wouldSend"][number] => {
  const { requestId, personId, schoolId, homeSchoolId, fit, expectedAcceptance, warnings } = proposal;
  const { routePolicy, priority } = request;
  return {
    requestId,
    personId,
    schoolId,
    homeSchoolId,
    routePolicy,
    priority,
    fit,
    expectedAcceptance: expectedAcceptance ?? null,
    warnings: [...warnings],
  };
};

type Told = Pick<NextWave, "wouldSend" | "couldNotSend">;
type Decided = readonly [InTurn, Awaited<ReturnType<typeof confirming>>];

/** Takes what was decided of some proposals in their turn, as long as their routes and the wave have room. */
function take(
  { wouldSend, couldNotSend }: Told,
  decided: readonly Decided[],
  { most, left }: { readonly most: number; readonly left: Map<RoutePolicyName, number> },
): void {
  for (const [each, decision] of decided) {
    const { requestId, personId } = each.proposal;
    const { routePolicy } = each.request;
    const ofRoute = left.get(routePolicy) ?? 0;
    if (ofRoute === 0 || wouldSend.length === most) continue;
    if (isRefusal(decision)) {
      couldNotSend.push({ requestId, personId, problem: decision.problem, detail: decision.detail });
      continue;
    }
    left.set(routePolicy, ofRoute - 1);
    wouldSend.push(toldOf(each));
  }
}

const decidedAtOnce = 10;

/** What a wave would send at this moment: each of its offers is decided as when it is sent, and nothing is written. */
export const nextWave: Handler<"nextWave"> = async (
  { params: { runId }, query: { most, ...query } },
  context,
) => {
  const { store, world } = context;
  const forWave = await chosenForWave(store, runId, { most, ...query });
  if (isRefusal(forWave)) return forWave;
  const { inTurn, leftOut } = forWave;
  const chosen = inTurn.map(asChosen);
  const notedAt = world.now();
  const wave: Wave = { waveId: world.fresh(WaveId), runId, bodyHash: null, chosen, notedAt, revision: 0 };
  const left = new Map(forWave.perRoute);
  const told: Told = { wouldSend: [], couldNotSend: [] };
  for (let at = 0; at < inTurn.length && told.wouldSend.length < most; at += decidedAtOnce) {
    const some = inTurn.slice(at, at + decidedAtOnce);
    const decided = some.map(async (each): Promise<Decided> => {
      const { requestId, personId } = each.proposal;
      return [
        each,
        await confirming(context, { key: { runId, requestId, personId }, reason: undefined, wave }),
      ];
    });
    take(told, await Promise.all(decided), { most, left });
  }
  return { status: 200, body: { runId, ...told, leftOut } };
};
