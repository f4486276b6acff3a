import { counted } from "../../shared/domain/counted.ts";
import * as z from "zod";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { capital } from "../html.ts";
import { inMiles, inWords } from "../terms.ts";
import { period } from "../words.ts";
import type { Names } from "./names.ts";

export type InputChange = AnswerOf<"diffRuns">["years"][number]["inputs"][number];

/** What a run knows of requests, practitioners and schools, in words; of half-days as days. */
const fields: Readonly<Record<string, string>> = {
  // Of requests
  codes: "what it is about",
  phase: "phase",
  halfDays: "days from each person",
  people: "people still wanted",
  window: "dates",
  nextHalfTerm: "the school's next half term",
  mode: "where",
  priority: "priority",
  routePolicy: "route policy",
  submittedOn: "day of sending",
  pinned: "who is pinned",
  excluded: "who is excluded",
  declinedBy: "who said no",
  alreadyHeld: "who is asked or agreed already",
  lastProposed: "whom the run before proposed",
  overrides: "rules set aside",
  requiredDesignation: "designation asked for",
  maxFromOneSchool: "most people from one school",
  // Of practitioners
  homeSchoolId: "home school",
  claims: "expertise that they declare",
  phases: "phases",
  modes: "how they work",
  travelLimitMetres: "how far they travel",
  capacityHalfDaysLeft: "days left",
  capacitySlotsLeft: "deployments left",
  leastSlots: "deployments to be found for them",
  loadSlots: "deployments and open offers held",
  availability: "dates of availability",
  parked: "whether they are parked",
  assuranceValidUntil: "last day of their letter of assurance",
  designations: "designations",
  formerEmployers: "schools where they worked",
  declaredInterests: "declared interests",
  nextSchool: "announced move",
  facets: "kinds of support",
  // Of schools, support and the day
  memberships: "trusts and other groups",
  concern: "category of concern",
  pupils: "pupils",
  percentageFsm: "free school meals",
  calendar: "calendar",
  closed: "closed days",
  onDate: "day",
  deploymentId: "work",
  today: "date",
};

const Told = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.strictObject({ from: z.string(), to: z.string() }),
]);

const isHalfDays = (field: string): boolean => field.endsWith("alfDays") || field.endsWith("HalfDaysLeft");

/** A value as it is told; undefined where it is too much to tell. */
function valueInWords(field: string, text: string | null, names: Names): string | undefined {
  if (text === null || text === "null") return "none";
  const read = Told.safeParse(JSON.parse(text));
  if (!read.success) return undefined;
  const value = read.data;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number")
    return isHalfDays(field)
      ? counted(value / 2, "day")
      : field.endsWith("Metres")
        ? `${inMiles(value)} miles`
        : String(value);
  if (typeof value === "string") return names.sentence(value);
  if (!Array.isArray(value)) return period(value);
  return value.length === 0 ? "nobody" : value.map((each) => names.sentence(each)).join(", ");
}

function subjectOf({ of, id }: InputChange, names: Names, about: string | undefined): string {
  switch (of) {
    case "request":
      return id === about ? "this request" : `the request ${names.wholeRequest(id)}`;
    case "practitioner":
      return names.person(id);
    case "school":
      return names.school(id);
    case "support": {
      const [home = "", receiving = ""] = id.split(" ");
      return `support from ${names.school(home)} to ${names.school(receiving)}`;
    }
    case "calendar":
      return "a calendar";
    case "policy":
      return "the matching policy";
    case "today":
      return "the day of the run";
  }
}

const came = { new: "is new", gone: "is no longer there" } as const;

/** One change of what a run knew, told beside the request that it is `about`: whose, of what, and from what to what. */
export function changeInWords(change: InputChange, names: Names, about?: string): string {
  const { kind, field, before, after } = change;
  const subject = capital(subjectOf(change, names, about));
  if (kind !== "changed" || field === null) return `${subject} ${came[kind === "gone" ? "gone" : "new"]}`;
  const what = fields[field] ?? inWords(field.replaceAll(/([A-Z])/g, " $1").toLowerCase());
  const [was, is] = [valueInWords(field, before, names), valueInWords(field, after, names)];
  const values = was === undefined || is === undefined ? "changed" : `from ${was} to ${is}`;
  return `${subject}: ${what} ${values}`;
}
