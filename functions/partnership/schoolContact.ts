import { isDeepStrictEqual } from "node:util";
import { changedSinceRead, notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { schoolContacts } from "../../shared/store/rows/partnership.ts";
import { joined, schoolWith } from "../../shared/store/schools.ts";
import { create, replace } from "../../shared/store/store.ts";

/** What the partnership itself knows of a school; register imports leave it alone. */
export const setSchoolContact: Handler<"setSchoolContact"> = (
  { params, body: { before: read, ...body } },
  { store, actor, act },
) =>
  act(async () => {
    const { schoolId } = params;
    const [school, before] = await Promise.all([
      schoolWith(store, schoolId),
      store.get(schoolContacts, { schoolId }),
    ]);
    if (!school) return notFound("school");
    const inCategoryOfConcern = body.inCategoryOfConcern ?? before?.inCategoryOfConcern ?? false;
    const after = {
      schoolId,
      headEmail: body.headEmail,
      inCategoryOfConcern,
      revision: before?.revision ?? 0,
    };
    const { inCategoryOfConcern: isKnown, headEmail, ...facts } = school;
    const reply = { status: 200 as const, body: joined(facts, after) };
    if (isDeepStrictEqual(before, after)) return { reply };
    const isOther =
      read &&
      !isDeepStrictEqual(
        { inCategoryOfConcern: isKnown, ...read },
        { inCategoryOfConcern: isKnown, headEmail },
      );
    if (isOther) return changedSinceRead("contact");
    return {
      reply,
      action: {
        chain: "partnership",
        action: "school-contact-set",
        actor,
        facts: { schoolId, inCategoryOfConcern },
        writes: [before ? replace(schoolContacts, after) : create(schoolContacts, after)],
      },
    };
  });
