import type * as z from "zod";
import { RequestDraft } from "../../shared/contract/routes/requests.ts";
import { UnfinishedRequest } from "../../shared/domain/requests/unfinished.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { faultInWords } from "../faults.ts";
import { typed, typedOrNull } from "../form.ts";
import type { Trouble } from "../visit.ts";

export type Request = AnswerOf<"listRequests">["items"][number];
export type Draft = z.output<typeof RequestDraft>;
/** What of a request stands there already, to fill its form with: all of it, or as much as there is. */
export type Written = z.output<typeof UnfinishedRequest>;

/** As many objectives as stand open on a draft's form, and as many as a request may have. */
export const objectivesShown = 3;
export const mostObjectives = 6;
/** As many codes beside the first. */
export const secondaryShown = 2;

const objectiveParts = ["statement", "successMeasure", "baseline"] as const;

const textIn = (form: URLSearchParams, name: string): string | undefined => typed(form, name) || undefined;

const numberIn = (form: URLSearchParams, name: string): number | undefined => {
  const text = textIn(form, name);
  return text === undefined ? undefined : Number(text);
};

const objectiveIn = (form: URLSearchParams, index: number) => {
  const [statement, successMeasure, baseline] = objectiveParts.map((part) =>
    textIn(form, `objectives/${index}/${part}`),
  );
  return { statement, successMeasure, baseline };
};

/** Objectives up to the last that anything was written of: a gap stays where it is, and is told of. */
function objectivesIn(form: URLSearchParams) {
  const count = [...form.keys()].reduce(
    (most, name) => Math.max(most, Number(/^objectives\/(\d)\//.exec(name)?.[1] ?? -1) + 1),
    0,
  );
  const all = Array.from({ length: count }, (_, index) => objectiveIn(form, index));
  const last = all.findLastIndex((each) => Object.values(each).some((text) => text !== undefined));
  return all.slice(0, Math.max(1, last + 1));
}

const codesIn = (form: URLSearchParams) => ({
  primary: textIn(form, "codes/primary"),
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

/** What the form says; of what was left empty, nothing. */
const sentIn = (form: URLSearchParams, schoolId: string) => ({
  ...moreIn(form),
  schoolId,
  codes: codesIn(form),
  phase: textIn(form, "phase"),
  description: textIn(form, "description"),
  objectives: objectivesIn(form),
  daysEach: numberIn(form, "daysEach"),
  people: numberIn(form, "people"),
  window: { from: textIn(form, "window/from"), to: textIn(form, "window/to") },
  mode: textIn(form, "mode"),
  urgency: textIn(form, "urgency"),
  requiredDesignation: typedOrNull(form, "requiredDesignation"),
});

const faultsIn = (form: URLSearchParams, { issues }: z.ZodError): Trouble["faults"] =>
  issues.map(({ path, message }) => {
    // What is wrong with the codes together is told by the first of their fields.
    const field = path.join("/").replace(/^codes\/secondary$/, "codes/secondary/0");
    const kind = field.replace(/\/\d\//, "/");
    return { field, detail: (typed(form, field) === "" && whenEmpty[kind]) || faultInWords(message) };
  });

/** As much of a request as can be kept, with what is missing for a draft. */
interface Part {
  readonly part: Written;
  readonly missing: Trouble["faults"];
}

/** The draft as it was written; or as much as there is of one; or what of that is wrong by the route's own schema. */
export function draftIn(form: URLSearchParams, schoolId: string): { readonly draft: Draft } | Part | Trouble {
  const sent = sentIn(form, schoolId);
  const whole = RequestDraft.safeParse(sent);
  if (whole.success) return { draft: whole.data };
  const kept = UnfinishedRequest.safeParse(sent);
  return kept.success
    ? { part: kept.data, missing: faultsIn(form, whole.error) }
    : notRight(faultsIn(form, kept.error));
}

/** Why nothing of what was written could be kept. */
export const notRight = (faults: Trouble["faults"]): Trouble => ({
  status: 422,
  detail: "Some of what you wrote is not right yet, and nothing was saved.",
  faults,
});
