import { everyItem } from "../../shared/runtime/everyItem.ts";
import type { Option } from "../fields.ts";
import { formNamed } from "../form.ts";
import { headed } from "../headed.ts";
import { html, type Html } from "../html.ts";
import { isOther } from "../seen.ts";
import { work } from "../serving.ts";
import { attempt, type Ending, read, type Trouble, troubleOf, type Visit } from "../visit.ts";
import { howAsked, profileIn } from "./profileBody.ts";
import { datesForm, givenDates, givenInterests, interestForm, offeringForm } from "./profileForms.ts";
import { notTheirs, personKeyOf, readPerson } from "./readPerson.ts";
import { asItIs } from "./summary.ts";

interface Sent {
  readonly trouble?: Trouble;
  /** What to know of what was done. */
  readonly warnings?: readonly string[];
}

const warned = (warnings: readonly string[]): Html | undefined =>
  warnings.length === 0
    ? undefined
    : html`<div class="notice" role="status">
        <p>It is saved. Please look at this:</p>
        ${warnings.map((each) => html`<p>${each}</p>`)}
      </div>`;

async function showWith(visit: Visit, { trouble, warnings = [] }: Sent): Promise<Ending> {
  const { person, mayChange, they, called, at } = await readPerson(visit);
  if (!mayChange) return notTheirs;
  const schools = await everyItem((query) => read(visit, "listSchools", { query }));
  const schoolName = (id: string): string =>
    schools.find(({ schoolId }) => schoolId === id)?.name ?? "another school";
  const form = (name: string) => formNamed(name, visit, trouble);
  const { typed: written } = form("offering");
  const isTheirs = written !== undefined && isOther(written, howAsked(person));
  const options = schools.map(({ schoolId, name }): Option => [schoolId, name]);
  return headed(
    `When and how ${called} can be asked`,
    html`${warned(warnings)}
      <h2>How much, and where</h2>
      ${isTheirs && asItIs(person)} ${offeringForm(form("offering"), person)}
      <h2>Dates</h2>
      ${
        person.availability.length === 0
          ? html`<p>No dates are given, so that any day of school may be asked for.</p>`
          : givenDates(person, form)
      }
      ${datesForm(form("dates"))}
      <h2>Interests</h2>
      <p>
        Ties to schools at which ${they} should not be asked to work. Only the practitioner and the broker
        read them. While a tie holds, nothing of that school is offered, and an offer that is open is
        withdrawn without a word of why; of work that goes on there the broker decides.
      </p>
      ${givenInterests(person, schoolName, form)} ${interestForm(form("interest"), options)}
      <p><a href="${at}">${person.name}</a></p>`,
    { trouble, forms: [form(visit.form.get("do") ?? "")] },
  );
}

async function answer(visit: Visit): Promise<Ending | Trouble> {
  const params = personKeyOf(visit);
  const { read: said, told } = profileIn(visit.form, await read(visit, "getPerson", { params }));
  if (!("kind" in said)) return told(said);
  const answered = await attempt(visit, "setProfile", { params, body: said.body });
  if (answered.kind === "refused") return told(troubleOf(answered));
  const { warnings } = answered.body;
  return warnings.length === 0
    ? { kind: "go", to: visit.address }
    : showWith({ ...visit, form: new URLSearchParams() }, { warnings });
}

/** When, where and how much a practitioner can be asked for, and the schools at which they should not be. */
export const profilePage = work({
  show: (visit, trouble) => showWith(visit, trouble ? { trouble } : {}),
  answer,
});
