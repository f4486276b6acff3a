import { PersonId, type RequestId, SchoolId } from "../../domain/ids.ts";
import { modes, type Phase } from "../../domain/vocabulary.ts";
import type { MatchInput, MatchPractitioner, MatchSchool } from "../facts/facts.ts";

/** A practitioner who could be found: for what, where, and how much time they would give. */
export interface RecruitProfile {
  readonly code: string;
  readonly phase: Phase;
  /** The school in the middle of the requests of this kind; null where the place of none is known or matters. */
  readonly nearSchoolId: SchoolId | null;
  readonly reachMetres: number;
  readonly slots: number;
  readonly halfDays: number;
}

/** What a run says of finding one more practitioner. */
export interface Recruit extends RecruitProfile {
  /** Requests of this kind within reach of the school in the middle. */
  readonly requestIds: readonly RequestId[];
  /** Requests, and places of them, that one more such person would fill with none lost elsewhere. */
  readonly requestsMet: number;
  readonly placesFilled: number;
  /** Priority, in the units of the policy, of the places filled. */
  readonly priorityWeighted: number;
  /** Where no place is open: the basis points by which their work would raise fit less rotation, at least. */
  readonly fit: number;
  /** The same for each day that they would work, cut to whole units. */
  readonly perDay: { readonly priorityWeighted: number; readonly fit: number };
  readonly sentence: string;
}

/** The one of so many recruits, in words of ids whose order is theirs. */
const numbered = (at: number): string => `recruited${String(at).padStart(6, "0")}`;

function schoolFor({ schools }: MatchInput, profile: RecruitProfile, at: number): MatchSchool {
  const middle = schools.find(({ id }) => id === profile.nearSchoolId);
  return {
    id: SchoolId.parse(`sch_${numbered(at)}`),
    eastingMetres: middle?.eastingMetres ?? null,
    northingMetres: middle?.northingMetres ?? null,
    phases: [profile.phase],
    memberships: [],
    dioceseCode: null,
    concern: null,
    isSmall: middle?.isSmall ?? false,
    pupils: middle?.pupils ?? null,
    percentageFsm: middle?.percentageFsm ?? null,
  };
}

/** The facts with such practitioners among them: free, well placed, and bound to no school of the area. */
export function recruited(input: MatchInput, profiles: readonly RecruitProfile[]): MatchInput {
  const schools = profiles.map((profile, at) => schoolFor(input, profile, at));
  const names = new Set(input.requests.flatMap(({ requiredDesignation }) => requiredDesignation ?? []));
  const designations = Array.from(names, (name) => ({ name, expiresOn: null }));
  const people = profiles.map((profile, at): MatchPractitioner => ({
    id: PersonId.parse(`per_${numbered(at)}`),
    homeSchoolId: SchoolId.parse(`sch_${numbered(at)}`),
    claims: [{ code: profile.code, level: "can-lead-review", lastPractisedYear: null, endorsed: true }],
    phases: [profile.phase],
    modes,
    travelLimitMetres: profile.reachMetres,
    capacityHalfDaysLeft: profile.halfDays,
    capacitySlotsLeft: profile.slots,
    loadSlots: 0,
    availability: [],
    parked: false,
    assuranceValidUntil: "9999-12-31",
    designations,
    formerEmployers: [],
    declaredInterests: [],
  }));
  return {
    ...input,
    schools: [...input.schools, ...schools],
    practitioners: [...input.practitioners, ...people],
  };
}
