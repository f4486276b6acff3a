import { counted } from "../../shared/domain/counted.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { html, type Html } from "../html.ts";
import { attempt, read, type Visit } from "../visit.ts";
import { likely, lossInWords, rounded } from "./fit.ts";
import type { Names } from "./names.ts";

type StandIn = AnswerOf<"listStandIns">["places"][number]["standIns"][number];

/** Somebody who could take a place instead, and what a run would lose by it. */
export interface Other {
  readonly personId: string;
  readonly fit: number;
  readonly whyNot: string;
  /** Whether they are free beside all that the run proposes to them. */
  readonly freeNow: boolean;
  readonly loss: string;
  readonly expectedAcceptance: StandIn["expectedAcceptance"] | null;
}

/** All else of the run staying as it is, which a run that is solved again may better. */
const lossOf = ({ loss }: StandIn): string =>
  loss > 0 ? `${counted(rounded(loss), "point")} of fit and shared load, all else left as it is` : "nothing";

/** Who could take a place that a run proposes somebody for: the next three first, then all who are free. */
export async function othersFor(
  visit: Visit,
  { runId, requestId, personId }: Readonly<Record<"runId" | "requestId" | "personId", string>>,
): Promise<readonly Other[]> {
  const params = { runId, requestId };
  const [weighed, standIns] = await Promise.all([
    read(visit, "weighAlternates", { params }),
    attempt(visit, "listStandIns", { params, query: { most: 10 } }),
  ]);
  const places = standIns.kind === "refused" ? [] : standIns.body.places;
  const free = places.find((each) => each.personId === personId)?.standIns ?? [];
  const next = weighed.places.find((each) => each.personId === personId)?.alternates ?? [];
  const acceptanceOf = (id: string) => free.find((each) => each.personId === id)?.expectedAcceptance ?? null;
  const alternates = next.map(({ loss, ...each }): Other => ({
    ...each,
    loss: lossInWords(loss),
    expectedAcceptance: acceptanceOf(each.personId),
  }));
  const beside = free.filter((each) => !next.some(({ personId: id }) => id === each.personId));
  return [...alternates, ...beside.map((each): Other => ({ ...each, freeNow: true, loss: lossOf(each) }))];
}

const otherOf = (
  { personId, fit, whyNot, freeNow, loss, expectedAcceptance }: Other,
  at: string,
  names: Names,
) =>
  html`<tr>
    <th scope="row"><a href="${at}/${personId}">${names.person(personId)}</a></th>
    <td data-of="Fit" class="number">${rounded(fit)}</td>
    <td data-of="Why not chosen">
      <p>${names.sentence(whyNot)}</p>
      ${likely(expectedAcceptance) && html`<p>${likely(expectedAcceptance)}.</p>`}
    </td>
    <td data-of="Free now">${freeNow ? "Yes" : "No"}</td>
    <td data-of="The run would lose">${loss}</td>
  </tr>`;

/** Who comes next for a place, why each was not chosen, and what the whole run would lose with them. */
export const othersTable = (others: readonly Other[], requestId: string, names: Names): Html =>
  others.length === 0
    ? html`<p>Nobody else could take this place.</p>`
    : html`<table class="wide stack">
        <caption>
          Who comes next, the nearest first
        </caption>
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col" class="number">Fit</th>
            <th scope="col">Why not chosen</th>
            <th scope="col">Free now</th>
            <th scope="col">The run would lose</th>
          </tr>
        </thead>
        <tbody>
          ${others.map((each) => otherOf(each, `/pages/requests/${requestId}/verdicts`, names))}
        </tbody>
      </table>`;
