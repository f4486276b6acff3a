import { workStatesInWords } from "../../shared/domain/inWords.ts";
import { daysUnspent } from "../../shared/domain/deployments/deployment.ts";
import { chargeFor } from "../../shared/domain/deployments/money.ts";
import { html, type Html, row } from "../html.ts";
import { priceRows, type Reads } from "../price.ts";
import { modesInWords } from "../terms.ts";
import { attempt, type Visit } from "../visit.ts";
import { longDate, period, pounds } from "../words.ts";
import { type Objective, workKeyOf, type WorkRead } from "./readWork.ts";
import { reviewRows } from "./review.ts";

const releasesInWords = { awaited: "Asked for", yes: "Yes", no: "No" } as const;

/** Whose school the reader heads, of the two that the work is about. */
const readsFor = ({ parties }: WorkRead): Reads =>
  parties.has("supported-school")
    ? "supported-school"
    : parties.has("home-school")
      ? "home-school"
      : undefined;

/** Who comes, as far as the reader may know people by name. */
export async function whoComes(visit: Visit): Promise<Html | undefined> {
  const contacts = await attempt(visit, "deploymentContacts", { params: workKeyOf(visit) });
  if (contacts.kind === "refused") return undefined;
  const { practitioner, homeSchool } = contacts.body;
  return row("Who comes", `${practitioner.name}, of ${homeSchool.name}`);
}

/** What was agreed and what was done of it: the record of the work. */
export const summaryOf = (work: WorkRead, who: Html | undefined, objectives: readonly Objective[]): Html => {
  const { deployment } = work;
  const { state, agreement, daysDelivered, daysCharged, midTermReview, newRelease, ending } = deployment;
  const unspent = ending ? daysUnspent(deployment) : 0;
  return html`<dl>
    ${who} ${row("State", workStatesInWords[state])}
    ${row("Days", `${daysDelivered} delivered of ${agreement.daysPlanned} agreed${unspent > 0 ? `, ${unspent} not used` : ""}; ${daysCharged} charged, which is ${pounds(chargeFor(agreement, daysCharged).chargedPence)}`)}
    ${row("Between", period(agreement.window))} ${row("Where", modesInWords[agreement.mode])}
    ${
      objectives.length > 0 &&
      row(
        "What should change",
        objectives.map(({ statement }) => html`<p>${statement}</p>`),
      )
    }
    ${priceRows(agreement, readsFor(work))} ${row("Agreed", longDate(agreement.agreedAt))}
    ${midTermReview && reviewRows(midTermReview)}
    ${newRelease && row("Released by another school", `${releasesInWords[newRelease.answer]}, from ${longDate(newRelease.from)}`)}
    ${ending && row("Ended", [longDate(ending.on), ending.reason !== "" && `: ${ending.reason}`])}
  </dl>`;
};
