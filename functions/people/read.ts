import { academicYearOf, dateAt } from "../../shared/domain/calendar.ts";
import { notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { capacityOf } from "../../shared/store/capacity.ts";
import { people, peopleList, peopleOfSchool } from "../../shared/store/rows/people.ts";
import { auditOf } from "../../shared/store/rows/trail.ts";
import { personToRead, visibleTo } from "./access.ts";

export const listPeople: Handler<"listPeople"> = async ({ query }, { store, session }) => {
  const seesAll = session.roles.includes("broker") || session.roles.includes("director");
  if (!seesAll && session.schoolId === undefined)
    return { status: 200, body: { items: [], nextCursor: null } };
  const list = seesAll || session.schoolId === undefined ? peopleList : peopleOfSchool(session.schoolId);
  const { items, nextCursor } = await store.page(list, query);
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

export const personAudit: Handler<"personAudit"> = async ({ params, query }, { store }) => {
  const { personId } = params;
  if (!(await store.get(people, { personId }))) return notFound("practitioner");
  const { items, nextCursor } = await store.page(auditOf(`person:${personId}`), query);
  return { status: 200, body: { items: [...items], nextCursor } };
};
