import { httpFunction } from "../../shared/runtime/http.ts";
import { serve } from "../../shared/runtime/serve.ts";
import type { World } from "../../shared/runtime/world.ts";
import { weighAlternates } from "./alternates.ts";
import { confirmProposal } from "./confirm.ts";
import { diffRuns } from "./differences.ts";
import { explainRequest, explainToPractitioner, relaxRequest } from "./explain.ts";
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
export const matchingFunction = (world: World) =>
  httpFunction("matching", {
    startRun: serve(world, "startRun", startRun),
    listRuns: serve(world, "listRuns", listRuns),
    getRun: serve(world, "getRun", getRun),
    listProposals: serve(world, "listProposals", listProposals),
    listUnmet: serve(world, "listUnmet", listUnmet),
    explainRequest: serve(world, "explainRequest", explainRequest),
    relaxRequest: serve(world, "relaxRequest", relaxRequest),
    relaxationInFull: serve(world, "relaxationInFull", relaxationInFull),
    weighAlternates: serve(world, "weighAlternates", weighAlternates),
    listStandIns: serve(world, "listStandIns", listStandIns),
    explainToPractitioner: serve(world, "explainToPractitioner", explainToPractitioner),
    listRecruits: serve(world, "listRecruits", listRecruits),
    weighRotation: serve(world, "weighRotation", weighRotation),
    diffRuns: serve(world, "diffRuns", diffRuns),
    replayRun: serve(world, "replayRun", replayRun),
    confirmProposal: serve(world, "confirmProposal", confirmProposal),
    sendWave: serve(world, "sendWave", sendWave),
    swapProposal: serve(world, "swapProposal", swapProposal),
    getVerdict: serve(world, "getVerdict", getVerdict),
    setRuleAside: serve(world, "setRuleAside", setRuleAside),
    restoreRule: serve(world, "restoreRule", restoreRule),
  });
