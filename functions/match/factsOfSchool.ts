import type { Membership } from "../../shared/domain/schools/registerFacts.ts";
import { mayAskForSupport, type School } from "../../shared/domain/schools/school.ts";
import type { KnownConcern, MatchSchool } from "../../shared/matching/facts/facts.ts";

// One class of 30 in each of the seven years of a primary school.
const smallSchoolPupils = 210;

/** A school as the engine sees it: places in metres, groups, codes and figures, and not its name. */
export const factsOfSchool = (school: School): MatchSchool => ({
  id: school.schoolId,
  eastingMetres: school.eastingMetres,
  northingMetres: school.northingMetres,
  phases: school.phases,
  memberships: membershipsOf(school),
  dioceseCode: school.dioceseCode,
  concern: concernOf(school),
  isSmall: school.pupils !== null && school.pupils <= smallSchoolPupils,
  pupils: school.pupils,
  percentageFsm: school.percentageFsm,
});

/** What a register gives by its code alone: the trust and the federation that a school is in, since no one says when. */
const byCode = (kind: "trust" | "federation", code: string | null, name: string | null): Membership[] =>
  code === null ? [] : [{ kind, code, name: name ?? "", from: null, to: null }];

/** Every group that a school is known to be, or to have been, in; of two sources for one group, the dated one. */
function membershipsOf(
  school: Pick<School, "memberships" | "trustCode" | "trustName" | "federationCode">,
): Membership[] {
  const current = [
    ...byCode("trust", school.trustCode, school.trustName),
    ...byCode("federation", school.federationCode, null),
  ];
  const known = school.memberships.map((each): Membership => {
    const named = current.find(({ code }) => code === each.code);
    return each.kind === "unknown" && named ? { ...each, kind: named.kind } : each;
  });
  const isKnown = ({ code }: Membership): boolean =>
    known.some((each) => each.code === code && each.to === null);
  return [...known, ...current.filter((each) => !isKnown(each))];
}

function concernOf({ concern, inCategoryOfConcern }: School): KnownConcern | null {
  if (concern !== null) return { by: "inspection", ...concern };
  return inCategoryOfConcern ? { by: "broker" } : null;
}

/** Whether a school can ask for support or release somebody to give it: it is there and works. */
export const isWorking = (school: School | undefined): boolean =>
  school !== undefined && mayAskForSupport(school);
