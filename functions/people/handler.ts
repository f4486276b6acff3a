import { httpFunction } from "../../shared/runtime/http.ts";
import { serve } from "../../shared/runtime/serve.ts";
import type { World } from "../../shared/runtime/world.ts";
import { endorseClaim, setClaims, withdrawEndorsement } from "./claims.ts";
import { createPerson } from "./createPerson.ts";
import { listExpertise, setLeaf } from "./expertise.ts";
import { heldAboutPerson } from "./held/held.ts";
import { importPeople, peopleTemplate } from "./importPeople.ts";
import { movePerson } from "./movePerson.ts";
import { parkPerson } from "./parkPerson.ts";
import { getCapacity, getPerson, listPeople, personAudit } from "./read.ts";
import { setEmployment } from "./setEmployment.ts";
import { setProfile } from "./setProfile.ts";
import { setStanding } from "./setStanding.ts";

/** The doors of practitioners: who they are, what they can do, and how much of it. */
export const peopleFunction = (world: World) =>
  httpFunction("people", {
    createPerson: serve(world, "createPerson", createPerson),
    listPeople: serve(world, "listPeople", listPeople),
    getPerson: serve(world, "getPerson", getPerson),
    getCapacity: serve(world, "getCapacity", getCapacity),
    setProfile: serve(world, "setProfile", setProfile),
    setClaims: serve(world, "setClaims", setClaims),
    endorseClaim: serve(world, "endorseClaim", endorseClaim),
    withdrawEndorsement: serve(world, "withdrawEndorsement", withdrawEndorsement),
    setEmployment: serve(world, "setEmployment", setEmployment),
    movePerson: serve(world, "movePerson", movePerson),
    setStanding: serve(world, "setStanding", setStanding),
    parkPerson: serve(world, "parkPerson", parkPerson),
    importPeople: serve(world, "importPeople", importPeople),
    peopleTemplate: serve(world, "peopleTemplate", peopleTemplate),
    heldAboutPerson: serve(world, "heldAboutPerson", heldAboutPerson),
    personAudit: serve(world, "personAudit", personAudit),
    listExpertise: serve(world, "listExpertise", listExpertise),
    setLeaf: serve(world, "setLeaf", setLeaf),
  });
