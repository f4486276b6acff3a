import { button, errorSummary, formNamed, formWith, type Option, selectField } from "../form.ts";
import { html } from "../html.ts";
import { everyItem } from "../../shared/runtime/everyItem.ts";
import { work } from "../serving.ts";
import { attempt, read, troubleOf, type Visit } from "../visit.ts";
import { draftIn } from "./draftBody.ts";
import { draftFields } from "./draftForm.ts";

/** The schools that somebody may ask for: a head for their own, all others for any. */
async function schoolsOf(visit: Visit): Promise<Option[]> {
  const { school } = await read(visit, "getMe", {});
  if (school) return [[school.schoolId, school.name ?? "Your school"]];
  const schools = await everyItem((query) =>
    read(visit, "listSchools", { query: { ...query, status: "open" } }),
  );
  return [["", "Choose one"], ...schools.map(({ schoolId, name }): Option => [schoolId, name])];
}

/** A new request for support, which is kept as a draft to be looked over before it is sent. */
export const askPage = work({
  async show(visit, trouble) {
    const form = formNamed("draft", visit, trouble);
    const title = "Ask for support";
    return {
      kind: "page",
      ...(trouble ? { status: trouble.status, isError: true } : {}),
      title,
      body: html`${errorSummary(trouble, [form])}
        <h1>${title}</h1>
        <p>You look it over before it is sent. Nobody is asked until then.</p>
        ${formWith(
          form,
          [
            selectField(form, { name: "schoolId", label: "For which school?" }, await schoolsOf(visit)),
            draftFields(form, undefined),
          ],
          button("Save, and look it over"),
        )}`,
    };
  },
  async answer(visit) {
    const written = draftIn(visit.form, undefined);
    if (!("draft" in written)) return written;
    const made = await attempt(visit, "createRequest", { body: written.draft });
    return made.kind === "refused"
      ? troubleOf(made)
      : { kind: "go", to: `/pages/requests/${made.body.requestId}` };
  },
});
