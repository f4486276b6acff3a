import { requestsRoutes } from "../../shared/contract/routes/requests.ts";
import { unfinishedRequestsRoutes } from "../../shared/contract/routes/unfinishedRequests.ts";
import { httpFunction } from "../../shared/runtime/http.ts";
import { serve } from "../../shared/runtime/serve.ts";
import type { World } from "../../shared/runtime/world.ts";
import { correctTriage } from "./correctTriage.ts";
import { createRequest } from "./create.ts";
import { editRequest } from "./edit.ts";
import { importRequests, requestsTemplate } from "./import.ts";
import { excludePerson, pinPerson, unexcludePerson, unpinPerson } from "./pinAndExclude.ts";
import { getRequest, listRequests, requestAudit } from "./read.ts";
import { returnRequest } from "./return.ts";
import { submitRequest } from "./submit.ts";
import {
  beginRequest,
  dropUnfinishedRequest,
  getUnfinishedRequest,
  listUnfinishedRequests,
  writeOnRequest,
} from "./unfinished.ts";
import { withdrawRequest } from "./withdraw.ts";

/** The doors of support requests, from draft to withdrawal. */
export const requestsFunction = (world: World) => {
  const doors = { world, routes: { ...requestsRoutes, ...unfinishedRequestsRoutes } };
  return httpFunction("requests", {
    beginRequest: serve(doors, "beginRequest", beginRequest),
    writeOnRequest: serve(doors, "writeOnRequest", writeOnRequest),
    listUnfinishedRequests: serve(doors, "listUnfinishedRequests", listUnfinishedRequests),
    getUnfinishedRequest: serve(doors, "getUnfinishedRequest", getUnfinishedRequest),
    dropUnfinishedRequest: serve(doors, "dropUnfinishedRequest", dropUnfinishedRequest),
    createRequest: serve(doors, "createRequest", createRequest),
    editRequest: serve(doors, "editRequest", editRequest),
    submitRequest: serve(doors, "submitRequest", submitRequest),
    returnRequest: serve(doors, "returnRequest", returnRequest),
    withdrawRequest: serve(doors, "withdrawRequest", withdrawRequest),
    listRequests: serve(doors, "listRequests", listRequests),
    getRequest: serve(doors, "getRequest", getRequest),
    requestAudit: serve(doors, "requestAudit", requestAudit),
    correctTriage: serve(doors, "correctTriage", correctTriage),
    pinPerson: serve(doors, "pinPerson", pinPerson),
    excludePerson: serve(doors, "excludePerson", excludePerson),
    unpinPerson: serve(doors, "unpinPerson", unpinPerson),
    unexcludePerson: serve(doors, "unexcludePerson", unexcludePerson),
    importRequests: serve(doors, "importRequests", importRequests),
    requestsTemplate: serve(doors, "requestsTemplate", requestsTemplate),
  });
};
