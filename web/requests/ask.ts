import { problems } from "../../shared/contract/problems.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { everyItem } from "../../shared/runtime/everyItem.ts";
import { type Option, selectField } from "../fields.ts";
import { button, formNamed, formWith } from "../form.ts";
import { headed } from "../headed.ts";
import { html } from "../html.ts";
import { work } from "../serving.ts";
import { attempt, read, refusedPage, troubleOf, type Visit } from "../visit.ts";
import { draftIn } from "./draftBody.ts";
import { draftFields } from "./draftForm.ts";
import { mayAsk } from "./mayAsk.ts";

/** The schools that somebody may ask for: a head for their own, all others for any. */
async function schoolsOf(visit: Visit, { school }: AnswerOf<"getMe">): Promise<Option[]> {
  if (school) return [[school.schoolId, school.name ?? "Your school"]];
  const schools = await everyItem((query) =>
    read(visit, "listSchools", { query: { ...query, status: "open" } }),
  );
  return [["", "Choose one"], ...schools.map(({ schoolId, name }): Option => [schoolId, name])];
}

const notAsking = refusedPage(
  403,
  problems.forbidden.title,
  "Schools, practitioners and brokers ask for support.",
);

/** A new request for support, which is kept as a draft to be looked over before it is sent. */
export const askPage = work({
  async show(visit, trouble) {
    const me = await read(visit, "getMe", {});
    if (!mayAsk(me)) return notAsking;
    const form = formNamed("draft", visit, trouble);
    const title = "Ask for support";
    return headed(
      title,
      html`<p>You look it over before it is sent. Nobody is asked until then.</p>
        ${formWith(
          form,
          [
            selectField(form, { name: "schoolId", label: "For which school?" }, await schoolsOf(visit, me)),
            draftFields(form, undefined),
          ],
          button("Save, and look it over"),
        )}`,
      { trouble, forms: [form] },
    );
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
