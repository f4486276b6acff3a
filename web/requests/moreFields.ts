import { routesInWords } from "../../shared/domain/inWords.ts";
import { choices, lineField, selectField } from "../fields.ts";
import { type Form, typed } from "../form.ts";
import { html, type Html } from "../html.ts";
import { audiencesInWords, optionsOf, settingsInWords, supportTypesInWords } from "../terms.ts";
import type { Written } from "./draftBody.ts";

/** The route that a request goes by unless another is chosen. */
const usualRoute = "traded-improvement";

const fewSay = ["supportType", "audiences", "settings", "maxFromOneSchool"] as const;

/** Whether a draft, or what was typed in its place, says anything that most do not. */
const saysMore = ({ typed: sent }: Form, request: Written | undefined): boolean =>
  sent
    ? fewSay.some((name) => typed(sent, name) !== "") || typed(sent, "routePolicy") !== usualRoute
    : request !== undefined &&
      (fewSay.some((name) => request[name] !== undefined) ||
        (request.routePolicy ?? usualRoute) !== usualRoute);

/** The routes to choose among: a statutory case is the broker's to open. */
const routesFor = (isBroker: boolean, { routePolicy }: Partial<Written>) =>
  optionsOf(routesInWords).filter(([name]) => name !== "statutory" || isBroker || routePolicy === name);

const whom = (form: Form, request: Partial<Written>): Html[] => [
  selectField(
    form,
    { name: "supportType", label: "What kind of support?", value: request.supportType ?? "" },
    [["", "Anything that helps"], ...optionsOf(supportTypesInWords)],
  ),
  choices(form, {
    name: "audiences",
    label: "Whom is it for?",
    hint: "Tick none where it is for anybody.",
    options: optionsOf(audiencesInWords),
    ticked: request.audiences ?? [],
  }),
  choices(form, {
    name: "settings",
    label: "Which kinds of school should they know from within?",
    hint: "Tick none where it does not matter.",
    options: optionsOf(settingsInWords),
    ticked: request.settings ?? [],
  }),
];

/** What few requests say: what is done and for whom, from which schools people come, and the route. */
export const moreFields = (form: Form, request: Written | undefined, isBroker: boolean): Html =>
  html`<details ${saysMore(form, request) && "open"}>
    <summary>More that you may say: kind of support, for whom, route</summary>
    ${whom(form, request ?? {})}
    ${lineField(
      form,
      {
        name: "maxFromOneSchool",
        label: "How many of them may come from one school? (optional)",
        hint: "Where several people are asked for. Leave it empty where it does not matter.",
        value: String(request?.maxFromOneSchool ?? ""),
      },
      "number",
    )}
    ${selectField(
      form,
      {
        name: "routePolicy",
        label: "By which route?",
        hint: "It decides who agrees, in which order, and who pays. If in doubt, leave it.",
        value: request?.routePolicy ?? usualRoute,
      },
      routesFor(isBroker, request ?? {}),
    )}
  </details>`;
