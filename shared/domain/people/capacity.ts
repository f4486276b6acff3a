import * as z from "zod";
import { OfferId, PersonId, RequestId } from "../ids.ts";
import type { Person } from "./person.ts";

/** What is left of a practitioner's capacity in one academic year; held by acceptances, returned by early ends. */
export const Capacity = z.object({
  personId: PersonId,
  academicYear: z.string().regex(/^\d{4}-\d{2}$/),
  daysTotal: z.number().min(0),
  daysLeft: z.number().min(0),
  deploymentsTotal: z.int().min(0),
  deploymentsLeft: z.int().min(0),
  /** Offers sent for this year that may be open: the row is written with each, so that two at once meet in it. */
  offered: z.array(z.strictObject({ requestId: RequestId, offerId: OfferId })).default([]),
  revision: z.int().min(0),
});
export type Capacity = z.infer<typeof Capacity>;

/** A practitioner's capacity in an academic year of which nothing is held yet. */
export const freshCapacity = (
  person: Pick<Person, "personId" | "capacityDaysPerYear" | "capacityDeployments">,
  academicYear: string,
): Capacity => ({
  personId: person.personId,
  academicYear,
  daysTotal: person.capacityDaysPerYear,
  daysLeft: person.capacityDaysPerYear,
  deploymentsTotal: person.capacityDeployments,
  deploymentsLeft: person.capacityDeployments,
  offered: [],
  revision: 0,
});

export type CapacityHold =
  | { readonly kind: "held"; readonly capacity: Capacity }
  | { readonly kind: "days-used-up"; readonly daysLeft: number }
  | { readonly kind: "deployments-used-up" };

/** Takes days and one concurrent deployment from what is left, or says which of the two ran out. */
export function holdCapacity(capacity: Capacity, days: number): CapacityHold {
  if (capacity.deploymentsLeft < 1) return { kind: "deployments-used-up" };
  if (capacity.daysLeft < days) return { kind: "days-used-up", daysLeft: capacity.daysLeft };
  const { daysLeft, deploymentsLeft } = capacity;
  return {
    kind: "held",
    capacity: { ...capacity, daysLeft: daysLeft - days, deploymentsLeft: deploymentsLeft - 1 },
  };
}

/** Gives back days that will not be spent and, when the deployment is over, its place. */
export function returnCapacity(
  capacity: Capacity,
  back: { readonly days: number; readonly endsDeployment: boolean },
): Capacity {
  const daysLeft = Math.min(capacity.daysTotal, capacity.daysLeft + back.days);
  const deploymentsLeft = Math.min(
    capacity.deploymentsTotal,
    capacity.deploymentsLeft + (back.endsDeployment ? 1 : 0),
  );
  return { ...capacity, daysLeft, deploymentsLeft };
}

export type CapacityChange =
  | { readonly kind: "changed"; readonly capacity: Capacity }
  | { readonly kind: "already-held"; readonly daysHeld: number; readonly deploymentsHeld: number };

/** Gives a year other totals; what is held stays held, so the totals cannot fall below it. */
export function changeTotals(
  capacity: Capacity,
  totals: { readonly days: number; readonly deployments: number },
): CapacityChange {
  const daysHeld = capacity.daysTotal - capacity.daysLeft;
  const deploymentsHeld = capacity.deploymentsTotal - capacity.deploymentsLeft;
  if (totals.days < daysHeld || totals.deployments < deploymentsHeld)
    return { kind: "already-held", daysHeld, deploymentsHeld };
  return {
    kind: "changed",
    capacity: {
      ...capacity,
      daysTotal: totals.days,
      daysLeft: totals.days - daysHeld,
      deploymentsTotal: totals.deployments,
      deploymentsLeft: totals.deployments - deploymentsHeld,
    },
  };
}
