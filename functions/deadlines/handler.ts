import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { isDaytime } from "../../shared/domain/tasks/chaser.ts";
import { eachByItself } from "../../shared/runtime/eachByItself.ts";
import { PartnershipJob, queueFunction } from "../../shared/runtime/queue.ts";
import type { World } from "../../shared/runtime/world.ts";
import { calendarsOfAll } from "../../shared/store/calendars.ts";
import { chaseFollowUps } from "./chaseFollowUps.ts";
import { chaseWork } from "./chaseWork.ts";
import { confirmBankHolidays } from "./confirmBankHolidays.ts";
import { expireOffers } from "./expireOffers.ts";
import { askFollowUps } from "./askFollowUps.ts";
import { listAllBegun } from "./listAll.ts";
import { takeMoves } from "./takeMoves.ts";
import { askRenewals } from "./askRenewals.ts";

/**
 * The queue of partnerships whose deadlines are to be looked at; the same job twice finds nothing left to do. What is
 * over ends at any hour, whom it reminds or asks anew is written to in the daytime. What fails, of one row or of all that
 * it looks for, keeps nothing else from its turn.
 */
export const deadlinesFunction = (world: World) =>
  queueFunction(world, { queue: "deadlines", schema: PartnershipJob }, async ({ partnershipId }) => {
    const store = world.storeFor(partnershipId);
    const now = world.now();
    const at = { now, today: dateAt(now), calendarOf: await calendarsOfAll(store) };
    const expire = async (): Promise<void> => {
      const expired = await expireOffers(store, at);
      if (expired > 0) world.log({ code: "offers-expired", partnershipId, count: expired });
    };
    const byDay = [askFollowUps, chaseFollowUps, chaseWork, listAllBegun, askRenewals, confirmBankHolidays];
    await eachByItself([expire, takeMoves, ...(isDaytime(now) ? byDay : [])], (look) => look(store, at));
  });
