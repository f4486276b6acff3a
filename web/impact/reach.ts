import { counted } from "../../shared/domain/counted.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { capital, html, type Html } from "../html.ts";
import { tableOf } from "../table.ts";
import { phasesInWords, settingsInWords } from "../terms.ts";

type Impact = AnswerOf<"impact">;
type Group = Impact["reach"]["byKind"][number];

const groupsInWords: Readonly<Record<string, string>> = {
  ...phasesInWords,
  special: settingsInWords.special,
  "alternative-provision": settingsInWords["alternative-provision"],
  "all-through": "all-through",
  most: "the third with most",
  middle: "the middle third",
  fewest: "the third with fewest",
  "not-known": "not known",
};

const heads = ["Which", "Schools", "Asked", "Supported", "Gave support", "None of these"];

const table = (caption: string, groups: readonly Group[]): Html =>
  tableOf(
    caption,
    heads,
    groups.map(({ group, schools, asked, received, gave, neither }) => [
      capital(groupsInWords[group] ?? group),
      schools,
      asked,
      received,
      gave,
      neither,
    ]),
  );

const silent = (didNotAsk: Impact["didNotAsk"]): Html =>
  html`<details>
    <summary>${counted(didNotAsk.length, "school")} that did not ask</summary>
    <ul>
      ${didNotAsk.map(
        ({ name, daysGiven }) =>
          html`<li>${name}${daysGiven > 0 && `, which gave ${counted(daysGiven, "day")}`}</li>`,
      )}
    </ul>
  </details>`;

/** Whom the partnership reaches: who asks, who never asks, and who gives. */
export const reachSection = ({ reach, didNotAsk, memberSchools }: Impact): Html | false =>
  memberSchools > 0 &&
  html`<h2>Who asks, and who gives</h2>
    <p>
      A school asked once it sent a request, whatever came of it. It was supported, or gave support, once a
      day was delivered. A small number may point at one school: look before you publish it.
    </p>
    ${table("By kind of school", reach.byKind)}
    ${table("By pupils eligible for free school meals", reach.byFreeMeals)}
    ${reach.byAuthority.length > 1 && table("By local authority", reach.byAuthority)}
    ${didNotAsk.length > 0 ? silent(didNotAsk) : html`<p>Every school has asked.</p>`}`;
