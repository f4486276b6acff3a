import type { Refusal } from "../../shared/contract/problems.ts";
import type { RunId } from "../../shared/domain/ids.ts";
import { isLive, type Offer } from "../../shared/domain/offers/offer.ts";
import type { RoutePolicy } from "../../shared/domain/partnership.ts";
import type { SupportRequest } from "../../shared/domain/requests/request.ts";
import type { Proposal } from "../../shared/domain/runs/run.ts";
import type { RoutePolicyName } from "../../shared/domain/vocabulary.ts";
import type { Chosen } from "../../shared/domain/runs/wave.ts";
import { isRefusal, notFound, refuse } from "../../shared/runtime/refusal.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { offersOfRequest, requestsIn } from "../../shared/store/rows/requests.ts";
import { proposalsOf } from "../../shared/store/rows/runs.ts";
import type { Store } from "../../shared/store/store.ts";
import { publishedOrRefused } from "./publishedRun.ts";

/** A proposal that a wave may send, with the request that it is for. */
export interface InTurn {
  readonly proposal: Proposal;
  readonly request: SupportRequest;
}

/** Higher priority first, then the better fit, then the ids. */
const beforeOther = (a: InTurn, b: InTurn): number =>
  b.request.priority - a.request.priority ||
  b.proposal.fit - a.proposal.fit ||
  (placeOf(a.proposal) < placeOf(b.proposal) ? -1 : placeOf(a.proposal) > placeOf(b.proposal) ? 1 : 0);
const placeOf = ({ requestId, personId }: Pick<Proposal, "requestId" | "personId">): string =>
  `${requestId} ${personId}`;

interface Wanted {
  readonly most: number;
  readonly leastAcceptance: number;
  /** The only ones that may be sent, any unless given. */
  readonly only?: readonly Pick<Proposal, "requestId" | "personId">[] | undefined;
}

/** What a wave tries, in turn, and how many proposals of open requests it leaves out, by why. */
interface ForWave {
  readonly inTurn: readonly InTurn[];
  readonly perRoute: ReadonlyMap<RoutePolicyName, number>;
  readonly leftOut: { readonly routeWithoutWaves: number; readonly tooUnlikely: number };
}

/** A proposal as a wave notes it before it is sent. */
export const asChosen = ({ proposal: { requestId, personId }, request }: InTurn): Chosen => ({
  requestId,
  personId,
  routePolicy: request.routePolicy,
  offerId: null,
});

/** How many offers of each route one wave may send. */
export const offersPerWave = (policies: readonly RoutePolicy[]): ReadonlyMap<RoutePolicyName, number> =>
  new Map(policies.map((policy) => [policy.name, policy.offersPerWave ?? 0]));

/** The share of yes that each route's policy, and whoever sends the wave, expect of a proposal at least. */
function leastAcceptances(
  policies: readonly RoutePolicy[],
  asked: number,
): (route: RoutePolicyName) => number {
  const least = new Map(policies.map((policy) => [policy.name, policy.leastAcceptance ?? 0]));
  return (route) => Math.max(asked, least.get(route) ?? 0);
}

// What cannot be sent gives its turn to the next, though not without end: a wave answers within a request.
const triesPerOffer = 3;

/** The proposals of the latest run that a wave tries, in turn: of open requests on routes whose policy sends in waves. */
export async function chosenForWave(
  store: Store,
  runId: RunId,
  { most, leastAcceptance, only }: Wanted,
): Promise<ForWave | Refusal> {
  const published = await publishedOrRefused(store, runId);
  if (isRefusal(published)) return published;
  const partnership = await store.get(partnerships, {});
  if (!partnership) return notFound("partnership");
  const { latestRunId, policies } = partnership;
  if (latestRunId !== runId)
    return refuse("out-of-date", `The run ${latestRunId} is newer: send a wave of what it proposes.`);
  const perRoute = offersPerWave(policies);
  if ([...perRoute.values()].every((count) => count === 0))
    return refuse("wrong-state", "No route policy sends in waves: set `offersPerWave` of one first.");
  const [open, proposals] = await Promise.all([store.all(requestsIn("open")), store.all(proposalsOf(runId))]);
  const leastOf = leastAcceptances(policies, leastAcceptance);
  const requestOf = new Map(open.map((request) => [request.requestId, request]));
  const asked = only && new Set(only.map(placeOf));
  const ofOpen = proposals.flatMap((proposal): InTurn[] => {
    const request = requestOf.get(proposal.requestId);
    return request && asked?.has(placeOf(proposal)) !== false ? [{ proposal, request }] : [];
  });
  const inWaves = ofOpen.filter(({ request }) => perRoute.get(request.routePolicy));
  const likely = inWaves.filter(
    ({ proposal, request }) => (proposal.expectedAcceptance?.share ?? 0) >= leastOf(request.routePolicy),
  );
  return {
    inTurn: await withoutOffered(store, likely.toSorted(beforeOther), { most, perRoute }),
    perRoute,
    leftOut: {
      routeWithoutWaves: ofOpen.length - inWaves.length,
      tooUnlikely: inWaves.length - likely.length,
    },
  };
}

interface Limits {
  readonly most: number;
  readonly perRoute: ReadonlyMap<RoutePolicyName, number>;
}

const readAtOnce = 25;

/** The first that were not offered yet, as many as may be tried in all and of each route. */
async function withoutOffered(
  store: Store,
  inTurn: readonly InTurn[],
  { most, perRoute }: Limits,
): Promise<InTurn[]> {
  const chosen: InTurn[] = [];
  const left = new Map([...perRoute].map(([name, count]) => [name, count * triesPerOffer]));
  for (let at = 0; at < inTurn.length; at += readAtOnce) {
    const some = inTurn.slice(at, at + readAtOnce);
    const offers = await Promise.all(
      some.map(({ proposal }) => store.all(offersOfRequest(proposal.requestId))),
    );
    for (const [x, each] of some.entries()) {
      if (chosen.length === most * triesPerOffer) return chosen;
      const { routePolicy } = each.request;
      const ofRoute = left.get(routePolicy) ?? 0;
      if (ofRoute === 0 || isOffered(each.proposal, offers[x] ?? [])) continue;
      left.set(routePolicy, ofRoute - 1);
      chosen.push(each);
    }
  }
  return chosen;
}

/** Whether this run's offer was made, or the practitioner holds another one of the request. */
const isOffered = ({ personId, runId }: Proposal, offers: readonly Offer[]): boolean =>
  offers.some((offer) => offer.personId === personId && (offer.runId === runId || isLive(offer)));
