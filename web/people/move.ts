import { routes } from "../../shared/contract/manifest.ts";
import { everyItem } from "../../shared/runtime/everyItem.ts";
import { whenLeftEmpty } from "../faults.ts";
import { lineField, type Option, selectField } from "../fields.ts";
import { button, formNamed, formWith, typed } from "../form.ts";
import { headed } from "../headed.ts";
import { html } from "../html.ts";
import { parsedBy, troubleAt } from "../parsed.ts";
import { work } from "../serving.ts";
import { attempt, done, type Done, type Ending, read, type Trouble, type Visit } from "../visit.ts";
import { longDate } from "../words.ts";
import { notTheBroker, personKeyOf, readPerson } from "./readPerson.ts";

/** The choice of those who leave the partnership. */
const nowhere = "none";

async function show(visit: Visit, trouble?: Trouble): Promise<Ending> {
  const { person, maySetStanding, at } = await readPerson(visit);
  if (!maySetStanding) return notTheBroker;
  const schools = await everyItem((query) => read(visit, "listSchools", { query }));
  const nameOf = (id: string | null): string =>
    schools.find(({ schoolId }) => schoolId === id)?.name ?? "no school of the partnership";
  const { move, homeSchoolId } = person;
  const form = (name: string) => formNamed(name, visit, trouble);
  return headed(
    `A move of ${person.name} to another school`,
    html`${
        move &&
        html`<div class="notice">
          <p>Announced: to ${nameOf(move.homeSchoolId)} on ${longDate(move.from)}.</p>
          ${formWith(form("back"), undefined, button("Take the announcement back", "second"))}
        </div>`
      }
      <p>
        They work at ${nameOf(homeSchoolId)}. With the day of the move its release, its endorsements and its
        letter of assurance end, and the new head is asked about work that goes on.
      </p>
      ${formWith(
        form("move"),
        [
          selectField(form("move"), { name: "homeSchoolId", label: "To which school?" }, [
            ["", "Choose one"],
            [nowhere, "No school of the partnership"],
            ...schools.map(({ schoolId, name }): Option => [schoolId, name]),
          ]),
          lineField(
            form("move"),
            { name: "from", label: "First day there", hint: "Or the day on which they leave." },
            "date",
          ),
        ],
        button("Record the move"),
      )}
      <p><a href="${at}">${person.name}</a></p>`,
    { trouble, forms: [form("move"), form("back")] },
  );
}

const whenEmpty = {
  homeSchoolId: "Choose where they go",
  from: "Give the first day there, or the day on which they leave",
};

async function act(visit: Visit): Done {
  const { form } = visit;
  const isBack = form.get("do") === "back";
  const to = typed(form, "homeSchoolId");
  const move = isBack ? null : { homeSchoolId: to === nowhere ? null : to, from: typed(form, "from") };
  const said = parsedBy(routes.movePerson.body, { move });
  const asked =
    "kind" in said
      ? await done(attempt(visit, "movePerson", { params: personKeyOf(visit), body: said.body }))
      : said;
  return "kind" in asked ? asked : whenLeftEmpty(troubleAt(asked, "move"), form, whenEmpty);
}

/** A practitioner's move to another school, or out of the partnership: announced, recorded and taken back. */
export const movePage = work({
  show,
  async answer(visit) {
    const acted = await act(visit);
    return "kind" in acted ? { kind: "go", to: visit.address } : acted;
  },
});
