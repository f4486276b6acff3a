import { dateAt } from "../../shared/domain/calendar.ts";
import { isDaytime } from "../../shared/domain/chaser.ts";
import { PartnershipJob, queueFunction } from "../../shared/runtime/queue.ts";
import type { World } from "../../shared/runtime/world.ts";
import { calendarsOfAll } from "../../shared/store/calendars.ts";
import { chaseFollowUps } from "./chaseFollowUps.ts";
import { chaseWork } from "./chaseWork.ts";
import { confirmBankHolidays } from "./confirmBankHolidays.ts";
import { expireOffers } from "./expireOffers.ts";
import { askFollowUps } from "./askFollowUps.ts";
import { takeMoves } from "./takeMoves.ts";
import { askRenewals } from "./askRenewals.ts";

/**
 * The queue of partnerships whose deadlines are to be looked at; the same job twice finds nothing left to do. What is
 * over ends at any hour, whom it reminds or asks anew is written to in the daytime.
 */
export const deadlinesFunction = (world: World) =>
  queueFunction(world, { queue: "deadlines", schema: PartnershipJob }, async ({ partnershipId }) => {
    const store = world.storeFor(partnershipId);
    const now = world.now();
    const at = { now, today: dateAt(now), calendarOf: await calendarsOfAll(store) };
    const expired = await expireOffers(store, at);
    if (expired > 0) world.log({ code: "offers-expired", partnershipId, count: expired });
    await takeMoves(store, at);
    if (!isDaytime(now)) return;
    await askFollowUps(store, at);
    await chaseFollowUps(store, at);
    await chaseWork(store, at);
    await askRenewals(store, at);
    await confirmBankHolidays(store, at);
  });
