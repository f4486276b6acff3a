import type { School } from "../../shared/domain/school.ts";
import { notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import type { Session } from "../../shared/runtime/session.ts";
import { registerImportList } from "../../shared/store/rows/partnership.ts";
import { allSchools, schoolsByName, schoolWith } from "../../shared/store/schools.ts";

type SchoolShown = Omit<School, "inCategoryOfConcern"> & { readonly inCategoryOfConcern: boolean | null };

/** A school as this account may see it: what the partnership itself knows of it is for brokers alone. */
const visibleTo = ({ roles }: Session, school: School): SchoolShown =>
  roles.includes("broker") ? school : { ...school, headEmail: null, inCategoryOfConcern: null };

export const listSchools: Handler<"listSchools"> = async ({ query }, { store, session }) => {
  const { status, limit, cursor } = query;
  const schools = await allSchools(store);
  const asked = status === undefined ? schools : schools.filter((school) => school.status === status);
  const { items, nextCursor } = schoolsByName(asked, { limit, cursor });
  return { status: 200, body: { items: items.map((school) => visibleTo(session, school)), nextCursor } };
};

export const getSchool: Handler<"getSchool"> = async ({ params }, { store, session }) => {
  const school = await schoolWith(store, params.schoolId);
  return school ? { status: 200, body: visibleTo(session, school) } : notFound("school");
};

export const listRegisterImports: Handler<"listRegisterImports"> = async ({ query }, { store }) => {
  const { items, nextCursor } = await store.page(registerImportList, { ...query, newestFirst: true });
  return { status: 200, body: { items: [...items], nextCursor } };
};
