import { counted } from "../../shared/domain/counted.ts";
import { academicYearOf } from "../../shared/domain/calendar/calendar.ts";
import { RoutePolicyName } from "../../shared/domain/vocabulary.ts";
import { settingsIn, settingsOfRoute } from "../../shared/domain/settings.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { everyItem } from "../../shared/runtime/everyItem.ts";
import { headed } from "../headed.ts";
import { away, html, type Html } from "../html.ts";
import { tableOf } from "../table.ts";
import { work } from "../serving.ts";
import { read } from "../visit.ts";
import { dateAndTime } from "../words.ts";
import { maySet, onlyBrokers, settingsList } from "./settingsPage.ts";
import { routesInWords, settingInWords, valueInWords } from "./words.ts";

type Entry = AnswerOf<"partnershipAudit">["items"][number];

const actions: Readonly<Record<string, string>> = {
  "partnership-set": "The partnership or its routes",
  "matching-policy-set": "How match runs weigh",
  "calendar-set": "A calendar",
  "calendar-undone": "A calendar, taken back",
  "calendars-imported": "Calendars from a file",
};

const isRoute = (name: string): name is RoutePolicyName => RoutePolicyName.safeParse(name).success;

/** One change as the trail has it, such as `statutory.basePriority: 4 > 3`. */
function changeInWords(change: string): string {
  const [, where = "", before, after] = /^(.+?): (.*) > (.*)$/.exec(change) ?? [];
  const [route = "", ...rest] = where.split(".");
  const what = isRoute(route) ? rest.join(".") : where;
  const told = `${settingInWords(what)}: ${valueInWords(what, before)} became ${valueInWords(what, after)}`;
  return isRoute(route) ? `${routesInWords[route]}. ${told}` : told;
}

const changesOf = ({ facts }: Entry): Html[] =>
  String(facts["changes"] ?? "")
    .split("; ")
    .filter((each) => each !== "")
    .map((each) => html`<p>${changeInWords(each)}</p>`);

/** Whose calendar a step is about, and of which year. */
function calendarOf({ holder, academicYear }: Entry["facts"]): string {
  if (typeof holder !== "string" || typeof academicYear !== "string") return "";
  if (holder === "partnership") return `: of all schools, ${academicYear}`;
  return `: of ${holder.startsWith("authority-") ? holder.replace("-", " ") : "one school"}, ${academicYear}`;
}

const shownAtMost = 50;

const historyOf = (entries: readonly Entry[]): Html => {
  const changes = entries.filter(({ action }) => action in actions).toReversed();
  const earlier = changes.length - shownAtMost;
  return html`${historyTable(changes.slice(0, shownAtMost))}
  ${earlier > 0 && html`<p>${counted(earlier, "earlier change")} stand in the partnership's trail.</p>`}`;
};

const historyTable = (entries: readonly Entry[]): Html =>
  tableOf(
    "Who changed what, newest first",
    ["When", "Who", "What"],
    entries.map((each) => [
      dateAndTime(each.at),
      each.actor.account,
      html`<p>${actions[each.action]}${calendarOf(each.facts)}</p>
        ${changesOf(each)}`,
    ]),
  );

const inForce = (of: string, settings: Html): Html =>
  html`<details>
    <summary>What is in force${away(of)}</summary>
    ${settings}
  </details>`;

/** All that a partnership decides for itself, and who changed it when. */
export const settingsOverviewPage = work({
  async show(visit) {
    const me = await read(visit, "getMe", {});
    if (!maySet(me)) return onlyBrokers;
    const [now, trail] = await Promise.all([
      read(visit, "getPartnership", {}),
      everyItem((query) => read(visit, "partnershipAudit", { query })),
    ]);
    const { name, area, brokerEmail, policies, matching } = now;
    const year = academicYearOf(visit.today);
    return headed(
      "Settings",
      html`${visit.query.has("saved") && html`<div class="notice" role="status"><p>It is saved.</p></div>`}
        <h2>The partnership</h2>
        ${settingsList(settingsIn({ name, area, brokerEmail }))}
        <p><a href="/pages/partnership/details">Change its name, area or address</a></p>
        <h2>Calendars</h2>
        <ul>
          <li>
            <a href="/pages/calendars/partnership/${year}">Days on which all schools are closed, ${year}</a>
          </li>
          <li><a href="/pages/calendar-imports">Calendars from files, and those on record</a></li>
        </ul>
        <h2>How match runs weigh</h2>
        ${inForce("how match runs weigh", settingsList(settingsIn(matching)))}
        <p><a href="/pages/partnership/matching-policy">Change how match runs weigh</a></p>
        ${policies.map(
          (each) =>
            html`<h2>${routesInWords[each.name]}</h2>
              ${inForce(routesInWords[each.name].toLowerCase(), settingsList(settingsOfRoute(each)))}
              <p>
                <a href="/pages/partnership/routes/${each.name}"
                  >Change ${routesInWords[each.name].toLowerCase()}</a
                >
              </p>`,
        )}
        <h2>What was changed</h2>
        ${historyOf(trail)}`,
    );
  },
});
