import { whole } from "../problem/cells.ts";
import type { PersonId, SchoolId } from "../../domain/ids.ts";
import type { ExpertiseNearness } from "../../domain/runs/matchingPolicy.ts";
import { monthsBefore } from "./dates.ts";
import { type BestClaim, bestClaim, type ClaimContext, keyAt } from "../fit/expertise.ts";
import type { IsoDate, MatchInput, MatchPractitioner, MatchRequest, MatchSchool } from "./facts.ts";
import { type Closures, closuresOf, daysAsked } from "./openDays.ts";
import { inOrder } from "./order.ts";
import { distanceMetres, type Pair } from "./pair.ts";
import { type PeopleColumns, peopleColumns } from "./people.ts";
import { placesById } from "./placesById.ts";
import { type LatestSupport, latestSupport } from "./support.ts";
import { type Bond, bondsOf, type SharedGroup, sharingWith } from "./ties.ts";
import { weekdaySpan } from "./weekdays.ts";

/** The rows of a run in their one order, by id, with what is looked up among them. */
export interface Roster extends PeopleColumns {
  readonly input: MatchInput;
  readonly practitioners: readonly MatchPractitioner[];
  readonly requests: readonly MatchRequest[];
  readonly placeOfPerson: Pick<ReadonlyMap<PersonId, number>, "get">;
  /** Sets people beside one request: what the request brings is looked up once, by place from then on. */
  readonly pairsFor: (request: MatchRequest) => (place: number) => Pair;
  /** Places of all whose expertise is near enough to a code, in their order. */
  readonly expertsIn: (code: string) => readonly number[];
  readonly schoolOf: (id: SchoolId) => MatchSchool;
  /** Where each school stands in the input. */
  readonly schoolNumber: Pick<ReadonlyMap<SchoolId, number>, "get">;
  /** The home school of the practitioner at a place. */
  readonly homeOf: (place: number) => MatchSchool;
  readonly closures: Closures;
  readonly supported: LatestSupport;
  /** Memberships of each school that may count. */
  readonly bondsOf: (id: SchoolId) => readonly Bond[];
  /** Employment that ended before this date no longer matters. */
  readonly formerEmployersSince: IsoDate;
  /** Support before this date no longer counts as reciprocal. */
  readonly reciprocalSince: IsoDate;
  readonly claimContext: ClaimContext;
}

/** Finds the place of a row among rows ordered by id, by halving: that takes less than a table of all ids does. */
function placeInOrder<Id extends string>(
  rows: readonly { readonly id: Id }[],
): (id: Id) => number | undefined {
  // Side by side, as reading each from its row would fetch the row from memory.
  const ids = rows.map(({ id }) => id);
  return (id) => {
    let [from, to] = [0, ids.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((ids[middle] ?? "") < id) from = middle + 1;
      else to = middle;
    }
    return ids[from] === id ? from : undefined;
  };
}

type ClaimsOf = (code: string) => (place: number) => BestClaim | null;

/** Finds best claims for a code by place of practitioner, remembering what it found. */
function claimsBy(practitioners: readonly MatchPractitioner[], context: ClaimContext): ClaimsOf {
  const known = new Map<string, (BestClaim | null)[]>();
  return (code) => {
    const found = known.get(code) ?? [];
    known.set(code, found);
    return (place) => {
      const before = found[place];
      return before === undefined
        ? (found[place] = bestClaim(code, practitioners[place]?.claims ?? [], context))
        : before;
    };
  };
}

/** Finds those near enough to a code; everybody is looked through once, when it is first asked. */
function expertsAmong(
  practitioners: readonly MatchPractitioner[],
  near: ExpertiseNearness,
): Roster["expertsIn"] {
  const byKey = new Map<string, number[]>();
  const note = ({ claims }: MatchPractitioner, place: number): void => {
    for (const key of new Set(claims.map(({ code }) => keyAt(near, code)))) {
      const found = byKey.get(key) ?? [];
      byKey.set(key, found);
      found.push(place);
    }
  };
  return (code) => {
    if (byKey.size === 0) practitioners.forEach(note);
    return byKey.get(keyAt(near, code)) ?? [];
  };
}

const noBonds: readonly Bond[] = [];
const noGroups: readonly SharedGroup[] = [];

/** Orders the rows of a checked input; asking for a school that it lacks is a bug. */
export function rosterOf(input: MatchInput): Roster {
  const { policy, today } = input;
  const schoolNumber = placesById(input.schools);
  const practitioners = inOrder(input.practitioners);
  const supported = latestSupport(input.recentSupport);
  const membershipsSince = monthsBefore(today, policy.pastMembershipMonths);
  const bonds = new Map(input.schools.map((school) => [school.id, bondsOf(school, membershipsSince)]));
  const bondsAt = (id: SchoolId): readonly Bond[] => bonds.get(id) ?? noBonds;
  const formerEmployersSince = monthsBefore(today, policy.pastEmployerMonths);
  const reciprocalSince = monthsBefore(today, policy.reciprocalYears * 12);
  const context = { policy, year: Number(today.slice(0, 4)) };

  const schoolOf = (id: SchoolId): MatchSchool => {
    const school = input.schools[schoolNumber.get(id) ?? -1];
    if (school === undefined) throw new Error(`School ${id} is not among the facts`);
    return school;
  };

  const claimFinder = claimsBy(practitioners, context);
  const people = peopleColumns(practitioners, schoolNumber);
  const { free, homeNumber } = people;
  const homeOf = (place: number): MatchSchool => {
    const school = input.schools[whole(homeNumber, place)];
    if (school === undefined) throw new Error(`Nobody stands at place ${place}`);
    return school;
  };
  const closures = closuresOf(input);

  const pairsFor = (request: MatchRequest) => {
    const requestSchool = schoolOf(request.schoolId);
    const returned = supported.get(requestSchool.id);
    const sharedWith = sharingWith(bondsAt(requestSchool.id), request.window.to);
    const days = daysAsked(closures, closures.calendarOf(requestSchool), weekdaySpan(request.window));
    const claimOf = claimFinder(request.codes.primary);
    const otherClaims = request.codes.secondary.map(claimFinder);
    return (place: number): Pair => {
      const [practitioner, homeSchool] = [practitioners[place], homeOf(place)];
      const nextSchool = practitioner?.nextSchool;
      if (!practitioner) throw new Error(`Nobody stands at place ${place}`);
      return {
        policy,
        today,
        request,
        requestSchool,
        practitioner,
        homeSchool,
        distanceMetres: request.mode === "remote" ? 0 : distanceMetres(requestSchool, homeSchool),
        claim: claimOf(place),
        secondaryClaims: otherClaims.map((find) => find(place)),
        knowsCalendars: requestSchool.calendar !== undefined && homeSchool.calendar !== undefined,
        daysAsked: days.asked,
        daysFree: days.freeOf(free, whole(free.row, place), closures.calendarOf(homeSchool)),
        sharedGroups: sharedWith(bondsAt(homeSchool.id)),
        groupsToCome: nextSchool ? sharedWith(bondsAt(nextSchool.schoolId)) : noGroups,
        supportReturned: returned?.get(homeSchool.id) ?? null,
        supported,
        formerEmployersSince,
        reciprocalSince,
      };
    };
  };

  return {
    input,
    practitioners,
    requests: inOrder(input.requests),
    placeOfPerson: { get: placeInOrder(practitioners) },
    pairsFor,
    expertsIn: expertsAmong(practitioners, policy.nearestExpertise),
    schoolOf,
    schoolNumber,
    ...people,
    homeOf,
    closures,
    supported,
    bondsOf: bondsAt,
    formerEmployersSince,
    reciprocalSince,
    claimContext: context,
  };
}
