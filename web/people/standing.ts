import { isDeepStrictEqual } from "node:util";
import { routes } from "../../shared/contract/manifest.ts";
import { standingOf } from "../../shared/domain/people/profileOf.ts";
import { everyItem } from "../../shared/runtime/everyItem.ts";
import { whenLeftEmpty } from "../faults.ts";
import type { Option } from "../fields.ts";
import { formNamed, nothingChosen, typed, typedOrNull } from "../form.ts";
import { headed } from "../headed.ts";
import { html } from "../html.ts";
import { parsedBy, troubleAt } from "../parsed.ts";
import { isOther, savedMeanwhile } from "../seen.ts";
import { work } from "../serving.ts";
import { attempt, done, type Done, type Ending, read, type Trouble, type Visit } from "../visit.ts";
import { notTheBroker, type Person, personKeyOf, readPerson } from "./readPerson.ts";
import { itemKey, withOnce } from "./once.ts";
import { asRecorded, designationForm, givenDesignations, leastForm, letterForms } from "./standingForms.ts";

async function show(visit: Visit, trouble?: Trouble): Promise<Ending> {
  const { person, maySetStanding, at } = await readPerson(visit);
  if (!maySetStanding) return notTheBroker;
  const schools = await everyItem((query) => read(visit, "listSchools", { query }));
  const form = (name: string) => formNamed(name, visit, trouble);
  const sent = visit.form.get("do") ?? "";
  const schoolName = (id: string): string =>
    schools.find(({ schoolId }) => schoolId === id)?.name ?? "another school";
  const options = schools.map(({ schoolId, name }): Option => [schoolId, name]);
  return headed(
    `What is on record of ${person.name}`,
    html`${trouble && isUnseen(visit.form, person) && asRecorded(person, schoolName)}
      <h2>Letter of assurance</h2>
      <p>The employer's own word. Record no number of a certificate: none is ever held.</p>
      ${letterForms(person, options, form)}
      <h2>Designations</h2>
      ${person.designations.length === 0 ? html`<p>None are on record.</p>` : givenDesignations(person, form)}
      ${designationForm(form("designation"))}
      <h2>Before all else</h2>
      ${leastForm(form("least"), person)}
      <p><a href="${at}">${person.name}</a></p>`,
    { trouble, forms: [form(sent)] },
  );
}

/** Whether a form would write over one thing that it was not filled with; the others add to a list or take from it. */
function isUnseen(form: URLSearchParams, { assurance, leastDeployments }: Person): boolean {
  const name = form.get("do") ?? "";
  if (name === "least") return isOther(form, leastDeployments ?? null);
  return (name === "letter" || name === "drop-letter") && isOther(form, assurance);
}

const letterIn = (form: URLSearchParams) => ({
  confirmedBySchoolId: typed(form, "confirmedBySchoolId"),
  confirmedOn: typed(form, "confirmedOn"),
  validUntil: typed(form, "validUntil"),
});

const designationIn = (form: URLSearchParams) => ({
  title: typed(form, "title"),
  awardingBody: typed(form, "awardingBody"),
  awardedOn: typed(form, "awardedOn"),
  expiresOn: typedOrNull(form, "expiresOn"),
});

interface Said {
  readonly standing: object;
  /** Where in it the fields of the form are, undefined where they have its own names. */
  readonly at?: string;
}

/** What is on record as a form would have it. */
function saidIn(form: URLSearchParams, person: Person): Said | undefined {
  const standing = standingOf(person);
  const { designations } = standing;
  const sent = form.get("do") ?? "";
  const dropped = /^drop-designation-(.+)$/.exec(sent)?.[1];
  if (dropped !== undefined)
    return {
      standing: {
        ...standing,
        designations: designations.filter((each) => itemKey(each) !== dropped),
      },
    };
  switch (sent) {
    case "letter":
      return { standing: { ...standing, assurance: letterIn(form) }, at: "assurance" };
    case "drop-letter":
      return { standing: { ...standing, assurance: null } };
    case "designation":
      return {
        standing: { ...standing, designations: withOnce(designations, designationIn(form)) },
        at: `designations/${designations.length}`,
      };
    case "least": {
      const { leastDeployments: _before, ...others } = standing;
      const least = typed(form, "leastDeployments");
      return { standing: least === "" ? others : { ...others, leastDeployments: Number(least) } };
    }
  }
  return undefined;
}

const whenEmpty = {
  confirmedOn: "Give the day of the letter",
  validUntil: "Give until when it is good",
  title: "Give the title",
  awardingBody: "Say who awarded it",
  awardedOn: "Give the day on which it was awarded",
};

async function act(visit: Visit): Done {
  const params = personKeyOf(visit);
  const person = await read(visit, "getPerson", { params });
  const said = saidIn(visit.form, person);
  if (!said) return nothingChosen;
  const before = standingOf(person);
  const body = parsedBy(routes.setStanding.body, { ...said.standing, before });
  const changes = "kind" in body && !isDeepStrictEqual(standingOf(body.body), before);
  if (changes && isUnseen(visit.form, person)) return savedMeanwhile("this");
  const asked =
    "kind" in body ? await done(attempt(visit, "setStanding", { params, body: body.body })) : body;
  if ("kind" in asked) return asked;
  return whenLeftEmpty(said.at === undefined ? asked : troubleAt(asked, said.at), visit.form, whenEmpty);
}

/** What others have confirmed of a practitioner, as the broker records it: without a letter nothing is offered. */
export const standingPage = work({
  show,
  async answer(visit) {
    const acted = await act(visit);
    return "kind" in acted ? { kind: "go", to: visit.address } : acted;
  },
});
