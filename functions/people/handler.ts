import { claimsRoutes } from "../../shared/contract/routes/claims.ts";
import { expertiseRoutes } from "../../shared/contract/routes/expertise.ts";
import { heldRoutes } from "../../shared/contract/routes/held.ts";
import { namesRoutes } from "../../shared/contract/routes/names.ts";
import { peopleRoutes } from "../../shared/contract/routes/people.ts";
import { httpFunction } from "../../shared/runtime/http.ts";
import { serve } from "../../shared/runtime/serve.ts";
import type { World } from "../../shared/runtime/world.ts";
import { declineEndorsement, endorseClaim, setClaims, withdrawEndorsement } from "./claims.ts";
import { createPerson } from "./createPerson.ts";
import { listExpertise, setLeaf } from "./expertise.ts";
import { erasePerson, getErasure } from "./erasure.ts";
import { heldAboutPerson } from "./held/held.ts";
import { importPeople, peopleTemplate } from "./importPeople.ts";
import { movePerson } from "./movePerson.ts";
import { nameEach } from "./names.ts";
import { parkPerson } from "./parkPerson.ts";
import { getCapacity, getPerson, listPeople, personAudit } from "./read.ts";
import { setEmployment } from "./setEmployment.ts";
import { setProfile } from "./setProfile.ts";
import { setStanding } from "./setStanding.ts";

/** The doors of practitioners: who they are, what they can do, and how much of it. */
export const peopleFunction = (world: World) => {
  const doors = {
    world,
    routes: { ...peopleRoutes, ...claimsRoutes, ...heldRoutes, ...namesRoutes, ...expertiseRoutes },
  };
  return httpFunction("people", {
    createPerson: serve(doors, "createPerson", createPerson),
    listPeople: serve(doors, "listPeople", listPeople),
    nameEach: serve(doors, "nameEach", nameEach),
    getPerson: serve(doors, "getPerson", getPerson),
    getCapacity: serve(doors, "getCapacity", getCapacity),
    setProfile: serve(doors, "setProfile", setProfile),
    setClaims: serve(doors, "setClaims", setClaims),
    endorseClaim: serve(doors, "endorseClaim", endorseClaim),
    declineEndorsement: serve(doors, "declineEndorsement", declineEndorsement),
    withdrawEndorsement: serve(doors, "withdrawEndorsement", withdrawEndorsement),
    setEmployment: serve(doors, "setEmployment", setEmployment),
    movePerson: serve(doors, "movePerson", movePerson),
    setStanding: serve(doors, "setStanding", setStanding),
    parkPerson: serve(doors, "parkPerson", parkPerson),
    importPeople: serve(doors, "importPeople", importPeople),
    peopleTemplate: serve(doors, "peopleTemplate", peopleTemplate),
    heldAboutPerson: serve(doors, "heldAboutPerson", heldAboutPerson),
    erasePerson: serve(doors, "erasePerson", erasePerson),
    getErasure: serve(doors, "getErasure", getErasure),
    personAudit: serve(doors, "personAudit", personAudit),
    listExpertise: serve(doors, "listExpertise", listExpertise),
    setLeaf: serve(doors, "setLeaf", setLeaf),
  });
};
