import { dateAt } from "../../shared/domain/calendar.ts";
import { end, isLive } from "../../shared/domain/offer.ts";
import { withdraw } from "../../shared/domain/request.ts";
import { notFound, wrongState } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { capacities, offers, offersOfRequest, requests } from "../../shared/store/rows.ts";
import { replace } from "../../shared/store/store.ts";
import { returned } from "../../shared/store/capacity.ts";
import { requestToChange } from "./access.ts";

/** Takes a request back; its live offers end with it and give back what they held, in one write. */
export const withdrawRequest: Handler<"withdrawRequest"> = (
  { params, body },
  { world, store, session, actor, act },
) =>
  act(async () => {
    const request = await requestToChange(store, session, params.requestId);
    if (!request) return notFound("request");
    const withdrawn = withdraw(request, {
      as: "withdrawn",
      on: dateAt(world.now()),
      reason: body.reason,
    });
    if (withdrawn.kind === "wrong-state") return wrongState("request", withdrawn.state, withdrawn.allowed);
    const live = (await store.all(offersOfRequest(request.requestId))).filter(isLive);
    if (live.some((offer) => offer.state === "agreed"))
      return wrongState("request", "agreed in part", ["not agreed"]);
    const ended = live.flatMap((offer) => {
      const result = end(offer, "withdrawn", "The request was withdrawn");
      return result.kind === "ended" ? [result] : [];
    });
    const released = await returned(store, ended);
    const { requestId, schoolId } = request;
    return {
      reply: { status: 200, body: withdrawn.row },
      action: {
        chain: `request:${requestId}`,
        action: "request-withdrawn",
        actor,
        facts: { requestId, offersWithdrawn: ended.length },
        writes: [
          replace(requests, withdrawn.row),
          ...ended.map(({ offer }) => replace(offers, offer)),
          ...released.map((capacity) => replace(capacities, capacity)),
        ],
        announce: [
          {
            type: "request-withdrawn",
            subject: { requestId, schoolId },
            tell: [
              { to: "brokers" },
              { to: "school", schoolId },
              ...ended.map(({ offer }) => ({ to: "person" as const, personId: offer.personId })),
            ],
          },
        ],
      },
    };
  });
