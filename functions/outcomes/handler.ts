import { outcomesRoutes } from "../../shared/contract/routes/outcomes.ts";
import { httpFunction } from "../../shared/runtime/http.ts";
import { serve } from "../../shared/runtime/serve.ts";
import type { World } from "../../shared/runtime/world.ts";
import { correctOutcome } from "./correctOutcome.ts";
import { evaluateDeployment, listEvaluations } from "./evaluations.ts";
import { exportDeployments, exportOutcomes } from "./exports.ts";
import { exportSchools } from "./exportSchools.ts";
import { answerFollowUp, getFollowUp, listFollowUps } from "./followUps.ts";
import { impact } from "./impact.ts";
import { listOutcomes } from "./listOutcomes.ts";
import { recordOutcome } from "./recordOutcome.ts";

/** The doors of evidence: evaluations, outcomes, follow-ups and the impact of it all. */
export const outcomesFunction = (world: World) => {
  const doors = { world, routes: outcomesRoutes };
  return httpFunction("outcomes", {
    evaluateDeployment: serve(doors, "evaluateDeployment", evaluateDeployment),
    listEvaluations: serve(doors, "listEvaluations", listEvaluations),
    recordOutcome: serve(doors, "recordOutcome", recordOutcome),
    correctOutcome: serve(doors, "correctOutcome", correctOutcome),
    listOutcomes: serve(doors, "listOutcomes", listOutcomes),
    listFollowUps: serve(doors, "listFollowUps", listFollowUps),
    getFollowUp: serve(doors, "getFollowUp", getFollowUp),
    answerFollowUp: serve(doors, "answerFollowUp", answerFollowUp),
    impact: serve(doors, "impact", impact),
    exportDeployments: serve(doors, "exportDeployments", exportDeployments),
    exportSchools: serve(doors, "exportSchools", exportSchools),
    exportOutcomes: serve(doors, "exportOutcomes", exportOutcomes),
  });
};
