import { notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { registerImportList } from "../../shared/store/rows/partnership.ts";
import { allSchools, schoolsByName, schoolWith } from "../../shared/store/schools.ts";

export const listSchools: Handler<"listSchools"> = async ({ query }, { store }) => {
  const { status, limit, cursor } = query;
  const schools = await allSchools(store);
  const asked = status === undefined ? schools : schools.filter((school) => school.status === status);
  return { status: 200, body: schoolsByName(asked, { limit, cursor }) };
};

export const getSchool: Handler<"getSchool"> = async ({ params }, { store }) => {
  const school = await schoolWith(store, params.schoolId);
  return school ? { status: 200, body: school } : notFound("school");
};

export const listRegisterImports: Handler<"listRegisterImports"> = async ({ query }, { store }) => {
  const { items, nextCursor } = await store.page(registerImportList, { ...query, newestFirst: true });
  return { status: 200, body: { items: [...items], nextCursor } };
};
