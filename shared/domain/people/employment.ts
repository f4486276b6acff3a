import { addDays } from "../calendar/calendar.ts";
import type { SchoolId } from "../ids.ts";
import type { ExpertiseClaim, Person } from "./person.ts";

/** A change of employment, in force from its date; null where they go to no member school. */
export interface Move {
  readonly homeSchoolId: SchoolId | null;
  readonly from: string;
}

const mostSpells = 30;

const withoutMove = (person: Person): Person => {
  const { move: _done, ...others } = person;
  return others;
};

/** A claim once the school that spoke of it employs the practitioner no longer: kept, and for another head to look at. */
function claimAfter(held: ExpertiseClaim, homeSchoolId: SchoolId | null, on: string): ExpertiseClaim {
  const { endorsementDeclined, ...undeclined } = held;
  const claim = endorsementDeclined?.bySchoolId === homeSchoolId ? held : undeclined;
  const { endorsement } = claim;
  if (endorsement === null || endorsement.bySchoolId === homeSchoolId) return claim;
  return { ...claim, endorsement: null, endorsementEnded: { bySchoolId: endorsement.bySchoolId, on } };
}

/**
 * The practitioner once they have moved. What the former school vouched for ends with it: its endorsements and its
 * letter of assurance are for the new head to renew. One who goes to no member school keeps the former as home
 * school on record, with its spell ended.
 */
export function afterMove(person: Person, { homeSchoolId, from }: Move): Person {
  const former = person.employment
    .filter((spell) => spell.from <= from)
    .map((spell) => (spell.to === null || spell.to > from ? { ...spell, to: from } : spell));
  const next = homeSchoolId === null ? [] : [{ schoolId: homeSchoolId, from, to: null }];
  return {
    ...withoutMove(person),
    homeSchoolId: homeSchoolId ?? person.homeSchoolId,
    employment: [...former, ...next].slice(-mostSpells),
    claims: person.claims.map((claim) => claimAfter(claim, homeSchoolId, from)),
    assurance: person.assurance?.confirmedBySchoolId === homeSchoolId ? person.assurance : null,
  };
}

/** The practitioner as they stand on a date: a move that was announced takes effect on its own. */
export const standingOn = (person: Person, date: string): Person =>
  person.move && person.move.from <= date ? afterMove(person, person.move) : person;

/** Whether a member school employs the practitioner at present; one of whom no spell is known counts as employed. */
export const isEmployed = ({ employment }: Pick<Person, "employment">): boolean =>
  (employment.at(-1)?.to ?? null) === null;

/** The last day for which the home school can release the practitioner, null while no end is known. */
export const lastDayAtHome = ({ move }: Pick<Person, "move">): string | null =>
  move ? addDays(move.from, -1) : null;

/** The dates on which they can be asked for while a move is announced: those before it, and all before it for one who gave none. */
export function freeBefore(
  lastDay: string | null,
  availability: Person["availability"],
  today: string,
): Person["availability"] {
  if (lastDay === null) return availability;
  if (availability.length === 0) return [{ from: today, to: lastDay }];
  const left = availability
    .filter(({ from }) => from <= lastDay)
    .map(({ from, to }) => ({ from, to: to < lastDay ? to : lastDay }));
  const over = addDays(today, -1);
  // No dates at all would mean free on every day.
  return left.length > 0 ? left : [{ from: over, to: over }];
}

export type Announced =
  | { readonly kind: "in-force"; readonly person: Person }
  | { readonly kind: "announced"; readonly person: Person }
  | { readonly kind: "same-school" }
  | TooEarly;

interface TooEarly {
  readonly kind: "too-early";
  /** What is on record reaches to this date. */
  readonly earliest: string;
}

/** Records a move: at once where its date has come, else for its date, in place of one that was announced before. */
export function announce(person: Person, move: Move, today: string): Announced {
  const present = person.employment.at(-1);
  const goesOn = isEmployed(person);
  if (goesOn ? move.homeSchoolId === person.homeSchoolId : move.homeSchoolId === null)
    return { kind: "same-school" };
  const earliest = goesOn ? present?.from : (present?.to ?? undefined);
  if (earliest !== undefined && move.from < earliest) return { kind: "too-early", earliest };
  return move.from <= today
    ? { kind: "in-force", person: afterMove(person, move) }
    : { kind: "announced", person: { ...person, move } };
}

/** The practitioner of whom an announced move was taken back. */
export const takenBack = withoutMove;

/** Puts right since when they are, or were, at their present school. */
export function employedSince(
  person: Person,
  from: string,
): { readonly kind: "employed"; readonly person: Person } | TooEarly | TooLate {
  const former = person.employment.slice(0, -1);
  const earliest = former.at(-1)?.to;
  if (earliest && from < earliest) return { kind: "too-early", earliest };
  const to = person.employment.at(-1)?.to ?? null;
  const end = to ?? person.move?.from ?? null;
  if (end !== null && from > end) return { kind: "too-late", latest: end };
  const present = { schoolId: person.homeSchoolId, from, to };
  return { kind: "employed", person: { ...person, employment: [...former, present] } };
}

interface TooLate {
  readonly kind: "too-late";
  /** They leave, or left, that school on this date. */
  readonly latest: string;
}
