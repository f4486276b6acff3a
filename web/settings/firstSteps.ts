import { counted } from "../../shared/domain/counted.ts";
import { startingPolicies } from "../../shared/domain/partnership.ts";
import { assuranceWarnings } from "../../shared/domain/people/availability.ts";
import { changesBetween, settingsOfRoute } from "../../shared/domain/settings.ts";
import { everyItem } from "../../shared/runtime/everyItem.ts";
import { html, type Html } from "../html.ts";
import { read, type Visit } from "../visit.ts";
import type { Partnership } from "./settingsPage.ts";

/** How far one step is: what is there of it, and what of that is still to be done. */
function standing(there: number, what: string, toDo = ""): Html {
  const known = there === 0 ? "To do" : toDo === "" ? `Done: ${what}` : `Begun: ${what}, ${toDo}`;
  return html`<br /><strong>${known}</strong>`;
}

const left = (count: number, what: string): string => (count === 0 ? "" : `${count} ${what}`);

/** Whether a route is no longer as every partnership begins. */
function isChanged(policy: Partnership["policies"][number]): boolean {
  const usual = startingPolicies(policy.rates[0]?.effectiveFrom ?? "").find(
    ({ name }) => name === policy.name,
  );
  return usual === undefined || changesBetween(settingsOfRoute(usual), settingsOfRoute(policy)).length > 0;
}

async function found(visit: Visit) {
  const [schools, calendars, people, requests] = await Promise.all([
    everyItem((query) => read(visit, "listSchools", { query })),
    read(visit, "listCalendars", { query: { limit: 1 } }),
    everyItem((query) => read(visit, "listPeople", { query })),
    everyItem((query) => read(visit, "listRequests", { query })),
  ]);
  const unreached = schools.filter(({ headEmail }) => headEmail === null).length;
  const unassured = people.filter((each) => assuranceWarnings(each, visit.today).length > 0).length;
  return {
    schools: schools.length,
    unreached,
    calendars: calendars.items.length,
    people: people.length,
    unassured,
    requests: requests.length,
    drafts: requests.filter(({ state }) => state === "draft").length,
  };
}

/** What a partnership needs before its first match run, in the order in which each needs the one before, and how far it is. */
export async function firstSteps(visit: Visit, partnership: Partnership): Promise<Html> {
  const { schools, unreached, calendars, people, unassured, requests, drafts } = await found(visit);
  const changed = partnership.policies.filter(isChanged).length;
  return html`<h2>Before the first match run</h2>
    <ol>
      <li>
        <a href="/pages/register-imports#send-register">Load the register of schools</a>: all else names its
        schools ${standing(schools, counted(schools, "school"))}
      </li>
      <li>
        <a href="/pages/schools">Say how heads are reached</a>: until then their letters come to brokers
        ${standing(schools - unreached, counted(schools - unreached, "head"), left(unreached, "without an address"))}
      </li>
      <li>
        <a href="#routes">Look at the routes below</a>: who says yes first, who pays, and the day rates
        <br /><strong
          >${changed === 0 ? "As they began: look whether these are yours" : `Done: ${counted(changed, "route")} changed`}</strong
        >
      </li>
      <li>
        <a href="/pages/calendar-imports">Upload term dates and holidays</a>, by which days and deadlines
        count ${standing(calendars, "calendars are on record")}
      </li>
      <li>
        <a href="/pages/people-imports">Upload practitioners from your spreadsheet</a>, or
        <a href="/pages/people/new">add one</a>, with the dates of the employer's letter of assurance: nobody
        is proposed without
        ${standing(people, counted(people, "practitioner"), left(unassured, "without such a letter"))}
      </li>
      <li>
        <a href="/pages/request-imports">Upload requests from your spreadsheet</a>, or
        <a href="/pages/requests/new">write the first</a>
        ${standing(requests, counted(requests, "request"), left(drafts, "not sent yet"))}
      </li>
    </ol>
    <p>
      A match run is made each night from then on, and tells nobody but brokers.
      <a href="/pages/match-runs">Start one yourself</a> once all this is there.
    </p>`;
}
