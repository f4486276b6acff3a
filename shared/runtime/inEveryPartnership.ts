import type { ScheduleName } from "../contract/workers.ts";
import type { PartnershipId } from "../domain/ids.ts";
import { eachByItself } from "./eachByItself.ts";
import { describeError } from "./log.ts";
import type { World } from "./world.ts";

/**
 * Does a schedule's work in one partnership after the other. What fails in one is logged and keeps no other from its
 * turn; it is raised at the end, so that the schedule comes again.
 */
export async function inEveryPartnership(
  world: World,
  door: ScheduleName,
  work: (partnershipId: PartnershipId) => Promise<void>,
): Promise<void> {
  await eachByItself(await world.directory.all(), async (partnershipId) => {
    try {
      await work(partnershipId);
    } catch (error) {
      world.log({ code: "unexpected-error", door, ...describeError(error) });
      throw error;
    }
  });
}
