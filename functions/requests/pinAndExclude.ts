import { keepDecision } from "../../shared/domain/requests/decision.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import { most, type SupportRequest } from "../../shared/domain/requests/request.ts";
import { notFound, refuse, wrongState } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { people } from "../../shared/store/rows/people.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { replace } from "../../shared/store/store.ts";

const steerable: readonly SupportRequest["state"][] = ["submitted", "triaged", "open"];

const steering = {
  pins: { one: "pin", added: "person-pinned", removed: "person-unpinned" },
  exclusions: { one: "exclusion", added: "person-excluded", removed: "person-unexcluded" },
} as const;
type Steering = keyof typeof steering;

const without = (request: SupportRequest, how: Steering, personId: PersonId) =>
  request[how].filter((each) => each.personId !== personId);

/** Pins or excludes somebody: the last word of the two counts, and the decisions keep both. */
const steer =
  (how: Steering): Handler<"pinPerson"> & Handler<"excludePerson"> =>
  ({ params, body }, { world, store, actor, act }) =>
    act(async () => {
      const { requestId } = params;
      const request = await store.get(requests, { requestId });
      if (!request) return notFound("request");
      if (!steerable.includes(request.state)) return wrongState("request", request.state, steerable);
      const { personId, reason } = body;
      if (!(await store.get(people, { personId }))) return notFound("practitioner");
      if (request[how].some((each) => each.personId === personId))
        return refuse("already-exists", `This practitioner already stands in the request's ${how}.`);
      if (request[how].length >= most[how])
        return refuse("list-full", `A request takes up to ${most[how]} ${how}; remove one first.`);
      const others = {
        pins: without(request, "pins", personId),
        exclusions: without(request, "exclusions", personId),
      };
      const action = steering[how].added;
      const steered = keepDecision(
        { ...request, ...others, [how]: [...request[how], body] },
        { at: world.now(), by: actor.account, action, reason },
      );
      return {
        reply: { status: 200, body: steered },
        action: {
          chain: `request:${requestId}`,
          action,
          actor,
          facts: { requestId, personId },
          writes: [replace(requests, steered)],
        },
      };
    });

/** Takes somebody off the pins or the exclusions again: the next run weighs them as it does all others. */
const release =
  (how: Steering): Handler<"unpinPerson"> & Handler<"unexcludePerson"> =>
  ({ params, body }, { world, store, actor, act }) =>
    act(async () => {
      const { requestId, personId } = params;
      const request = await store.get(requests, { requestId });
      if (!request) return notFound("request");
      const left = without(request, how, personId);
      if (left.length === request[how].length) return notFound(steering[how].one);
      if (!steerable.includes(request.state)) return wrongState("request", request.state, steerable);
      const action = steering[how].removed;
      const released = keepDecision(
        { ...request, [how]: left },
        { at: world.now(), by: actor.account, action, reason: body.reason },
      );
      return {
        reply: { status: 200, body: released },
        action: {
          chain: `request:${requestId}`,
          action,
          actor,
          facts: { requestId, personId },
          writes: [replace(requests, released)],
        },
      };
    });

export const pinPerson: Handler<"pinPerson"> = steer("pins");
export const excludePerson: Handler<"excludePerson"> = steer("exclusions");
export const unpinPerson: Handler<"unpinPerson"> = release("pins");
export const unexcludePerson: Handler<"unexcludePerson"> = release("exclusions");
