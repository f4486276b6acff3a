import { isDeepStrictEqual } from "node:util";
import { settingsIn } from "../../shared/domain/settings.ts";
import { type MatchingInForce, MatchingPolicy } from "../../shared/domain/runs/matchingPolicy.ts";
import { defaultPolicy } from "../../shared/matching/facts/policy.ts";
import { lineField, selectField } from "../fields.ts";
import { type Form, typed } from "../form.ts";
import { capital, type Html } from "../html.ts";
import { parsedBy } from "../parsed.ts";
import { attempt, done } from "../visit.ts";
import { settingsPage } from "./settingsPage.ts";
import { fairnessInWords, nearnessInWords, settingNames } from "./words.ts";

type Body = MatchingPolicy;

const weights = [
  "expertise",
  "phase",
  "context",
  "distance",
  "availability",
  "rotation",
  "workingStyle",
] as const;
const inHundredths = ["rotationCostPerLoad", "stabilityBonus"] as const;
const whole = ["pastEmployerMonths", "pastMembershipMonths", "reciprocalYears"] as const;

const numberField = (form: Form, what: string, value: number): Html =>
  lineField(
    form,
    { name: what.replace(".", "/"), label: settingNames[what] ?? what, value: String(value) },
    "number",
  );

const selected = (
  form: Form,
  name: "fairness" | "nearestExpertise",
  { value, words }: { value: string; words: Readonly<Record<string, string>> },
): Html =>
  selectField(
    form,
    { name, label: settingNames[name] ?? name, value },
    Object.entries(words).map(([each, text]) => [each, capital(text)]),
  );

const fields = (form: Form, now: MatchingInForce): Html[] => [
  selected(form, "fairness", { value: now.fairness, words: fairnessInWords }),
  ...weights.map((each) => numberField(form, `weights.${each}`, now.weights[each])),
  ...inHundredths.map((each) => numberField(form, each, now[each] / 100)),
  selected(form, "nearestExpertise", { value: now.nearestExpertise, words: nearnessInWords }),
  ...whole.map((each) => numberField(form, each, now[each])),
];

const numberIn = (form: URLSearchParams, name: string): number => Number(typed(form, name) || Number.NaN);

const saidIn = (form: URLSearchParams) => ({
  fairness: typed(form, "fairness"),
  nearestExpertise: typed(form, "nearestExpertise"),
  weights: Object.fromEntries(weights.map((each) => [each, numberIn(form, `weights/${each}`)])),
  ...Object.fromEntries(inHundredths.map((each) => [each, Math.round(numberIn(form, each) * 100)])),
  ...Object.fromEntries(whole.map((each) => [each, numberIn(form, each)])),
});

const everywhere: Readonly<Record<string, unknown>> = { ...defaultPolicy };

/** A part that is as everywhere is not sent: it stays so when what is everywhere changes. */
const ownParts = (said: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(said).filter(([name, value]) => !isDeepStrictEqual(value, everywhere[name])),
  );

/** How runs weigh: by how much of fit, fairness and rotation. */
export const matchingPolicyPage = settingsPage<Body>({
  title: () => "How match runs weigh",
  about:
    "The next runs weigh so. The points for fit are 100 in all. What is proposed already stays as it is.",
  fields: (form, { matching }) => fields(form, matching),
  said: ({ form }) => parsedBy(MatchingPolicy, ownParts(saidIn(form))),
  before: ({ matching }) => settingsIn(matching),
  after: (body, { matching }) =>
    settingsIn(
      Object.fromEntries(Object.keys(matching).map((name) => [name, { ...everywhere, ...body }[name]])),
    ),
  isAbout: ({ action }) => action === "matching-policy-set",
  save: (visit, body, { revision }) =>
    done(attempt(visit, "setMatchingPolicy", { body: { ...body, revision } })),
});
