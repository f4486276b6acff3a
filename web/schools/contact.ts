import { choices, lineField } from "../fields.ts";
import { button, type Form, formWith, typed, typedOrNull } from "../form.ts";
import { html, type Html, row } from "../html.ts";
import { isOther, savedMeanwhile, seenField } from "../seen.ts";
import { attempt, done, type Done, type Visit } from "../visit.ts";
import { noAddress, type School } from "./words.ts";

const contactOf = ({ headEmail, inCategoryOfConcern }: School) => ({
  headEmail,
  inCategoryOfConcern: inCategoryOfConcern ?? false,
});

/** Whether the inspections register says what a broker would say otherwise. */
const isByRegister = ({ concern }: School): boolean => concern !== null;

const concernField = (form: Form, school: School): Html =>
  isByRegister(school)
    ? html`<p>
        By the inspections register it is in a category of concern, until that register says otherwise.
      </p>`
    : choices(form, {
        name: "concern",
        label: "Category of concern",
        hint: "Its requests are then statutory, and its own people stay at home.",
        options: [["yes", "It is in a category of concern, though the inspections register does not say so"]],
        ticked: school.inCategoryOfConcern === true ? ["yes"] : [],
      });

/** How a school's head is reached, to be set by a broker; what others saved meanwhile stands above. */
export const contactPart = (form: Form, school: School): Html =>
  html`<h2>The head</h2>
    ${
      form.trouble &&
      form.typed &&
      isOther(form.typed, contactOf(school)) &&
      html`<dl>
        ${row("As it is now", school.headEmail ?? "No address")}
        ${row("Category of concern", school.inCategoryOfConcern === true ? "Yes" : "No")}
      </dl>`
    }
    ${school.headEmail === null && html`<p><strong>${noAddress}</strong></p>`}
    ${formWith(
      form,
      [
        seenField(contactOf(school)),
        lineField(form, {
          name: "headEmail",
          label: "Where the head is written to (optional)",
          hint: "An address for letters, such as head@school.example. Only brokers see it here; those who work with the school see it while the work lasts.",
          value: school.headEmail ?? "",
        }),
        concernField(form, school),
      ],
      button("Save how the head is reached"),
    )}`;

/** Saves how a school's head is reached, if that still is as it was seen. */
export const saveContact = async (visit: Visit, school: School): Done => {
  const { form } = visit;
  const before = contactOf(school);
  const body = {
    headEmail: typedOrNull(form, "headEmail"),
    ...(isByRegister(school) ? {} : { inCategoryOfConcern: typed(form, "concern") === "yes" }),
  };
  const isThere =
    body.headEmail === before.headEmail &&
    (body.inCategoryOfConcern ?? before.inCategoryOfConcern) === before.inCategoryOfConcern;
  if (!isThere && isOther(form, before)) return savedMeanwhile("how the head is reached");
  return done(
    attempt(visit, "setSchoolContact", { params: { schoolId: school.schoolId }, body: { ...body, before } }),
  );
};
