import { counted } from "../../shared/domain/counted.ts";
import { underWayStates } from "../../shared/domain/deployments/deployment.ts";
import { everyItem } from "../../shared/runtime/everyItem.ts";
import { away, html, type Html } from "../html.ts";
import { schoolNamesOf } from "../schoolNames.ts";
import { read, type Visit } from "../visit.ts";
import { period } from "../words.ts";
import { personKeyOf, type PersonRead } from "./readPerson.ts";

/** The work of somebody that is agreed or goes on, as far as the reader has a part in it. */
export async function workUnderWay(visit: Visit) {
  const of = personKeyOf(visit);
  const listed = await Promise.all(
    underWayStates.map((state) =>
      everyItem((query) => read(visit, "listDeployments", { query: { ...query, ...of, state } })),
    ),
  );
  const works = listed
    .flat()
    .toSorted((a, b) => (a.agreement.window.from < b.agreement.window.from ? -1 : 1));
  const names = await schoolNamesOf(
    visit,
    works.map(({ schoolId }) => schoolId),
  );
  return works.map((each) => ({ ...each, school: names.get(each.schoolId) ?? "A school" }));
}

/** To what somebody is promised, and where it can be asked how it is to go on. */
export const promised = (
  works: Awaited<ReturnType<typeof workUnderWay>>,
  { me, isHomeHead, isThemself }: PersonRead,
): Html | false =>
  works.length > 0 &&
  html`<h2>Promised already</h2>
    <ul>
      ${works.map(
        ({ requestId, deploymentId, school, agreement, daysDelivered }, index) =>
          html`<li>
            <a href="/pages/requests/${requestId}/deployments/${deploymentId}"
              >${school}, ${period(agreement.window)}${away(String(index + 1), ", number ")}</a
            >: ${daysDelivered} of ${counted(agreement.daysPlanned, "day")} delivered
          </li>`,
      )}
    </ul>
    ${
      (isHomeHead || isThemself || me.roles.includes("broker")) &&
      html`<p>Where one of these cannot go on as agreed, open it: the broker decides from there.</p>`
    }`;
