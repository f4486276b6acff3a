import { httpFunction } from "../../shared/runtime/http.ts";
import { serve } from "../../shared/runtime/serve.ts";
import type { World } from "../../shared/runtime/world.ts";
import { correctTriage } from "./correctTriage.ts";
import { createRequest, editRequest } from "./draft.ts";
import { importRequests, requestsTemplate } from "./import.ts";
import { excludePerson, pinPerson, unexcludePerson, unpinPerson } from "./pinAndExclude.ts";
import { getRequest, listRequests, requestAudit } from "./read.ts";
import { returnRequest } from "./return.ts";
import { submitRequest } from "./submit.ts";
import { withdrawRequest } from "./withdraw.ts";

/** The doors of support requests, from draft to withdrawal. */
export const requestsFunction = (world: World) =>
  httpFunction("requests", {
    createRequest: serve(world, "createRequest", createRequest),
    editRequest: serve(world, "editRequest", editRequest),
    submitRequest: serve(world, "submitRequest", submitRequest),
    returnRequest: serve(world, "returnRequest", returnRequest),
    withdrawRequest: serve(world, "withdrawRequest", withdrawRequest),
    listRequests: serve(world, "listRequests", listRequests),
    getRequest: serve(world, "getRequest", getRequest),
    requestAudit: serve(world, "requestAudit", requestAudit),
    correctTriage: serve(world, "correctTriage", correctTriage),
    pinPerson: serve(world, "pinPerson", pinPerson),
    excludePerson: serve(world, "excludePerson", excludePerson),
    unpinPerson: serve(world, "unpinPerson", unpinPerson),
    unexcludePerson: serve(world, "unexcludePerson", unexcludePerson),
    importRequests: serve(world, "importRequests", importRequests),
    requestsTemplate: serve(world, "requestsTemplate", requestsTemplate),
  });
