import { counted } from "../../shared/domain/counted.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { capital, html, type Html } from "../html.ts";
import { leastPublished } from "../../shared/domain/outcomes/published.ts";
import { tableOf } from "../table.ts";
import { asCounted, type Told } from "./told.ts";
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
  others: "all others",
};

const heads = ["Which", "Schools", "Asked", "Supported", "Gave support", "None of these"];

const columns = ["asked", "received", "gave", "neither"] as const;

const table = (caption: string, groups: readonly Group[], shown: Told): Html => {
  const told = columns.map((column) => shown(groups.map((each) => each[column])));
  return tableOf(
    caption,
    heads,
    groups.map(({ group, schools }, place) => [
      capital(groupsInWords[group] ?? group),
      schools,
      ...told.map((column) => column[place]),
    ]),
  );
};

/** Groups of few schools put together, as each of them would point at its schools; those are left out if still few. */
function largeGroups(groups: readonly Group[]): Group[] {
  const isLarge = ({ schools }: Group): boolean => schools >= leastPublished;
  const none = { group: "others", schools: 0, asked: 0, received: 0, gave: 0, neither: 0 };
  const others = groups
    .filter((each) => !isLarge(each))
    .reduce((sum, each): Group => {
      const added = columns.map((column) => [column, sum[column] + each[column]] as const);
      return { ...sum, schools: sum.schools + each.schools, ...Object.fromEntries(added) };
    }, none);
  return [...groups, others].filter(isLarge);
}

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

/** The same as it may be published: without the names of schools, and of no group that points at one. */
export const reachPublished = ({ reach }: Impact, shown: Told): Html =>
  html`<h2>Who asks, and who gives</h2>
    <p>
      A school asked once it sent a request, whatever came of it. It was supported, or gave support, once a
      day was delivered.
    </p>
    ${table("By kind of school", largeGroups(reach.byKind), shown)}
    ${table("By pupils eligible for free school meals", largeGroups(reach.byFreeMeals), shown)}`;

/** Whom the partnership reaches: who asks, who never asks, and who gives. */
export const reachSection = ({ reach, didNotAsk, memberSchools }: Impact): Html | false =>
  memberSchools > 0 &&
  html`<h2>Who asks, and who gives</h2>
    <p>
      A school asked once it sent a request, whatever came of it. It was supported, or gave support, once a
      day was delivered. A small number may point at one school: publish the figures without them.
    </p>
    ${table("By kind of school", reach.byKind, asCounted)}
    ${table("By pupils eligible for free school meals", reach.byFreeMeals, asCounted)}
    ${reach.byAuthority.length > 1 && table("By local authority", reach.byAuthority, asCounted)}
    ${didNotAsk.length > 0 ? silent(didNotAsk) : html`<p>Every school has asked.</p>`}`;
