import { workStatesInWords } from "../../shared/domain/inWords.ts";
import { counted } from "../../shared/domain/counted.ts";
import { DeploymentState, underWayStates } from "../../shared/domain/deployments/deployment.ts";
import { headed } from "../headed.ts";
import { away, capital, html, type Html } from "../html.ts";
import { type Names, readNames } from "../matching/names.ts";
import { statePart } from "../paging.ts";
import { work } from "../serving.ts";
import { read, type Visit } from "../visit.ts";
import { period } from "../words.ts";
import type { Deployment } from "./readWork.ts";

const at = "/pages/deployments";
const shownAtOnce = 30;

/** One state of work, with a part of the work that is in it. */
interface Listed {
  readonly state: DeploymentState;
  readonly items: readonly Deployment[];
  readonly nextCursor: string | null;
}

async function listedIn(visit: Visit, state: DeploymentState, cursor: string | null): Promise<Listed> {
  const query = { state, limit: shownAtOnce, ...(cursor === null ? {} : { cursor }) };
  return { state, ...(await read(visit, "listDeployments", { query })) };
}

const cardOf = (deployment: Deployment, names: Names, number: number): Html => {
  const { requestId, deploymentId, personId, schoolId, homeSchoolId, agreement, daysDelivered } = deployment;
  return html`<li>
    <h3>
      <a href="/pages/requests/${requestId}/deployments/${deploymentId}"
        >${capital(names.school(schoolId))}${away(`${period(agreement.window)}, number ${number}`, ", ")}</a
      >
    </h3>
    <p>
      By ${names.named(personId) ?? "somebody"} of ${names.school(homeSchoolId)}, ${period(agreement.window)}
    </p>
    <p>${daysDelivered} of ${counted(agreement.daysPlanned, "day")} delivered</p>
  </li>`;
};

const sectionOf = ({ state, items, nextCursor }: Listed, names: Names): Html =>
  statePart(
    workStatesInWords[state],
    items.map((each, index) => cardOf(each, names, index + 1)),
    { path: `${at}?state=${state}`, nextCursor },
  );

/** The work that somebody has a part in: what goes on or is to begin, and on request what has ended. */
export const worksPage = work({
  async show(visit) {
    const asked = DeploymentState.safeParse(visit.query.get("state"));
    const states = asked.success ? [asked.data] : underWayStates;
    const cursor = asked.success ? visit.query.get("cursor") : null;
    const listed = await Promise.all(states.map((state) => listedIn(visit, state, cursor)));
    const shown = listed.flatMap(({ items }) => items);
    const names = await readNames(
      visit,
      shown.flatMap(({ personId, schoolId, homeSchoolId }) => [personId, schoolId, homeSchoolId]),
    );
    const others = DeploymentState.options.filter((state) => !states.includes(state));
    return headed(
      "Work in schools",
      html`${listed.map((each) => sectionOf(each, names))}
        <h2>Other work</h2>
        <ul>
          ${others.map((state) => html`<li><a href="${at}?state=${state}">${workStatesInWords[state]}</a></li>`)}
          ${asked.success && html`<li><a href="${at}">All that goes on or is to begin</a></li>`}
        </ul>`,
    );
  },
});
