import { routes } from "../../shared/contract/manifest.ts";
import type { Offering } from "../../shared/domain/people/profileOf.ts";
import { mayAskForSupport } from "../../shared/domain/schools/school.ts";
import { everyItem } from "../../shared/runtime/everyItem.ts";
import { whenLeftEmpty } from "../faults.ts";
import { lineField, type Option, selectField } from "../fields.ts";
import { button, formNamed, formWith, typed } from "../form.ts";
import { headed } from "../headed.ts";
import { html } from "../html.ts";
import { parsedBy } from "../parsed.ts";
import { work } from "../serving.ts";
import { attempt, type Ending, read, type Trouble, troubleOf, type Visit } from "../visit.ts";
import { offeringIn, offeringWhenEmpty, toldInMiles } from "./profileBody.ts";
import { offeringFields } from "./profileForms.ts";
import { notTheBroker } from "./readPerson.ts";

/** What is offered before anybody says more: a day a month, at one school at a time, wherever that is. */
const usual: Offering = {
  phases: [],
  modes: ["on-site"],
  travelLimitMetres: null,
  availability: [],
  capacityDaysPerYear: 10,
  capacityDeployments: 1,
  declaredInterests: [],
};

async function show(visit: Visit, trouble?: Trouble): Promise<Ending> {
  const [me, schools] = await Promise.all([
    read(visit, "getMe", {}),
    everyItem((query) => read(visit, "listSchools", { query })),
  ]);
  if (!routes.createPerson.roles.some((role) => me.roles.includes(role))) return notTheBroker;
  const form = formNamed("add", visit, trouble);
  const options = schools.filter(mayAskForSupport).map(({ schoolId, name }): Option => [schoolId, name]);
  return headed(
    "Add a practitioner",
    formWith(
      form,
      [
        lineField(form, { name: "name", label: "Name" }),
        lineField(form, {
          name: "email",
          label: "Email address",
          hint: "Only they, their head and you read it. They are written to there.",
        }),
        selectField(form, { name: "homeSchoolId", label: "School that releases them" }, [
          ["", "Choose one"],
          ...options,
        ]),
        lineField(form, { name: "employedFrom", label: "At this school since" }, "date"),
        html`<h2>The letter of assurance</h2>
          <p>Without one nothing is offered. It can be recorded later too.</p>`,
        lineField(form, { name: "assurance/confirmedOn", label: "Confirmed on (optional)" }, "date"),
        lineField(form, { name: "assurance/validUntil", label: "Good until (optional)" }, "date"),
        html`<h2>How they can be asked</h2>
          <p>They can change this themselves, and say when.</p>`,
        offeringFields(form, usual),
      ],
      button("Add them"),
    ),
    { trouble, forms: [form] },
  );
}

/** The letter of their own school, where either of its dates was given. */
function letterIn(form: URLSearchParams) {
  const [confirmedOn, validUntil] = [
    typed(form, "assurance/confirmedOn"),
    typed(form, "assurance/validUntil"),
  ];
  const confirmedBySchoolId = typed(form, "homeSchoolId");
  return confirmedOn === "" && validUntil === "" ? null : { confirmedBySchoolId, confirmedOn, validUntil };
}

const whenEmpty = {
  ...offeringWhenEmpty,
  name: "Write their name",
  email: "Write their email address",
  homeSchoolId: "Choose the school that releases them",
  employedFrom: "Give the day since which they are at this school",
  "assurance/confirmedOn": "Give the day of the letter",
  "assurance/validUntil": "Give the day until which the letter is good",
};

async function answer(visit: Visit): Promise<Ending | Trouble> {
  const { form } = visit;
  const told = (trouble: Trouble): Trouble => toldInMiles(whenLeftEmpty(trouble, form, whenEmpty));
  const said = parsedBy(routes.createPerson.body, {
    ...offeringIn(form, usual),
    name: typed(form, "name"),
    email: typed(form, "email"),
    homeSchoolId: typed(form, "homeSchoolId"),
    employedFrom: typed(form, "employedFrom"),
    assurance: letterIn(form),
    claims: [],
    designations: [],
  });
  if (!("kind" in said)) return told(said);
  const added = await attempt(visit, "createPerson", { body: said.body });
  if (added.kind === "refused") return told(troubleOf(added));
  return { kind: "go", to: `/pages/people/${added.body.personId}` };
}

/** Adds a practitioner; what they can help with is declared on their own page. */
export const addPersonPage = work({ show, answer });
