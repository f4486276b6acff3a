import { lineField, type Option, selectField } from "../fields.ts";
import { button, type Form, formWith } from "../form.ts";
import { away, html, type Html, row } from "../html.ts";
import { seenField } from "../seen.ts";
import { longDate } from "../words.ts";
import { itemKey } from "./once.ts";
import type { Person } from "./readPerson.ts";

/** The employer's letter of assurance, to be recorded, renewed or taken off. */
export const letterForms = (
  { assurance, homeSchoolId }: Person,
  schools: readonly Option[],
  form: (name: string) => Form,
): Html =>
  html`${formWith(
    form("letter"),
    [
      seenField(assurance),
      selectField(
        form("letter"),
        {
          name: "confirmedBySchoolId",
          label: "From which school?",
          value: assurance?.confirmedBySchoolId ?? homeSchoolId,
        },
        schools,
      ),
      lineField(
        form("letter"),
        { name: "confirmedOn", label: "Confirmed on", value: assurance?.confirmedOn ?? "" },
        "date",
      ),
      lineField(
        form("letter"),
        { name: "validUntil", label: "Good until", value: assurance?.validUntil ?? "" },
        "date",
      ),
    ],
    button("Record the letter"),
  )}
  ${assurance && formWith(form("drop-letter"), seenField(assurance), button("Take the letter off", "second"))}`;

/** What the letter and the first pieces of work are now, where a form was filled with others. */
export const asRecorded = (
  { assurance, leastDeployments }: Person,
  schoolName: (schoolId: string) => string,
): Html =>
  html`<dl>
    ${row(
      "Letter of assurance",
      assurance
        ? `From ${schoolName(assurance.confirmedBySchoolId)} on ${longDate(assurance.confirmedOn)}, good until ${longDate(assurance.validUntil)}`
        : "None on record",
    )}
    ${row("Pieces of work to find first", String(leastDeployments ?? "None"))}
  </dl>`;

/** Designations that are recorded, each to be taken off. */
export const givenDesignations = ({ designations }: Person, form: (name: string) => Form): Html =>
  html`<ul class="plain">
    ${designations.map((each) => {
      const { title, awardingBody, awardedOn, expiresOn } = each;
      return html`<li>
        ${title}, ${awardingBody}, since
        ${longDate(awardedOn)}${expiresOn !== null && `, until ${longDate(expiresOn)}`}
        ${formWith(form(`drop-designation-${itemKey(each)}`), undefined, button(["Take off", away(title)], "second"))}
      </li>`;
    })}
  </ul>`;

/** A designation to be recorded. */
export const designationForm = (form: Form): Html =>
  formWith(
    form,
    [
      lineField(form, { name: "title", label: "Title", hint: "Such as SLE or NLE" }),
      lineField(form, { name: "awardingBody", label: "Awarded by" }),
      lineField(form, { name: "awardedOn", label: "Awarded on" }, "date"),
      lineField(form, { name: "expiresOn", label: "Ends on (optional)" }, "date"),
    ],
    button("Record this designation", "second"),
  );

/** How much is to be found for somebody before all else. */
export const leastForm = (form: Form, { leastDeployments }: Person): Html =>
  formWith(
    form,
    [
      seenField(leastDeployments ?? null),
      lineField(
        form,
        {
          name: "leastDeployments",
          label: "Pieces of work to find for them first (optional)",
          hint: "A match run fills these before it weighs anything else. Left empty, there are none.",
          value: leastDeployments === undefined ? "" : String(leastDeployments),
        },
        "number",
      ),
    ],
    button("Save", "second"),
  );
