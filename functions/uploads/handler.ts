import { httpFunction } from "../../shared/runtime/http.ts";
import { serve } from "../../shared/runtime/serve.ts";
import type { UploadAddresses, World } from "../../shared/runtime/world.ts";
import { askRegisterUpload, getRegisterUpload, listRegisterUploads } from "./registerUploads.ts";

/** The doors of register files that are too large for a request's body. */
export const uploadsFunction = (world: World & UploadAddresses) =>
  httpFunction("uploads", {
    askRegisterUpload: serve(world, "askRegisterUpload", askRegisterUpload(world)),
    listRegisterUploads: serve(world, "listRegisterUploads", listRegisterUploads),
    getRegisterUpload: serve(world, "getRegisterUpload", getRegisterUpload),
  });
