import { type CandidateIndex, candidateIndex } from "../candidates/candidates.ts";
import { whole } from "../problem/cells.ts";
import { daysAfter } from "../facts/dates.ts";
import type { MatchPractitioner, MatchRequest } from "../facts/facts.ts";
import { heldFrom } from "../problem/pins.ts";
import type { Pair } from "../facts/pair.ts";
import type { Relaxation } from "./result.ts";
import { type Roster, rosterOf } from "../facts/roster.ts";
import { mayBeProposed, refusals } from "../rules/rules.ts";
import type { Solved } from "./standing.ts";

/** A change to one request, or to how it is judged, that could bring people in. */
interface Change {
  readonly code: string;
  readonly opening: string;
  readonly request: (request: MatchRequest) => MatchRequest | null;
  /** Rules set aside by the change, beside what the changed request already passes. */
  readonly waives: readonly string[];
  readonly widerExpertise: boolean;
}

const laterByDays = 42;

const waiving = (rule: string, opening: string): Change => ({
  code: `without-${rule}`,
  opening,
  request: (request) => request,
  waives: [rule],
  widerExpertise: false,
});

const changing = (code: string, opening: string, request: Change["request"]): Change => ({
  code,
  opening,
  request,
  waives: [],
  widerExpertise: false,
});

const changes: readonly Change[] = [
  changing("remote", "Remote support", (request) =>
    request.mode === "remote" ? null : { ...request, mode: "remote" },
  ),
  changing("later", "Six weeks longer to begin and end", (request) => ({
    ...request,
    window: { from: request.window.from, to: daysAfter(request.window.to, laterByDays) },
  })),
  changing("fewer-days", "Half the days from each person", (request) =>
    request.halfDays < 2 ? null : { ...request, halfDays: Math.floor(request.halfDays / 2) },
  ),
  waiving("too-far", "Travel beyond the practitioners' limits"),
  waiving("phase", "People from another phase"),
  waiving("same-trust", "People from the same trust"),
  waiving("same-federation", "People from the same federation"),
  waiving("past-employer", "People who used to work at the school"),
  waiving("reciprocal", "People whose school was lately supported by this one"),
  waiving("designation-missing", "People without the designation"),
  waiving("home-school-in-concern", "People whose school is in a category of concern"),
  {
    code: "wider-expertise",
    opening: "Any code of the same family",
    request: (request) => request,
    waives: [],
    widerExpertise: true,
  },
];

/** Finds the changes that would fill open places, judging each against everybody's proposals as they stand. */
export interface Relaxer {
  readonly relaxationsFor: (request: number) => readonly Relaxation[];
}

function qualifies(pair: Pair, waives: readonly string[]): boolean {
  if (waives.length === 0) return mayBeProposed(pair);
  return refusals(pair).every(({ name }) => waives.includes(name));
}

/** How many open places the newcomers could take at once, with no more from one school than is allowed. */
function placesFilled(
  solved: Solved,
  i: number,
  newcomers: { places: readonly number[]; halfDays: number },
): number {
  const request = solved.roster.requests[i];
  const fromSchool = new Map<string, number>();
  const open = whole(solved.unfilled, i);
  if (request === undefined) return 0;
  const present = (schoolId: MatchPractitioner["homeSchoolId"]): number =>
    heldFrom(solved.roster, request, schoolId) +
    (solved.peopleOf[i] ?? []).filter(
      (place) => solved.roster.practitioners[place]?.homeSchoolId === schoolId,
    ).length;
  let filled = 0;
  for (const place of newcomers.places) {
    const schoolId = solved.roster.practitioners[place]?.homeSchoolId;
    if (filled === open || schoolId === undefined) break;
    if (whole(solved.slotsFree, place) < 1 || whole(solved.halfDaysFree, place) < newcomers.halfDays)
      continue;
    const already = fromSchool.get(schoolId) ?? present(schoolId);
    if (already >= (request.maxFromOneSchool ?? Infinity)) continue;
    fromSchool.set(schoolId, already + 1);
    filled++;
  }
  return filled;
}

const sentenceFor = (opening: string, people: number, gain: number): string =>
  `${opening}: ${people === 1 ? "1 more person qualifies" : `${people} more people qualify`}, ` +
  `and ${gain === 1 ? "1 open place" : `${gain} open places`} could be filled by them now.`;

/** Looks for relaxations of a solved run. */
export function relaxerOf(solved: Solved): Relaxer {
  const { roster, index } = solved;
  let wide: { roster: Roster; index: CandidateIndex } | null = null;
  const widened = () => {
    if (wide !== null) return wide;
    const wideRoster = rosterOf({
      ...roster.input,
      policy: { ...roster.input.policy, nearestExpertise: "family" },
    });
    return (wide = { roster: wideRoster, index: candidateIndex(wideRoster) });
  };

  const tried = (i: number, change: Change): Relaxation | null => {
    const request = roster.requests[i];
    const changed = request === undefined ? null : change.request(request);
    if (request === undefined || changed === null) return null;
    const among = change.widerExpertise ? widened() : { roster, index };
    const [before, after] = [roster.pairsFor(request), among.roster.pairsFor(changed)];
    const places = among.index.withExpertise(request).filter((place) => {
      if ((solved.peopleOf[i] ?? []).includes(place)) return false;
      return qualifies(after(place), change.waives) && !mayBeProposed(before(place));
    });
    const gain = placesFilled(solved, i, { places, halfDays: changed.halfDays });
    return gain === 0
      ? null
      : {
          code: change.code,
          sentence: sentenceFor(change.opening, places.length, gain),
          gain,
          people: places.length,
        };
  };

  const relaxationsFor = (i: number): readonly Relaxation[] =>
    [...changes.map((change) => tried(i, change)), moreCapacity(solved, i)]
      .filter((relaxation) => relaxation !== null)
      .toSorted((a, b) => b.gain - a.gain || b.people - a.people || (a.code < b.code ? -1 : 1));
  return { relaxationsFor };
}

const spentCapacity = ["no-slots", "no-days"];

/** Whether places and days alone stand in the way of people who else qualify. */
function moreCapacity(solved: Solved, i: number): Relaxation | null {
  const { roster, index } = solved;
  const request = roster.requests[i];
  if (request === undefined) return null;
  const pairWith = roster.pairsFor(request);
  const busy = index.withExpertise(request).filter((place) => {
    if ((solved.peopleOf[i] ?? []).includes(place)) return false;
    return qualifies(pairWith(place), spentCapacity);
  });
  const gain = Math.min(whole(solved.unfilled, i), busy.length);
  if (gain === 0 || request.maxFromOneSchool !== undefined) return null;
  const people = busy.length === 1 ? "one busy person" : `${busy.length} busy people`;
  return {
    code: "more-capacity",
    sentence: `One more place, with its days, for each of ${gain} of ${people} with ${request.codes.primary}.`,
    gain,
    people: busy.length,
  };
}
