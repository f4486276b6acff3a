import type { SupportRequest } from "../../shared/domain/request.ts";
import { notFound, refuse, wrongState } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { people } from "../../shared/store/rows/people.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { replace } from "../../shared/store/store.ts";

const steerable: readonly SupportRequest["state"][] = ["submitted", "triaged", "open"];

/** Pins or excludes somebody: the last word of the two counts, and the trail keeps both. */
const steer =
  (how: "pins" | "exclusions"): Handler<"pinPerson"> & Handler<"excludePerson"> =>
  ({ params, body }, { store, actor, act }) =>
    act(async () => {
      const { requestId } = params;
      const request = await store.get(requests, { requestId });
      if (!request) return notFound("request");
      if (!steerable.includes(request.state)) return wrongState("request", request.state, steerable);
      const { personId } = body;
      if (!(await store.get(people, { personId }))) return notFound("practitioner");
      if (request[how].some((each) => each.personId === personId))
        return refuse("already-exists", `This practitioner already stands in the request's ${how}.`);
      const others = {
        pins: request.pins.filter((each) => each.personId !== personId),
        exclusions: request.exclusions.filter((each) => each.personId !== personId),
      };
      const steered = { ...request, ...others, [how]: [...request[how], body] };
      return {
        reply: { status: 200, body: steered },
        action: {
          chain: `request:${requestId}`,
          action: how === "pins" ? "person-pinned" : "person-excluded",
          actor,
          facts: { requestId, personId },
          writes: [replace(requests, steered)],
        },
      };
    });

export const pinPerson: Handler<"pinPerson"> = steer("pins");
export const excludePerson: Handler<"excludePerson"> = steer("exclusions");
