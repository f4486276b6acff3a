import { routes } from "../../shared/contract/manifest.ts";
import { lineField } from "../fields.ts";
import { button, formNamed, formWith, typed } from "../form.ts";
import { headed } from "../headed.ts";
import { html, type Html } from "../html.ts";
import { parsedBy } from "../parsed.ts";
import { attempt, type Ending, type Trouble, troubleOf, type Visit } from "../visit.ts";

/** Where a partnership begins: how it is called, and where its brokers are written to. */
export function beginning(visit: Visit, trouble: Trouble | undefined): Ending {
  const form = formNamed("begin", visit, trouble);
  return headed(
    "Set up your partnership",
    html`<p>
        Nothing is decided by it that you cannot change later. Routes, rates and how match runs weigh begin
        with usual values, which you see next.
      </p>
      ${formWith(
        form,
        [
          lineField(form, { name: "name", label: "Name", hint: "Letters name the partnership so." }),
          lineField(form, { name: "area", label: "Area", hint: "Such as Sheffield" }),
          lineField(form, {
            name: "brokerEmail",
            label: "Address of the brokers",
            hint: "Letters to brokers go to this e-mail address.",
          }),
        ],
        button("Set it up"),
      )}`,
    { trouble, forms: [form] },
  );
}

/** Sets the partnership up. */
export async function begin(visit: Visit): Promise<Ending | Trouble> {
  const said = parsedBy(routes.createPartnership.body, {
    name: typed(visit.form, "name"),
    area: typed(visit.form, "area"),
    brokerEmail: typed(visit.form, "brokerEmail"),
  });
  if (!("kind" in said)) return said;
  const answered = await attempt(visit, "createPartnership", { body: said.body });
  return answered.kind === "refused"
    ? troubleOf(answered)
    : { kind: "go", to: "/pages/partnership?saved=yes" };
}

/** What a partnership needs before its first match run, in the order in which each needs the one before. */
export const firstSteps: Html = html`<h2>Before the first match run</h2>
  <ol>
    <li>
      <a href="/pages/register-imports#send-register">Load the register of schools</a>: all else names its
      schools
    </li>
    <li><a href="/pages/schools">Say how heads are reached</a>: until then their letters come to brokers</li>
    <li><a href="#routes">Look at the routes below</a>: who says yes first, who pays, and the day rates</li>
    <li>
      <a href="/pages/calendar-imports">Upload term dates and holidays</a>, by which days and deadlines count
    </li>
    <li>
      <a href="/pages/people-imports">Upload practitioners from your spreadsheet</a>, or
      <a href="/pages/people/new">add one</a>, with the dates of the employer's letter of assurance: nobody is
      proposed without
    </li>
    <li>
      <a href="/pages/request-imports">Upload requests from your spreadsheet</a>, or
      <a href="/pages/requests/new">write the first</a>
    </li>
  </ol>
  <p>
    A match run is made each night from then on, and tells nobody but brokers.
    <a href="/pages/match-runs">Start one yourself</a> once all this is there.
  </p>`;
