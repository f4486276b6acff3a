import { calendarsRoutes } from "../../shared/contract/routes/calendars.ts";
import { partnershipRoutes } from "../../shared/contract/routes/partnership.ts";
import { registersRoutes } from "../../shared/contract/routes/registers.ts";
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
export const partnershipFunction = (world: World) => {
  const doors = { world, routes: { ...partnershipRoutes, ...registersRoutes, ...calendarsRoutes } };
  return httpFunction("partnership", {
    createPartnership: serve(doors, "createPartnership", createPartnership),
    getPartnership: serve(doors, "getPartnership", getPartnership),
    setMatchingPolicy: serve(doors, "setMatchingPolicy", setMatchingPolicy),
    previewRegister: serve(doors, "previewRegister", previewRegister),
    applyRegisterImport: serve(doors, "applyRegisterImport", applyRegisterImport),
    rollBackRegisterImport: serve(doors, "rollBackRegisterImport", rollBackRegisterImport),
    getRegisterImport: serve(doors, "getRegisterImport", getRegisterImport),
    listRegisterPreviews: serve(doors, "listRegisterPreviews", listRegisterPreviews),
    listRegisterImports: serve(doors, "listRegisterImports", listRegisterImports),
    listCalendars: serve(doors, "listCalendars", listCalendars),
    setCalendar: serve(doors, "setCalendar", setCalendar),
    undoCalendar: serve(doors, "undoCalendar", undoCalendar),
    getSchoolCalendar: serve(doors, "getSchoolCalendar", getSchoolCalendar),
    importCalendars: serve(doors, "importCalendars", importCalendars),
    calendarTemplate: serve(doors, "calendarTemplate", calendarTemplate),
    listSchools: serve(doors, "listSchools", listSchools),
    getSchool: serve(doors, "getSchool", getSchool),
    setSchoolContact: serve(doors, "setSchoolContact", setSchoolContact),
    partnershipAudit: serve(doors, "partnershipAudit", partnershipAudit),
  });
};
