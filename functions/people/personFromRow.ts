import { afterMove } from "../../shared/domain/people/employment.ts";
import type { PersonId, SchoolId } from "../../shared/domain/ids.ts";
import {
  claimsAnew,
  type Designation,
  type ExpertiseClaim,
  type Person,
  withWord,
} from "../../shared/domain/people/person.ts";
import { modes } from "../../shared/domain/vocabulary.ts";
import type { PersonRow } from "../../shared/registers/peopleCsv.ts";

/** A norm of 15 days a year is what published release agreements give; two deployments at once are our own start. */
const usualDaysPerYear = 15;
const usualDeployments = 2;

interface RowContext {
  readonly personId: PersonId;
  readonly homeSchoolId: SchoolId;
  /** The calendar date in Europe/London. */
  readonly today: string;
  readonly now: string;
}

/** A practitioner nobody has said anything of yet, which a file's rows then fill. */
const blank = ({ personId, homeSchoolId, today, now }: RowContext): Omit<Person, "name" | "email"> => ({
  personId,
  homeSchoolId,
  // The file does not say since when they are employed: known is only that they are today.
  employment: [{ schoolId: homeSchoolId, from: today, to: null }],
  claims: [],
  designations: [],
  phases: [],
  modes: [...modes],
  travelLimitMetres: null,
  availability: [],
  capacityDaysPerYear: usualDaysPerYear,
  capacityDeployments: usualDeployments,
  assurance: null,
  declaredInterests: [],
  parked: null,
  createdAt: now,
  revision: 0,
});

const withTitle = (held: readonly Designation[], given: Designation): Designation[] => {
  const others = held.filter(
    (each) => each.title !== given.title || each.awardingBody !== given.awardingBody,
  );
  return [...others, given].slice(-10);
};

/** Claims in the order in which the known ones stand, new ones after them: the order of a file's rows says nothing. */
const inOrderOf = (held: readonly string[], claims: readonly ExpertiseClaim[]): ExpertiseClaim[] => {
  const place = ({ code }: ExpertiseClaim) => (held.includes(code) ? held.indexOf(code) : held.length);
  return claims.toSorted((a, b) => place(a) - place(b));
};

/**
 * A practitioner as a file's rows describe them: a new one, or the known one with what the file gives. Cells
 * left empty keep what is known; claims are replaced; a further home school is a move.
 */
export function personFromRow(row: PersonRow, known: Person | undefined, context: RowContext): Person {
  const { homeSchoolId, today } = context;
  const { name, email } = row;
  const start = known ?? { ...blank(context), name, email };
  const here = start.homeSchoolId === homeSchoolId ? start : afterMove(start, { homeSchoolId, from: today });
  const claims = claimsAnew(
    here.claims,
    row.claims.map(({ row: _row, endorsement: _endorsement, phases, ...claim }) => ({
      ...claim,
      phases: [...phases],
    })),
  ).map((claim, index) => {
    const endorsed = row.claims[index]?.endorsement;
    return endorsed ? withWord(claim, { endorsement: { ...endorsed, bySchoolId: homeSchoolId } }) : claim;
  });
  const held = here.claims.map(({ code }) => code);
  const knowsDates = here.availability.some(
    ({ from, to }) => from === row.available?.from && to === row.available.to,
  );
  const knowsTitle = here.designations.some((each) => sameDesignation(each, row.designation));
  return {
    ...here,
    name,
    email,
    claims: inOrderOf(held, claims),
    phases: [...new Set([...here.phases, ...claims.flatMap((claim) => claim.phases)])],
    modes: row.modes ? [...row.modes] : here.modes,
    ...(row.supportTypes ? { supportTypes: [...row.supportTypes] } : {}),
    ...(row.audiences ? { audiences: [...row.audiences] } : {}),
    ...(row.settings ? { settings: [...row.settings] } : {}),
    travelLimitMetres: row.travelLimitMetres ?? here.travelLimitMetres,
    availability: row.available && !knowsDates ? [row.available] : here.availability,
    capacityDaysPerYear: row.capacityDaysPerYear ?? here.capacityDaysPerYear,
    capacityDeployments: row.capacityDeployments ?? here.capacityDeployments,
    designations:
      row.designation && !knowsTitle ? withTitle(here.designations, row.designation) : here.designations,
    assurance: row.assurance ? { ...row.assurance, confirmedBySchoolId: homeSchoolId } : here.assurance,
  };
}

const sameDesignation = (held: Designation, given: PersonRow["designation"]): boolean =>
  given !== null &&
  held.title === given.title &&
  held.awardingBody === given.awardingBody &&
  held.awardedOn === given.awardedOn &&
  held.expiresOn === given.expiresOn;
