import { halfDaysOf } from "../calendar/days.ts";

/** What a day costs and who gets what of it, in pence. */
export interface DayRate {
  readonly dayRatePence: number;
  readonly homeSchoolSharePence: number;
}

/** What is owed for days charged, in pence: the home school's share and the brokerage make up the charge. */
export interface Charge {
  readonly chargedPence: number;
  readonly homeSchoolSharePence: number;
  readonly brokeragePence: number;
}

const forHalfDays = (pencePerDay: number, halfDays: number): number =>
  Math.floor((pencePerDay * halfDays) / 2);

/**
 * The charge for days at an agreement's rate. Half a penny, which half a day at an odd rate leaves, is dropped;
 * the brokerage is what the home school's share leaves, so that the two always make up the charge.
 */
export function chargeFor(rate: DayRate, days: number): Charge {
  const halfDays = halfDaysOf(days);
  const chargedPence = forHalfDays(rate.dayRatePence, halfDays);
  const homeSchoolSharePence = forHalfDays(rate.homeSchoolSharePence, halfDays);
  return { chargedPence, homeSchoolSharePence, brokeragePence: chargedPence - homeSchoolSharePence };
}

export const nothingCharged: Charge = { chargedPence: 0, homeSchoolSharePence: 0, brokeragePence: 0 };

export const sumOfCharges = (charges: readonly Charge[]): Charge =>
  charges.reduce(
    (sum, each) => ({
      chargedPence: sum.chargedPence + each.chargedPence,
      homeSchoolSharePence: sum.homeSchoolSharePence + each.homeSchoolSharePence,
      brokeragePence: sum.brokeragePence + each.brokeragePence,
    }),
    nothingCharged,
  );
