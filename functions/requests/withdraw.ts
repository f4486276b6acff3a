import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { isLive } from "../../shared/domain/offers/offer.ts";
import { end } from "../../shared/domain/offers/offerSteps.ts";
import { keepDecision } from "../../shared/domain/requests/decision.ts";
import { toldOfEnd } from "../../shared/domain/offers/offerEvents.ts";
import type { SupportRequest } from "../../shared/domain/requests/request.ts";
import { giveUpPlaces, withdraw } from "../../shared/domain/requests/requestSteps.ts";
import { requestFor } from "../../shared/domain/requests/requestView.ts";
import { type Settled, settle } from "../../shared/domain/requests/closing.ts";
import { awaitsAnswer, deliveredSomething } from "../../shared/domain/deployments/deployment.ts";
import { notFound, wrongState } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { deploymentsOfRequest, outcomesOfRequest } from "../../shared/store/rows/deployments.ts";
import { capacities } from "../../shared/store/rows/people.ts";
import { offers, offersOfRequest, requests } from "../../shared/store/rows/requests.ts";
import { type Announcement, replace, type Store } from "../../shared/store/store.ts";
import { returned } from "../../shared/store/capacity.ts";
import { closedLetters } from "../deployments/requestMoves.ts";
import { requestToChange } from "./access.ts";

type Part = Extract<ReturnType<typeof end>, { kind: "ended" }>;

/**
 * Takes a request back, or its unfilled places where somebody has agreed to come, or came and handed over: that support
 * is reviewed and closes by what became of it. Live offers end in the same write.
 */
export const withdrawRequest: Handler<"withdrawRequest"> = (
  { params, body },
  { world, store, session, actor, act },
) =>
  act(async () => {
    const request = await requestToChange(store, session, params.requestId);
    if (!request) return notFound("request");
    const { reason } = body;
    const now = world.now();
    const today = dateAt(now);
    const live = (await store.all(offersOfRequest(request.requestId))).filter(isLive);
    const agreed = live.filter((offer) => offer.state === "agreed").length;
    const kept = agreed > 0 ? agreed : Math.min(request.people, await workedOn(store, request));
    const withdrawn =
      kept > 0
        ? giveUpPlaces(
            keepDecision(request, { at: now, by: actor.account, action: "places-given-up", reason }),
            kept,
          )
        : withdraw(request, { as: "withdrawn", on: today, reason });
    if (withdrawn.kind === "wrong-state") return wrongState("request", withdrawn.state, withdrawn.allowed);
    const { row, settled } = kept > 0 ? await settledNow(store, withdrawn.row, today) : asItIs(withdrawn.row);
    const ended = live.flatMap((offer): Part[] => {
      const result = end(offer, "withdrawn", "The request was withdrawn");
      return result.kind === "ended" ? [result] : [];
    });
    const released = await returned(store, ended);
    return {
      reply: { status: 200, body: requestFor(session, row) },
      action: {
        chain: `request:${row.requestId}`,
        action: "request-withdrawn",
        actor,
        facts: { requestId: row.requestId, offersWithdrawn: ended.length, placesKept: kept },
        writes: [
          replace(requests, row),
          ...ended.map(({ offer }) => replace(offers, offer)),
          ...released.map((capacity) => replace(capacities, capacity)),
        ],
        announce: [newsOfWithdrawal(request, ended), ...closedLetters(row, settled)],
      },
    };
  });

/** How many were at work for the request: a day was delivered, or is told of in a record that awaits an answer. */
const workedOn = async (store: Store, { requestId }: SupportRequest): Promise<number> =>
  (await store.all(deploymentsOfRequest(requestId))).filter(
    (each) => deliveredSomething(each) || awaitsAnswer(each),
  ).length;

interface SettledNow {
  readonly row: SupportRequest;
  readonly settled: Settled;
}

const asItIs = (row: SupportRequest): SettledNow => ({ row, settled: { kind: "goes-on" } });

/** Where the request stands with the people it has: their work may have begun, or be over already. */
async function settledNow(store: Store, request: SupportRequest, today: string): Promise<SettledNow> {
  const [deployments, outcomes] = await Promise.all([
    store.all(deploymentsOfRequest(request.requestId)),
    store.all(outcomesOfRequest(request.requestId)),
  ]);
  const begun = deployments.some((each) => each.state === "in-delivery");
  const settled = settle(request, { deployments, outcomes }, today);
  if (settled.kind !== "goes-on") return { row: settled.request, settled };
  return asItIs(begun ? { ...request, state: "in-delivery" } : request);
}

/** Whether brokers heard of a request before: it was sent at some time, and may have come back since. */
const wasSent = ({ state, returned: back }: SupportRequest): boolean => state !== "draft" || back !== null;

const newsOfWithdrawal = (before: SupportRequest, ended: readonly Part[]): Announcement => ({
  type: "request-withdrawn",
  subject: { requestId: before.requestId, schoolId: before.schoolId },
  tell: [
    ...(wasSent(before) ? [{ to: "brokers" as const }] : []),
    { to: "school", schoolId: before.schoolId },
    ...ended.flatMap(({ offer }) => toldOfEnd(offer)),
  ],
});
