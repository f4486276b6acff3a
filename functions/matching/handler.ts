import { matchingRoutes } from "../../shared/contract/routes/matching.ts";
import { proposalsRoutes } from "../../shared/contract/routes/proposals.ts";
import { httpFunction } from "../../shared/runtime/http.ts";
import { serve } from "../../shared/runtime/serve.ts";
import type { World } from "../../shared/runtime/world.ts";
import { weighAlternates } from "./alternates.ts";
import { confirmProposal } from "./confirm.ts";
import { diffRuns } from "./differences.ts";
import { explainRequest, explainToPractitioner, relaxRequest } from "./explain.ts";
import { nextWave } from "./nextWave.ts";
import { getRun, listProposals, listRuns, listUnmet } from "./read.ts";
import { listRecruits } from "./recruits.ts";
import { relaxationInFull } from "./relaxation.ts";
import { replayRun } from "./replay.ts";
import { weighRotation } from "./rotation.ts";
import { restoreRule, setRuleAside } from "./setAside.ts";
import { listStandIns } from "./standIns.ts";
import { startRun } from "./startRun.ts";
import { swapProposal } from "./swap.ts";
import { getVerdict } from "./verdict.ts";
import { sendWave } from "./wave.ts";

/** The doors of match runs: what they propose, and what the broker makes of it. */
export const matchingFunction = (world: World) => {
  const doors = { world, routes: { ...matchingRoutes, ...proposalsRoutes } };
  return httpFunction("matching", {
    startRun: serve(doors, "startRun", startRun),
    listRuns: serve(doors, "listRuns", listRuns),
    getRun: serve(doors, "getRun", getRun),
    listProposals: serve(doors, "listProposals", listProposals),
    listUnmet: serve(doors, "listUnmet", listUnmet),
    explainRequest: serve(doors, "explainRequest", explainRequest),
    relaxRequest: serve(doors, "relaxRequest", relaxRequest),
    relaxationInFull: serve(doors, "relaxationInFull", relaxationInFull),
    weighAlternates: serve(doors, "weighAlternates", weighAlternates),
    listStandIns: serve(doors, "listStandIns", listStandIns),
    explainToPractitioner: serve(doors, "explainToPractitioner", explainToPractitioner),
    listRecruits: serve(doors, "listRecruits", listRecruits),
    weighRotation: serve(doors, "weighRotation", weighRotation),
    diffRuns: serve(doors, "diffRuns", diffRuns),
    replayRun: serve(doors, "replayRun", replayRun),
    confirmProposal: serve(doors, "confirmProposal", confirmProposal),
    nextWave: serve(doors, "nextWave", nextWave),
    sendWave: serve(doors, "sendWave", sendWave),
    swapProposal: serve(doors, "swapProposal", swapProposal),
    getVerdict: serve(doors, "getVerdict", getVerdict),
    setRuleAside: serve(doors, "setRuleAside", setRuleAside),
    restoreRule: serve(doors, "restoreRule", restoreRule),
  });
};
