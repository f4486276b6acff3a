import { httpFunction } from "../../shared/runtime/http.ts";
import { serve } from "../../shared/runtime/serve.ts";
import type { World } from "../../shared/runtime/world.ts";
import { correctOutcome } from "./correctOutcome.ts";
import { evaluateDeployment, listEvaluations } from "./evaluations.ts";
import { exportDeployments, exportOutcomes } from "./exports.ts";
import { answerFollowUp, getFollowUp, listFollowUps } from "./followUps.ts";
import { impact } from "./impact.ts";
import { listOutcomes } from "./listOutcomes.ts";
import { recordOutcome } from "./recordOutcome.ts";

/** The doors of evidence: evaluations, outcomes, follow-ups and the impact of it all. */
export const outcomesFunction = (world: World) =>
  httpFunction("outcomes", {
    evaluateDeployment: serve(world, "evaluateDeployment", evaluateDeployment),
    listEvaluations: serve(world, "listEvaluations", listEvaluations),
    recordOutcome: serve(world, "recordOutcome", recordOutcome),
    correctOutcome: serve(world, "correctOutcome", correctOutcome),
    listOutcomes: serve(world, "listOutcomes", listOutcomes),
    listFollowUps: serve(world, "listFollowUps", listFollowUps),
    getFollowUp: serve(world, "getFollowUp", getFollowUp),
    answerFollowUp: serve(world, "answerFollowUp", answerFollowUp),
    impact: serve(world, "impact", impact),
    exportDeployments: serve(world, "exportDeployments", exportDeployments),
    exportOutcomes: serve(world, "exportOutcomes", exportOutcomes),
  });
