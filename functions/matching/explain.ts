import type { PractitionerView } from "../../shared/contract/routes/runViews.ts";
import type { PersonId, RequestId, RunId } from "../../shared/domain/ids.ts";
import { isLive } from "../../shared/domain/offers/offer.ts";
import { ownView } from "../../shared/matching/explain/ownView.ts";
import {
  type PractitionerView as ViewInYear,
  viewForPractitioner,
} from "../../shared/matching/explain/practitioner.ts";
import type { FitComponent } from "../../shared/matching/fit/fit.ts";
import { unmetInFull } from "../../shared/matching/explain/unmet.ts";
import type { OpenRun } from "../../shared/matching/openRun.ts";
import { isRefusal, notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { offersOfPerson } from "../../shared/store/rows/requests.ts";
import { proposalsForRequest, unmetNeeds } from "../../shared/store/rows/runs.ts";
import type { Store } from "../../shared/store/store.ts";
import type * as z from "zod";
import { relaxationRow } from "../match/explanationRow.ts";
import { points, pointsOrNone } from "../match/points.ts";
import { type OpenYear, publishedOrRefused, publishedYears } from "./publishedRun.ts";

type Seen = Pick<z.input<typeof PractitionerView>, "proposed" | "notAsked">;

export const explainRequest: Handler<"explainRequest"> = async ({ params }, { store }) => {
  const { runId, requestId } = params;
  const published = await publishedOrRefused(store, runId);
  if (isRefusal(published)) return published;
  const [proposals, unmet] = await Promise.all([
    store.all(proposalsForRequest(runId, requestId)),
    store.get(unmetNeeds, params),
  ]);
  if (proposals.length === 0 && !unmet) return notFound("request in this run");
  return { status: 200, body: { runId, requestId, proposals, unmet: unmet ?? null } };
};

/** What the run stored of an open place, or, where changes are left to be tried, what trying them all tells. */
export const relaxRequest: Handler<"relaxRequest"> = async ({ params }, { store }) => {
  const { runId, requestId } = params;
  const published = await publishedOrRefused(store, runId);
  if (isRefusal(published)) return published;
  const stored = await store.get(unmetNeeds, params);
  if (!stored) return notFound("open place of this request in this run");
  if (stored.isSettled) return { status: 200, body: stored };
  const years = await publishedYears(store, runId);
  if (isRefusal(years)) return years;
  const [found] = years.flatMap(({ opened }) => unmetInFull(opened, requestId) ?? []);
  if (!found) throw new Error(`${runId}, opened again, has no open place of ${requestId}`);
  const { isSettled } = found;
  return { status: 200, body: { ...stored, isSettled, relaxations: found.relaxations.map(relaxationRow) } };
};

const inPoints = (components: readonly FitComponent[]) =>
  components.map((each) => ({ ...each, points: points(each.points), outOf: points(each.outOf) }));

/** What every year of a run means for a person; undefined when the run does not know them. */
function seenIn(
  years: readonly OpenYear[],
  viewOf: (opened: OpenRun) => ViewInYear | null,
): Seen | undefined {
  const views = years.flatMap(({ opened }) => viewOf(opened) ?? []);
  if (views.length === 0) return undefined;
  return {
    proposed: views.flatMap(({ proposed }) =>
      proposed.map((each) => ({ ...each, fit: points(each.fit), components: inPoints(each.components) })),
    ),
    notAsked: views.flatMap(({ notAsked }) =>
      notAsked.map((each) => ({
        ...each,
        fit: pointsOrNone(each.fit),
        components: inPoints(each.components),
        rules: each.rules.map(({ evidence, ...rule }) =>
          evidence ? { ...rule, evidence: [...evidence] } : rule,
        ),
      })),
    ),
  };
}

/** The requests of which a run's offer to a person lives or was answered: they know of these, and of no others. */
async function offeredTo(store: Store, personId: PersonId, runId: RunId): Promise<ReadonlySet<RequestId>> {
  const made = (await store.all(offersOfPerson(personId))).filter((offer) => offer.runId === runId);
  const stands = made.filter((offer) => isLive(offer) || offer.state === "declined");
  return new Set(stands.map(({ requestId }) => requestId));
}

export const explainToPractitioner: Handler<"explainToPractitioner"> = async (
  { params },
  { store, session },
) => {
  const { runId, personId } = params;
  const isBroker = session.roles.includes("broker");
  if (!isBroker && session.personId !== personId) return notFound("match run");
  const years = await publishedYears(store, runId);
  if (isRefusal(years)) return years;
  const offered = await offeredTo(store, personId, runId);
  const seen = seenIn(years, (opened) =>
    isBroker ? viewForPractitioner(opened, personId) : ownView(opened, personId, offered),
  );
  if (!seen) return notFound("practitioner in this run");
  return { status: 200, body: { runId, personId, ...seen } };
};
