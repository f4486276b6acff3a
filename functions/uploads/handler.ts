import { uploadsRoutes } from "../../shared/contract/routes/uploads.ts";
import { httpFunction } from "../../shared/runtime/http.ts";
import { serve } from "../../shared/runtime/serve.ts";
import type { UploadAddresses, World } from "../../shared/runtime/world.ts";
import { askRegisterUpload, getRegisterUpload, listRegisterUploads } from "./registerUploads.ts";

/** The doors of register files that are too large for a request's body. */
export const uploadsFunction = (world: World & UploadAddresses) => {
  const doors = { world, routes: uploadsRoutes };
  return httpFunction("uploads", {
    askRegisterUpload: serve(doors, "askRegisterUpload", askRegisterUpload(world)),
    listRegisterUploads: serve(doors, "listRegisterUploads", listRegisterUploads),
    getRegisterUpload: serve(doors, "getRegisterUpload", getRegisterUpload),
  });
};
