import { readEstablishmentsFrom } from "./gias.ts";
import { readGroups, readMemberships } from "./giasMemberships.ts";
import { readInspections } from "./ofstedInspections.ts";
import type { RegisterSource } from "./source.ts";
import { readLinksFrom } from "./successionLinks.ts";

/** England's register today: schools, groups and links from GIAS, inspections from Ofsted. */
export const nationalRegister: RegisterSource = {
  name: "GIAS and Ofsted",
  establishments: readEstablishmentsFrom,
  memberships: readMemberships,
  groups: readGroups,
  successions: readLinksFrom,
  inspections: readInspections,
};
