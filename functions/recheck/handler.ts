import type { DomainEvent } from "../../shared/domain/events.ts";
import { eachByItself } from "../../shared/runtime/eachByItself.ts";
import { eventQueueFunction } from "../../shared/runtime/queue.ts";
import type { World } from "../../shared/runtime/world.ts";
import { eraseWhatIsLeft } from "./erasure.ts";
import { lookAtPerson } from "./employment.ts";
import { lookAgain } from "./schoolChanges.ts";
import { lookAtSuccessions } from "./successions.ts";
import { settleLate } from "./lateWork.ts";
import { takeBack } from "./takenBack.ts";

/**
 * Looks again at what was decided when facts under it change, and raises tasks. All that an event leads to follows
 * from the rows, so that one that comes twice, or was cut short, raises nothing twice.
 */
export const recheckFunction = (world: World) =>
  eventQueueFunction(world, "recheck", (event) => recheck(world, event));

async function recheck(world: World, { partnershipId, type, subject }: DomainEvent): Promise<void> {
  const { importId, personId, requestId, deploymentId } = subject;
  const here = { store: world.storeFor(partnershipId), now: world.now() };
  if (type === "employment-changed" || type === "interests-changed") {
    if (!personId) throw new Error("The event names no practitioner");
    return lookAtPerson(here, personId);
  }
  if (type === "person-erased") {
    if (!personId) throw new Error("The event names no practitioner");
    return eraseWhatIsLeft(here, personId);
  }
  if (type === "visit-submitted" || type === "visit-answered" || type === "evaluation-recorded") {
    if (!requestId || !deploymentId) throw new Error("The event names no deployment");
    return settleLate(here, { requestId, deploymentId });
  }
  if (!importId) throw new Error("The event names no register import");
  const lookAtWork = type === "register-rolled-back" ? takeBack : lookAgain;
  await eachByItself([lookAtWork, lookAtSuccessions], (look) => look(here, importId));
}
