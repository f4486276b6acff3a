import { httpFunction } from "../../shared/runtime/http.ts";
import { serve } from "../../shared/runtime/serve.ts";
import type { World } from "../../shared/runtime/world.ts";
import { answerNewRelease } from "./answerNewRelease.ts";
import { answerVisit } from "./answerVisit.ts";
import { deploymentContacts } from "./contacts.ts";
import { draftVisit, editVisit } from "./draftVisit.ts";
import { endDeployment } from "./end.ts";
import { getDeployment, listDeployments, listVisits } from "./read.ts";
import { reviewDeployment } from "./review.ts";
import { submitVisit } from "./submitVisit.ts";
import { deploymentVisitDates } from "./visitDates.ts";

/** The doors of deployments: records of visit, the mid-term review and the ending. */
export const deploymentsFunction = (world: World) =>
  httpFunction("deployments", {
    listDeployments: serve(world, "listDeployments", listDeployments),
    getDeployment: serve(world, "getDeployment", getDeployment),
    deploymentContacts: serve(world, "deploymentContacts", deploymentContacts),
    deploymentVisitDates: serve(world, "deploymentVisitDates", deploymentVisitDates),
    listVisits: serve(world, "listVisits", listVisits),
    draftVisit: serve(world, "draftVisit", draftVisit),
    editVisit: serve(world, "editVisit", editVisit),
    submitVisit: serve(world, "submitVisit", submitVisit),
    answerVisit: serve(world, "answerVisit", answerVisit),
    reviewDeployment: serve(world, "reviewDeployment", reviewDeployment),
    answerNewRelease: serve(world, "answerNewRelease", answerNewRelease),
    endDeployment: serve(world, "endDeployment", endDeployment),
  });
