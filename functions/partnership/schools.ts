import type { School } from "../../shared/domain/schools/school.ts";
import { notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import type { Session } from "../../shared/runtime/session.ts";
import { deploymentsOfSchool } from "../../shared/store/rows/deployments.ts";
import type { SchoolFacts } from "../../shared/store/rows/partnership.ts";
import {
  registeredSchools,
  relatedSchools,
  schoolsByName,
  withContacts,
} from "../../shared/store/schools.ts";
import type { Store } from "../../shared/store/store.ts";

type SchoolShown = Omit<School, "inCategoryOfConcern"> & { readonly inCategoryOfConcern: boolean | null };

/** A school as this account may see it: what only brokers know, and whatever tells of a concern, is for them alone. */
const visibleTo = ({ roles }: Session, school: School): SchoolShown =>
  roles.includes("broker")
    ? school
    : {
        ...school,
        headEmail: null,
        inCategoryOfConcern: null,
        concern: null,
        judgements: [],
        succession: school.succession && { ...school.succession, decision: null },
      };

export const listSchools: Handler<"listSchools"> = async ({ query }, { store, session }) => {
  const { status, limit, cursor } = query;
  const schools = await registeredSchools(store);
  const asked = status === undefined ? schools : schools.filter((school) => school.status === status);
  const { items, nextCursor } = schoolsByName(asked, { limit, cursor });
  const shown = await withContacts(store, items);
  return { status: 200, body: { items: shown.map((school) => visibleTo(session, school)), nextCursor } };
};

/** One school with the schools before and after it. History stays with the school that made it and shows under both. */
export const getSchool: Handler<"getSchool"> = async ({ params }, { store, session }) => {
  const schools = await registeredSchools(store);
  const facts = schools.find(({ schoolId }) => schoolId === params.schoolId);
  const [school] = facts ? await withContacts(store, [facts]) : [];
  if (!school) return notFound("school");
  const { predecessors, successors } = relatedSchools(schools, school);
  const mayRead = session.roles.includes("broker") || session.roles.includes("director");
  return {
    status: 200,
    body: {
      ...visibleTo(session, school),
      predecessors: predecessors.map(identityOf),
      successors: successors.map(identityOf),
      history: mayRead ? await historyOf(store, [school, ...predecessors, ...successors]) : null,
    },
  };
};

const identityOf = ({ schoolId, urn, name, aliases }: SchoolFacts) => ({ schoolId, urn, name, aliases });

async function historyOf(store: Store, schools: readonly SchoolFacts[]) {
  const lists = await Promise.all(schools.map(({ schoolId }) => store.all(deploymentsOfSchool(schoolId))));
  return lists
    .flat()
    .map(({ deploymentId, requestId, schoolId, state }) => ({ deploymentId, requestId, schoolId, state }));
}
