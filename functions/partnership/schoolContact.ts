import { isDeepStrictEqual } from "node:util";
import { notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { schoolContacts } from "../../shared/store/rows/partnership.ts";
import { joined, schoolWith } from "../../shared/store/schools.ts";
import { create, replace } from "../../shared/store/store.ts";

/** What the partnership itself knows of a school; register imports leave it alone. */
export const setSchoolContact: Handler<"setSchoolContact"> = ({ params, body }, { store, actor, act }) =>
  act(async () => {
    const { schoolId } = params;
    const [school, before] = await Promise.all([
      schoolWith(store, schoolId),
      store.get(schoolContacts, { schoolId }),
    ]);
    if (!school) return notFound("school");
    const after = { schoolId, ...body, revision: before?.revision ?? 0 };
    const { inCategoryOfConcern: _known, headEmail: _had, ...facts } = school;
    const reply = { status: 200 as const, body: joined(facts, after) };
    if (isDeepStrictEqual(before, after)) return { reply };
    return {
      reply,
      action: {
        chain: "partnership",
        action: "school-contact-set",
        actor,
        facts: { schoolId, inCategoryOfConcern: body.inCategoryOfConcern },
        writes: [before ? replace(schoolContacts, after) : create(schoolContacts, after)],
      },
    };
  });
