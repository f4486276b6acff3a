import type { MatchInput, MatchPractitioner, MatchRequest } from "../facts/facts.ts";
import { diceFrom, personId, requestId, schoolId } from "../facts/madeUpArea.ts";

/** Rows in another order. */
export const shuffled = <Row>(rows: readonly Row[], seed: number): Row[] => {
  const dice = diceFrom(seed);
  const left = [...rows];
  return rows.flatMap(() => left.splice(dice.below(left.length), 1));
};

/** The same facts with all rows in another order. */
export const rowsShuffled = (area: MatchInput, seed: number): MatchInput => ({
  ...area,
  schools: shuffled(area.schools, seed),
  practitioners: shuffled(area.practitioners, seed + 1),
  requests: shuffled(area.requests, seed + 2),
  recentSupport: shuffled(area.recentSupport, seed + 3),
  calendars: shuffled(area.calendars ?? [], seed + 4),
});

/** The same person with all that the row lists in another order. */
export const personShuffled = (person: MatchPractitioner, seed: number): MatchPractitioner => ({
  ...person,
  claims: shuffled(person.claims, seed),
  phases: shuffled(person.phases, seed + 1),
  modes: shuffled(person.modes, seed + 2),
  availability: shuffled(person.availability, seed + 3),
  designations: shuffled(person.designations, seed + 4),
  formerEmployers: shuffled(person.formerEmployers, seed + 5),
});

/** The same request with all that the row lists in another order. */
export const requestShuffled = (request: MatchRequest, seed: number): MatchRequest => ({
  ...request,
  pinned: shuffled(request.pinned, seed),
  excluded: shuffled(request.excluded, seed + 1),
  declinedBy: shuffled(request.declinedBy, seed + 2),
  alreadyHeld: shuffled(request.alreadyHeld, seed + 3),
  lastProposed: shuffled(request.lastProposed, seed + 4),
});

/** Everybody and every request under other names, in the same order of names or the opposite one. */
export function renamed(area: MatchInput, number: (at: number) => number): MatchInput {
  const other = (id: string): ReturnType<typeof personId> => personId(number(Number(id.slice(4))));
  const lists = (request: MatchRequest) => ({
    pinned: request.pinned.map(other),
    excluded: request.excluded.map(other),
    declinedBy: request.declinedBy.map(other),
    alreadyHeld: request.alreadyHeld.map(other),
    lastProposed: request.lastProposed.map(other),
  });
  return {
    ...area,
    practitioners: area.practitioners.map((person) => ({ ...person, id: other(person.id) })),
    requests: area.requests.map((request) => ({
      ...request,
      ...lists(request),
      id: requestId(number(Number(request.id.slice(4)))),
    })),
  };
}

/** The same area with other schools, people, requests and codes. */
export function elsewhere(area: MatchInput): MatchInput {
  const far = renamed(area, (at) => at + 5000);
  const school = (id: string): ReturnType<typeof schoolId> => schoolId(Number(id.slice(4)) + 5000);
  const code = (known: string): string => known.replace("CT", "PA");
  return {
    ...far,
    schools: far.schools.map((row) => ({ ...row, id: school(row.id) })),
    practitioners: far.practitioners.map((row) => ({
      ...row,
      homeSchoolId: school(row.homeSchoolId),
      claims: row.claims.map((claim) => ({ ...claim, code: code(claim.code) })),
    })),
    requests: far.requests.map((row) => ({
      ...row,
      schoolId: school(row.schoolId),
      codes: { primary: code(row.codes.primary), secondary: row.codes.secondary.map(code) },
    })),
    recentSupport: far.recentSupport.map((row) => ({
      ...row,
      homeSchoolId: school(row.homeSchoolId),
      receivingSchoolId: school(row.receivingSchoolId),
    })),
  };
}

/** Two areas as one. */
export const beside = (one: MatchInput, other: MatchInput): MatchInput => ({
  ...one,
  schools: [...one.schools, ...other.schools],
  practitioners: [...one.practitioners, ...other.practitioners],
  requests: [...one.requests, ...other.requests],
  recentSupport: [...one.recentSupport, ...other.recentSupport],
});
