import type * as z from "zod";
import { RequestDraft } from "../../shared/contract/routes/requests.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { faultInWords } from "../faults.ts";
import { typed, typedOrNull } from "../form.ts";
import type { Trouble } from "../visit.ts";

export type Request = AnswerOf<"listRequests">["items"][number];
export type Draft = z.output<typeof RequestDraft>;

/** As many objectives as stand open on a draft's form, and as many as a request may have. */
export const objectivesShown = 3;
export const mostObjectives = 6;
/** As many codes beside the first. */
export const secondaryShown = 2;

const objectiveParts = ["statement", "successMeasure", "baseline"] as const;

const written = (form: URLSearchParams, index: number) => {
  const [statement = "", successMeasure = "", baseline = ""] = objectiveParts.map((part) =>
    typed(form, `objectives/${index}/${part}`),
  );
  return { statement, successMeasure, baseline };
};

/** Objectives up to the last that anything was written of: a gap stays where it is, and is told of. */
function objectivesIn(form: URLSearchParams) {
  const count = [...form.keys()].reduce(
    (most, name) => Math.max(most, Number(/^objectives\/(\d)\//.exec(name)?.[1] ?? -1) + 1),
    0,
  );
  const all = Array.from({ length: count }, (_, index) => written(form, index));
  const last = all.findLastIndex((each) => Object.values(each).some((text) => text !== ""));
  return all.slice(0, Math.max(1, last + 1));
}

const codesIn = (form: URLSearchParams) => ({
  primary: typed(form, "codes/primary"),
  secondary: Array.from({ length: secondaryShown }, (_, index) =>
    typed(form, `codes/secondary/${index}`),
  ).filter((code) => code !== ""),
});

const tickedIn = (form: URLSearchParams, name: string) => {
  const ticked = form.getAll(name);
  return ticked.length === 0 ? {} : { [name]: ticked };
};

const writtenIn = <Value>(form: URLSearchParams, name: string, read: (text: string) => Value) => {
  const text = typed(form, name);
  return text === "" ? {} : { [name]: read(text) };
};

/** What few requests say; of what was left alone, nothing is said. */
const moreIn = (form: URLSearchParams) => ({
  ...writtenIn(form, "supportType", String),
  ...tickedIn(form, "audiences"),
  ...tickedIn(form, "settings"),
  ...writtenIn(form, "maxFromOneSchool", Number),
  ...writtenIn(form, "routePolicy", String),
});

/** What to do about a field that was left empty; of an objective, whichever it is. */
const whenEmpty: Readonly<Record<string, string>> = {
  schoolId: "Choose the school",
  "codes/primary": "Choose what you want help with",
  phase: "Choose a phase",
  description: "Say in your own words what you need",
  daysEach: "Give the days of support",
  people: "Give how many people",
  "window/from": "Give the first day",
  "window/to": "Give the last day",
  "objectives/statement": "Say what should change",
  "objectives/successMeasure": "Say how you would know",
  "objectives/baseline": "Say how it is today",
};

/** The draft as it was written, or what is wrong with it by the route's own schema. */
export function draftIn(
  form: URLSearchParams,
  request: Request | undefined,
): { readonly draft: Draft } | Trouble {
  const read = RequestDraft.safeParse({
    ...moreIn(form),
    schoolId: request?.schoolId ?? typed(form, "schoolId"),
    codes: codesIn(form),
    phase: typed(form, "phase"),
    description: typed(form, "description"),
    objectives: objectivesIn(form),
    daysEach: Number(typed(form, "daysEach") || Number.NaN),
    people: Number(typed(form, "people") || Number.NaN),
    window: { from: typed(form, "window/from"), to: typed(form, "window/to") },
    mode: typed(form, "mode"),
    urgency: typed(form, "urgency"),
    requiredDesignation: typedOrNull(form, "requiredDesignation"),
  });
  if (read.success) return { draft: read.data };
  const faults = read.error.issues.map(({ path, message }) => {
    // What is wrong with the codes together is told by the first of their fields.
    const field = path.join("/").replace(/^codes\/secondary$/, "codes/secondary/0");
    const kind = field.replace(/\/\d\//, "/");
    return { field, detail: (typed(form, field) === "" && whenEmpty[kind]) || faultInWords(message) };
  });
  return { status: 422, detail: "Some of what you wrote is not right yet, and nothing was saved.", faults };
}
