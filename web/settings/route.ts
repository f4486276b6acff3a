import { payersInWords, routesInWords } from "../../shared/domain/inWords.ts";
import type * as z from "zod";
import { type ConsentParty, consentParties, RoutePolicy } from "../../shared/domain/partnership.ts";
import { settingsOfRoute } from "../../shared/domain/settings.ts";
import { RoutePolicyName } from "../../shared/domain/vocabulary.ts";
import { whenLeftEmpty } from "../faults.ts";
import { lineField, type Option, selectField } from "../fields.ts";
import { type Form, typed } from "../form.ts";
import { capital, html, type Html } from "../html.ts";
import { parsedBy } from "../parsed.ts";
import { attempt, done, type Visit } from "../visit.ts";
import { type Partnership, settingsList, settingsPage } from "./settingsPage.ts";
import { inPercent, settingNames, valueInWords } from "./words.ts";

type Policy = Partnership["policies"][number];

/** Each order in which three parties can be asked. */
const orders: readonly Option[] = consentParties.flatMap((first) =>
  consentParties
    .filter((each) => each !== first)
    .map((second): Option => {
      const third = consentParties.find((each) => each !== first && each !== second);
      const order = [first, second, third].join(" ");
      return [order, capital(valueInWords("consentOrder", order))];
    }),
);

const percentOf = (share: number | undefined): string =>
  share === undefined ? "" : String(inPercent(share));

const numberField = (form: Form, what: string, value: number): Html =>
  lineField(
    form,
    { name: what.replace(".", "/"), label: settingNames[what] ?? what, value: String(value) },
    "number",
  );

const fields = (form: Form, policy: Policy): Html[] => [
  selectField(
    form,
    { name: "payer", label: settingNames["payer"] ?? "", value: policy.payer },
    Object.entries(payersInWords).map(([payer, words]) => [payer, capital(words)]),
  ),
  numberField(form, "basePriority", policy.basePriority),
  selectField(
    form,
    { name: "consentOrder", label: settingNames["consentOrder"] ?? "", value: policy.consentOrder.join(" ") },
    orders,
  ),
  ...consentParties.map((party) =>
    numberField(form, `consentWorkingDays.${party}`, policy.consentWorkingDays[party]),
  ),
  lineField(
    form,
    {
      name: "offersPerWave",
      label: "Offers in one wave, at most (optional)",
      hint: "Left empty, there are no waves.",
      value: String(policy.offersPerWave ?? ""),
    },
    "number",
  ),
  lineField(
    form,
    {
      name: "leastAcceptance",
      label: "Least share of yes that a wave expects of a proposal, in percent (optional)",
      value: percentOf(policy.leastAcceptance),
    },
    "number",
  ),
  html`<h2>Day rates</h2>
    ${ratesTold(policy)}
    <h3>Another rate</h3>
    <p>
      Rates that are agreed stay. Left empty, no rate is added; one from the same day takes the other's place.
    </p>`,
  lineField(form, { name: "rate/effectiveFrom", label: "From (optional)" }, "date"),
  lineField(form, { name: "rate/dayRate", label: "Day rate, in pounds (optional)" }, "number"),
  lineField(
    form,
    { name: "rate/share", label: "Of which for the home school, in pounds (optional)" },
    "number",
  ),
];

/** The rates that are agreed, each from the day on which it holds. */
function ratesTold(policy: Policy): Html {
  const rates = [...settingsOfRoute(policy)].filter(([what]) => what.startsWith("rates."));
  return rates.length === 0 ? html`<p>None is agreed yet.</p>` : settingsList(new Map(rates));
}

const numberIn = (form: URLSearchParams, name: string): number => Number(typed(form, name) || Number.NaN);

/** The share that was typed; one that nobody touched stays as it is to its last digit. */
function shareIn(form: URLSearchParams, { leastAcceptance }: Policy) {
  const isTouched = typed(form, "leastAcceptance") !== percentOf(leastAcceptance);
  const share = isTouched ? numberIn(form, "leastAcceptance") / 100 : leastAcceptance;
  return share === undefined || typed(form, "leastAcceptance") === "" ? {} : { leastAcceptance: share };
}

/** The rates with the one that was typed, if any of it was. */
function ratesIn(form: URLSearchParams, { rates }: Policy) {
  const effectiveFrom = typed(form, "rate/effectiveFrom");
  if (!["rate/effectiveFrom", "rate/dayRate", "rate/share"].some((each) => typed(form, each) !== ""))
    return rates;
  const pence = (name: string): number => Math.round(numberIn(form, name) * 100);
  const rate = {
    effectiveFrom,
    dayRatePence: pence("rate/dayRate"),
    homeSchoolSharePence: pence("rate/share"),
  };
  return [rate, ...rates.filter((each) => each.effectiveFrom !== effectiveFrom)];
}

const saidIn = (form: URLSearchParams, policy: Policy) => ({
  name: policy.name,
  payer: typed(form, "payer"),
  basePriority: numberIn(form, "basePriority"),
  consentOrder: typed(form, "consentOrder").split(" "),
  consentWorkingDays: Object.fromEntries(
    consentParties.map((party: ConsentParty) => [party, numberIn(form, `consentWorkingDays/${party}`)]),
  ),
  ...(typed(form, "offersPerWave") === "" ? {} : { offersPerWave: numberIn(form, "offersPerWave") }),
  ...shareIn(form, policy),
  rates: ratesIn(form, policy),
});

/** Where the faults of a rate lie, by the fields of the form: the one that was typed stands first. */
const ofRate: Readonly<Record<string, string>> = {
  "rates/0/effectiveFrom": "rate/effectiveFrom",
  "rates/0/dayRatePence": "rate/dayRate",
  "rates/0/homeSchoolSharePence": "rate/share",
};

const whenEmpty = {
  "rate/effectiveFrom": "Give the day from which the rate holds",
  "rate/dayRate": "Give the day rate",
  "rate/share": "Give what of it is for the home school",
};

const nameOf = (visit: Visit) => RoutePolicyName.parse(visit.part("routePolicy"));

/** Every partnership holds all four. */
const policyOf = ({ policies }: Partnership, visit: Visit): Policy =>
  RoutePolicy.parse(policies.find(({ name }) => name === nameOf(visit)));

type Body = z.output<typeof RoutePolicy>;

/** How one route of requests is brokered. */
export const routePolicyPage = settingsPage<Body>({
  isThere: (visit) => RoutePolicyName.safeParse(visit.part("routePolicy")).success,
  title: (visit) => routesInWords[nameOf(visit)],
  about:
    "How offers of this route are asked for, and who pays. What is offered already stays as it was offered.",
  fields: (form, now, visit) => fields(form, policyOf(now, visit)),
  said(visit, now) {
    const said = parsedBy(RoutePolicy, saidIn(visit.form, policyOf(now, visit)));
    if ("kind" in said) return said;
    const faults = said.faults.map((each) => ({ ...each, field: ofRate[each.field ?? ""] ?? each.field }));
    return whenLeftEmpty({ ...said, faults }, visit.form, whenEmpty);
  },
  before: (now, visit) => settingsOfRoute(policyOf(now, visit)),
  after: (body) => settingsOfRoute(body),
  isAbout: ({ facts }, visit) =>
    String(facts["changes"] ?? "")
      .split("; ")
      .some((each) => each.startsWith(`${nameOf(visit)}.`)),
  save(visit, body, { name, area, brokerEmail, policies, revision }) {
    const changed = policies.map((each) => (each.name === body.name ? body : each));
    return done(
      attempt(visit, "createPartnership", { body: { name, area, brokerEmail, policies: changed, revision } }),
    );
  },
});
