import { deploymentsRoutes } from "../../shared/contract/routes/deployments.ts";
import { httpFunction } from "../../shared/runtime/http.ts";
import { serve } from "../../shared/runtime/serve.ts";
import type { World } from "../../shared/runtime/world.ts";
import { answerNewRelease } from "./answerNewRelease.ts";
import { answerVisit } from "./answerVisit.ts";
import { askBroker, askedOfBroker } from "./askBroker.ts";
import { deploymentContacts } from "./contacts.ts";
import { draftVisit, editVisit } from "./draftVisit.ts";
import { endDeployment } from "./end.ts";
import { getDeployment, listDeployments, listVisits } from "./read.ts";
import { reviewDeployment } from "./review.ts";
import { submitVisit } from "./submitVisit.ts";
import { deploymentVisitDates } from "./visitDates.ts";

/** The doors of deployments: records of visit, the mid-term review and the ending. */
export const deploymentsFunction = (world: World) => {
  const doors = { world, routes: deploymentsRoutes };
  return httpFunction("deployments", {
    listDeployments: serve(doors, "listDeployments", listDeployments),
    getDeployment: serve(doors, "getDeployment", getDeployment),
    deploymentContacts: serve(doors, "deploymentContacts", deploymentContacts),
    deploymentVisitDates: serve(doors, "deploymentVisitDates", deploymentVisitDates),
    listVisits: serve(doors, "listVisits", listVisits),
    draftVisit: serve(doors, "draftVisit", draftVisit),
    editVisit: serve(doors, "editVisit", editVisit),
    submitVisit: serve(doors, "submitVisit", submitVisit),
    answerVisit: serve(doors, "answerVisit", answerVisit),
    reviewDeployment: serve(doors, "reviewDeployment", reviewDeployment),
    answerNewRelease: serve(doors, "answerNewRelease", answerNewRelease),
    askedOfBroker: serve(doors, "askedOfBroker", askedOfBroker),
    askBroker: serve(doors, "askBroker", askBroker),
    endDeployment: serve(doors, "endDeployment", endDeployment),
  });
};
