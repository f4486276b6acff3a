import type { Input, Routes } from "../../shared/contract/manifest.ts";
import { hasNoOpenDay } from "../../shared/domain/people/availability.ts";
import { academicYearOf, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { isEmployed } from "../../shared/domain/people/employment.ts";
import type { Leaves } from "../../shared/domain/people/expertise.ts";
import type { Person } from "../../shared/domain/people/person.ts";
import { claimLevels } from "../../shared/domain/vocabulary.ts";
import { codeFilter } from "../../shared/registers/taxonomySearch.ts";
import { notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { trailFor } from "../../shared/runtime/trail.ts";
import { calendarsOfAll } from "../../shared/store/calendars.ts";
import { capacityOf } from "../../shared/store/capacity.ts";
import { allLeaves } from "../../shared/store/leaves.ts";
import { erasedPeople, people, peopleList, peopleOfSchool } from "../../shared/store/rows/people.ts";
import type { Store } from "../../shared/store/store.ts";
import { personToRead, visibleTo } from "./access.ts";

type Query = Input<Routes["listPeople"]>["query"];
type Asked = Pick<Query, "name" | "homeSchoolId" | "letterEndsBy">;
type Offered = Omit<Query, "limit" | "cursor" | "noOpenDay" | keyof Asked>;

/** Whether a practitioner is who is asked for, by name, by school and by how long their letter of assurance lasts. */
const isWhoIsAsked =
  ({ name, homeSchoolId, letterEndsBy }: Asked) =>
  (person: Person): boolean =>
    (name === undefined || person.name.toLowerCase().includes(name.toLowerCase())) &&
    (homeSchoolId === undefined || person.homeSchoolId === homeSchoolId) &&
    (letterEndsBy === undefined || person.assurance === null || person.assurance.validUntil <= letterEndsBy);

/** Whether one claim of a practitioner is all that is asked for, and nothing that they said of what they give speaks against it. */
function givesWhatIsAsked(
  { level, phase, supportType, audience, setting, ...codes }: Offered,
  leaves: Leaves,
): (person: Person) => boolean {
  const isOfCode = codeFilter(codes, leaves);
  const lacks = <Value>(given: readonly Value[] | undefined, one: Value | undefined): boolean =>
    one !== undefined && given !== undefined && !given.includes(one);
  const namesClaim = Object.values({ level, phase, ...codes }).some((each) => each !== undefined);
  return ({ claims, supportTypes, audiences, settings }) => {
    if (lacks(supportTypes, supportType) || lacks(audiences, audience) || lacks(settings, setting))
      return false;
    return (
      !namesClaim ||
      claims.some(
        (claim) =>
          isOfCode(claim.code) &&
          (level === undefined || claimLevels.indexOf(claim.level) >= claimLevels.indexOf(level)) &&
          (phase === undefined || claim.phases.includes(phase)),
      )
    );
  };
}

/** Whether a practitioner's dates of availability hold no open day, by the calendars as they are now. */
async function withoutOpenDay(store: Store, today: string): Promise<(person: Person) => boolean> {
  const calendarAt = await calendarsOfAll(store);
  return (person) => hasNoOpenDay(person, calendarAt(person.homeSchoolId), today);
}

const anybody = (): boolean => true;

export const listPeople: Handler<"listPeople"> = async ({ query }, { world, store, session }) => {
  const seesAll = session.roles.includes("broker") || session.roles.includes("director");
  if (!seesAll && session.schoolId === undefined)
    return { status: 200, body: { items: [], nextCursor: null } };
  const list = seesAll || session.schoolId === undefined ? peopleList : peopleOfSchool(session.schoolId);
  const { limit, cursor, noOpenDay, name, homeSchoolId, letterEndsBy, ...offered } = query;
  const isAsked = Object.values(offered).some((each) => each !== undefined);
  const givesIt = isAsked ? givesWhatIsAsked(offered, await allLeaves(store)) : anybody;
  const isThem = isWhoIsAsked({ name, homeSchoolId, letterEndsBy });
  const isSought = noOpenDay === "true" ? await withoutOpenDay(store, dateAt(world.now())) : anybody;
  // A school sees those whom it employs: one who left has it as home school on record only.
  const where = (person: Person): boolean =>
    (seesAll || isEmployed(person)) && isThem(person) && givesIt(person) && isSought(person);
  const { items, nextCursor } = await store.page(list, { limit, cursor, where });
  return { status: 200, body: { items: items.map((person) => visibleTo(session, person)), nextCursor } };
};

export const getPerson: Handler<"getPerson"> = async ({ params }, { store, session }) => {
  const person = await personToRead(store, session, params.personId);
  return person ? { status: 200, body: visibleTo(session, person) } : notFound("practitioner");
};

export const getCapacity: Handler<"getCapacity"> = async ({ params }, { world, store, session }) => {
  const person = await personToRead(store, session, params.personId);
  if (!person) return notFound("practitioner");
  const { capacity } = await capacityOf(store, person, academicYearOf(dateAt(world.now())));
  return { status: 200, body: capacity };
};

export const personAudit: Handler<"personAudit"> = async ({ params, query }, context) => {
  const { personId } = params;
  const { store } = context;
  const known = (await store.get(people, { personId })) ?? (await store.get(erasedPeople, { personId }));
  if (!known) return notFound("practitioner");
  return { status: 200, body: await trailFor(context, `person:${personId}`, query) };
};
