import { routesInWords } from "../../shared/domain/inWords.ts";
import { academicYearOf } from "../../shared/domain/calendar/calendar.ts";
import { settingsIn, settingsOfRoute } from "../../shared/domain/settings.ts";
import { headed } from "../headed.ts";
import { away, html, type Html } from "../html.ts";
import { savedNotice } from "../saved.ts";
import { work } from "../serving.ts";
import { type Ending, read, type Trouble, type Visit } from "../visit.ts";
import { begin, beginning } from "./begin.ts";
import { firstSteps } from "./firstSteps.ts";
import { historyOf } from "./history.ts";
import { maySet, onlyBrokers, settingsList } from "./settingsPage.ts";

const inForce = (of: string, settings: Html): Html =>
  html`<details>
    <summary>What is in force${away(of)}</summary>
    ${settings}
  </details>`;

async function show(visit: Visit, trouble?: Trouble): Promise<Ending> {
  const me = await read(visit, "getMe", {});
  if (!maySet(me)) return onlyBrokers;
  if (me.partnership.name === null) return beginning(visit, trouble);
  const [now, history] = await Promise.all([read(visit, "getPartnership", {}), historyOf(visit)]);
  if (visit.query.has("cursor"))
    return headed(
      "Earlier changes of settings",
      html`${history}
        <p><a href="/pages/partnership">All settings</a></p>`,
    );
  const { name, area, brokerEmail, policies, matching } = now;
  const steps = now.latestRunId === null ? await firstSteps(visit, now) : undefined;
  const year = academicYearOf(visit.today);
  return headed(
    "Settings",
    html`${savedNotice(visit)} ${steps}
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
      <h2>Schools and expertise</h2>
      <ul>
        <li><a href="/pages/schools">Member schools, and how their heads are reached</a></li>
        <li><a href="/pages/expertise-leaves">Codes of your own</a></li>
      </ul>
      <h2>How match runs weigh</h2>
      ${inForce("how match runs weigh", settingsList(settingsIn(matching)))}
      <p><a href="/pages/partnership/matching-policy">Change how match runs weigh</a></p>
      ${policies.map(
        (each, at) =>
          html`<h2 ${at === 0 && html`id="routes"`}>${routesInWords[each.name]}</h2>
            ${inForce(routesInWords[each.name].toLowerCase(), settingsList(settingsOfRoute(each)))}
            <p>
              <a href="/pages/partnership/routes/${each.name}"
                >Change ${routesInWords[each.name].toLowerCase()}</a
              >
            </p>`,
      )}
      <h2>What was changed</h2>
      ${history}`,
    { trouble },
  );
}

/** All that a partnership decides for itself, and who changed it when; before there is one, where it begins. */
export const settingsOverviewPage = work({ show, answer: begin });
