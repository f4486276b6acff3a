import { httpFunction } from "../../shared/runtime/http.ts";
import { serve } from "../../shared/runtime/serve.ts";
import type { World } from "../../shared/runtime/world.ts";
import { getSchoolCalendar, listCalendars, setCalendar, undoCalendar } from "./calendars.ts";
import { calendarTemplate, importCalendars } from "./importCalendars.ts";
import { createPartnership, getPartnership, partnershipAudit } from "./partnership.ts";
import { applyRegisterImport, previewRegister, rollBackRegisterImport } from "./importRegister.ts";
import { getRegisterImport, listRegisterImports, listRegisterPreviews } from "./registerImports.ts";
import { setMatchingPolicy } from "./matchingPolicy.ts";
import { getSchool, listSchools } from "./schools.ts";
import { setSchoolContact } from "./schoolContact.ts";

/** The doors of the partnership itself, its register and its member schools. */
export const partnershipFunction = (world: World) =>
  httpFunction("partnership", {
    createPartnership: serve(world, "createPartnership", createPartnership),
    getPartnership: serve(world, "getPartnership", getPartnership),
    setMatchingPolicy: serve(world, "setMatchingPolicy", setMatchingPolicy),
    previewRegister: serve(world, "previewRegister", previewRegister),
    applyRegisterImport: serve(world, "applyRegisterImport", applyRegisterImport),
    rollBackRegisterImport: serve(world, "rollBackRegisterImport", rollBackRegisterImport),
    getRegisterImport: serve(world, "getRegisterImport", getRegisterImport),
    listRegisterPreviews: serve(world, "listRegisterPreviews", listRegisterPreviews),
    listRegisterImports: serve(world, "listRegisterImports", listRegisterImports),
    listCalendars: serve(world, "listCalendars", listCalendars),
    setCalendar: serve(world, "setCalendar", setCalendar),
    undoCalendar: serve(world, "undoCalendar", undoCalendar),
    getSchoolCalendar: serve(world, "getSchoolCalendar", getSchoolCalendar),
    importCalendars: serve(world, "importCalendars", importCalendars),
    calendarTemplate: serve(world, "calendarTemplate", calendarTemplate),
    listSchools: serve(world, "listSchools", listSchools),
    getSchool: serve(world, "getSchool", getSchool),
    setSchoolContact: serve(world, "setSchoolContact", setSchoolContact),
    partnershipAudit: serve(world, "partnershipAudit", partnershipAudit),
  });
