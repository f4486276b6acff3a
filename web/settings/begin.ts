import { routes } from "../../shared/contract/manifest.ts";
import { lineField } from "../fields.ts";
import { button, formNamed, formWith, typed } from "../form.ts";
import { headed } from "../headed.ts";
import { html } from "../html.ts";
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
