import type { PractitionerView } from "../../shared/contract/routes/runViews.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import type { FitComponent } from "../../shared/matching/explain/result.ts";
import { viewForPractitioner } from "../../shared/matching/explain/practitioner.ts";
import { isRefusal, notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { offersOfPerson } from "../../shared/store/rows/requests.ts";
import { proposalsForRequest, unmetNeeds } from "../../shared/store/rows/runs.ts";
import type { Store } from "../../shared/store/store.ts";
import type * as z from "zod";
import type { RunFacts } from "../match/facts.ts";
import { points, pointsOrNone } from "../match/points.ts";
import { openYears, publishedOrRefused, publishedWithFacts } from "./publishedRun.ts";

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

const inPoints = (components: readonly FitComponent[]) =>
  components.map((each) => ({ ...each, points: points(each.points), outOf: points(each.outOf) }));

/** What every year of a run means for a person; undefined when the run does not know them. */
function seenIn(facts: RunFacts, personId: PersonId): Seen | undefined {
  const views = openYears(facts).flatMap(({ opened }) => viewForPractitioner(opened, personId) ?? []);
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
        rules: [...each.rules],
      })),
    ),
  };
}

/** Without what the broker has not confirmed, nor a word that would betray it: nobody is told before. */
async function withoutUnconfirmed(store: Store, personId: PersonId, seen: Seen): Promise<Seen> {
  const offered = new Set<string>(
    (await store.all(offersOfPerson(personId))).map(({ requestId }) => requestId),
  );
  const proposed = seen.proposed.filter(({ requestId }) => offered.has(requestId));
  if (proposed.length === seen.proposed.length) return seen;
  return { proposed, notAsked: seen.notAsked.filter(({ reason }) => reason !== "asked-elsewhere") };
}

export const explainToPractitioner: Handler<"explainToPractitioner"> = async (
  { params },
  { store, session },
) => {
  const { runId, personId } = params;
  const isBroker = session.roles.includes("broker");
  if (!isBroker && session.personId !== personId) return notFound("match run");
  const published = await publishedWithFacts(store, runId);
  if (isRefusal(published)) return published;
  const seen = seenIn(published.facts, personId);
  if (!seen) return notFound("practitioner in this run");
  const shown = isBroker ? seen : await withoutUnconfirmed(store, personId, seen);
  return { status: 200, body: { runId, personId, ...shown } };
};
