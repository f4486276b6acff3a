import { mayAskForSupport, type School } from "../../shared/domain/school.ts";
import type { MatchSchool } from "../../shared/matching/facts/facts.ts";

// One class of 30 in each of the seven years of a primary school.
const smallSchoolPupils = 210;

/** A school as the engine sees it: places in metres, codes and figures, no name. */
export const factsOfSchool = (school: School): MatchSchool => ({
  id: school.schoolId,
  eastingMetres: school.eastingMetres,
  northingMetres: school.northingMetres,
  phases: school.phases,
  trustCode: school.trustCode,
  federationCode: school.federationCode,
  dioceseCode: school.dioceseCode,
  inCategoryOfConcern: school.inCategoryOfConcern,
  isSmall: school.pupils !== null && school.pupils <= smallSchoolPupils,
  pupils: school.pupils,
  percentageFsm: school.percentageFsm,
});

/** Whether a school can ask for support or release somebody to give it: it is there and works. */
export const isWorking = (school: School | undefined): boolean =>
  school !== undefined && mayAskForSupport(school);
