import { InterestKind } from "../../shared/domain/people/person.ts";
import type { Offering } from "../../shared/domain/people/profileOf.ts";
import { choices, lineField, type Option, selectField, textField } from "../fields.ts";
import { button, type Form, formWith } from "../form.ts";
import { away, capital, html, type Html } from "../html.ts";
import { seenField } from "../seen.ts";
import {
  audiencesInWords,
  inMiles,
  modesInWords,
  optionsOf,
  phasesInWords,
  settingsInWords,
  supportTypesInWords,
} from "../terms.ts";
import { period, shortDate } from "../words.ts";
import { itemKey } from "./once.ts";
import { howAsked } from "./profileBody.ts";
import type { Person } from "./readPerson.ts";

type Interest = Person["declaredInterests"][number];

/** The fields of how much and how somebody can be asked for. */
export const offeringFields = (form: Form, person: Offering): Html[] => {
  const { travelLimitMetres, capacityDaysPerYear, capacityDeployments } = person;
  return [
    lineField(
      form,
      {
        name: "capacityDaysPerYear",
        label: "Days in an academic year",
        hint: "Whole or half days. What is agreed already stays so.",
        value: String(capacityDaysPerYear),
      },
      "number",
    ),
    lineField(
      form,
      {
        name: "capacityDeployments",
        label: "Pieces of work at once",
        value: String(capacityDeployments),
      },
      "number",
    ),
    choices(form, {
      name: "phases",
      label: "Phases",
      options: optionsOf(phasesInWords),
      ticked: person.phases,
    }),
    choices(form, {
      name: "modes",
      label: "Where",
      options: optionsOf(modesInWords),
      ticked: person.modes,
    }),
    lineField(
      form,
      {
        name: "travelLimitMetres",
        label: "How far to travel, in miles (optional)",
        hint: "As the crow flies. Left empty, there is no limit.",
        value: travelLimitMetres === null ? "" : inMiles(travelLimitMetres),
      },
      "number",
    ),
    choices(form, {
      name: "supportTypes",
      label: "Kinds of support",
      hint: "Tick none where it may be any.",
      options: optionsOf(supportTypesInWords),
      ticked: person.supportTypes ?? [],
    }),
    choices(form, {
      name: "audiences",
      label: "For whom",
      hint: "Tick none where it may be anybody.",
      options: optionsOf(audiencesInWords),
      ticked: person.audiences ?? [],
    }),
    choices(form, {
      name: "settings",
      label: "Kinds of school known from within",
      options: optionsOf(settingsInWords),
      ticked: person.settings ?? [],
    }),
  ];
};

/** How much and how somebody can be asked for. */
export const offeringForm = (form: Form, person: Offering): Html =>
  formWith(form, [seenField(howAsked(person)), offeringFields(form, person)], button("Save"));

/** A period in which somebody can be asked for, to be added to those that are given. */
export const datesForm = (form: Form): Html =>
  formWith(
    form,
    [
      lineField(form, { name: "from", label: "First day" }, "date"),
      lineField(form, { name: "to", label: "Last day" }, "date"),
    ],
    button("Add these dates", "second"),
  );

/** Dates that are given, each to be taken off. */
export const givenDates = (person: Person, form: (name: string) => Form): Html =>
  html`<ul class="plain">
    ${person.availability.map(
      (each) =>
        html`<li>
          ${period(each)}
          ${formWith(form(`drop-dates-${each.from}-${each.to}`), undefined, button(["Take off", away(period(each))], "second"))}
        </li>`,
    )}
  </ul>`;

const interestsInWords: Readonly<Record<Interest["kind"], string>> = {
  governor: "governor or trustee there",
  family: "a relative works there or governs it",
  "own-child": "a child of theirs goes there",
  financial: "a financial interest",
  other: "another reason",
};

const during = ({ since, until }: Interest): string =>
  [since !== null && `since ${shortDate(since)}`, until !== undefined && `until ${shortDate(until)}`]
    .filter((each) => each !== false)
    .map((each) => `, ${each}`)
    .join("");

const whichInterest = ({ kind, schoolId }: Interest, schoolName: (schoolId: string) => string): string =>
  `${schoolName(schoolId)}: ${interestsInWords[kind]}`;

/** Ties to schools that are declared, each to be taken off. */
export const givenInterests = (
  person: Person,
  schoolName: (schoolId: string) => string,
  form: (name: string) => Form,
): Html =>
  html`<ul class="plain">
    ${person.declaredInterests.map((each) => {
      const which = whichInterest(each, schoolName);
      return html`<li>
        ${which}${during(each)}${each.note !== undefined && `. ${each.note}`}
        ${formWith(form(`drop-interest-${itemKey(each)}`), undefined, button(["Take off", away(which)], "second"))}
      </li>`;
    })}
  </ul>`;

/** A tie to a school, to be declared. */
export const interestForm = (form: Form, schools: readonly Option[]): Html =>
  formWith(
    form,
    [
      selectField(form, { name: "schoolId", label: "School" }, [["", "Choose one"], ...schools]),
      selectField(
        form,
        { name: "kind", label: "What is the tie?" },
        InterestKind.options.map((each) => [each, capital(interestsInWords[each])]),
      ),
      lineField(form, { name: "since", label: "Since (optional)" }, "date"),
      lineField(form, { name: "until", label: "Until (optional)" }, "date"),
      textField(
        form,
        { name: "note", label: "Anything to add (optional)", hint: "Only the broker reads it." },
        2,
      ),
    ],
    button("Declare this interest", "second"),
  );
