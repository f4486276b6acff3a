import { routes } from "../../shared/contract/manifest.ts";
import { breakOn } from "../../shared/domain/people/availability.ts";
import { whenLeftEmpty } from "../faults.ts";
import { choices, lineField, textField } from "../fields.ts";
import { button, type Form, formWith, typed } from "../form.ts";
import { html, type Html } from "../html.ts";
import { parsedBy, troubleAt } from "../parsed.ts";
import { attempt, done, type Done, type Visit } from "../visit.ts";
import { personKeyOf, type PersonRead } from "./readPerson.ts";

/** Asks for nothing to be offered for a while. */
const pauseForm = (form: Form): Html =>
  html`<details ${form.typed && "open"}>
    <summary>Take a break: be offered nothing for a while</summary>
    ${formWith(
      form,
      [
        lineField(form, { name: "until", label: "Last day of the break" }, "date"),
        textField(form, { name: "reason", label: "Why", hint: "Only the broker reads it." }, 2),
        choices(form, {
          name: "endsOffers",
          label: "Offers that are open now",
          hint: "Work that goes on is then the broker's to settle.",
          options: [["yes", "It is a long absence: withdraw them"]],
        }),
      ],
      button("Take a break", "second"),
    )}
  </details>`;

/** Begins a break, or ends the one that is on. */
export const pauseForms = (
  { person, mayChange }: PersonRead,
  today: string,
  form: (name: string) => Form,
): Html | false =>
  mayChange &&
  (breakOn(person, today)
    ? formWith(form("resume"), undefined, button("End the break: be asked again"))
    : pauseForm(form("pause")));

const whenEmpty = { until: "Give the last day of the break", reason: "Say why" };

/** Does what the form of a break says. */
export async function pause(visit: Visit): Done {
  const parked = {
    until: typed(visit.form, "until"),
    reason: typed(visit.form, "reason"),
    ...(visit.form.get("endsOffers") === "yes" ? { endsOffers: true } : {}),
  };
  const read = parsedBy(routes.parkPerson.body, { parked });
  const asked =
    "kind" in read
      ? await done(attempt(visit, "parkPerson", { params: personKeyOf(visit), body: read.body }))
      : read;
  return "kind" in asked ? asked : whenLeftEmpty(troubleAt(asked, "parked"), visit.form, whenEmpty);
}

export const resume = (visit: Visit): Done =>
  done(attempt(visit, "parkPerson", { params: personKeyOf(visit), body: { parked: null } }));
