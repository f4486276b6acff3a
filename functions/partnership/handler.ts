import { httpFunction } from "../../shared/runtime/http.ts";
import { serve } from "../../shared/runtime/serve.ts";
import type { World } from "../../shared/runtime/world.ts";
import { createPartnership, getPartnership, partnershipAudit } from "./partnership.ts";
import { importRegister } from "./importRegister.ts";
import { getSchool, listRegisterImports, listSchools } from "./schools.ts";
import { setSchoolContact } from "./schoolContact.ts";

/** The doors of the partnership itself, its register and its member schools. */
export const partnershipFunction = (world: World) =>
  httpFunction("partnership", {
    createPartnership: serve(world, "createPartnership", createPartnership),
    getPartnership: serve(world, "getPartnership", getPartnership),
    importRegister: serve(world, "importRegister", importRegister),
    listRegisterImports: serve(world, "listRegisterImports", listRegisterImports),
    listSchools: serve(world, "listSchools", listSchools),
    getSchool: serve(world, "getSchool", getSchool),
    setSchoolContact: serve(world, "setSchoolContact", setSchoolContact),
    partnershipAudit: serve(world, "partnershipAudit", partnershipAudit),
  });
