import { addDays, daysBetween, isWorkingDay } from "../../../shared/domain/calendar/calendar.ts";
import { daysOf, halfDaysOf } from "../../../shared/domain/calendar/days.ts";
import type { SeededRandom } from "../../../shared/registers/seeded.ts";
import { pickWeighted } from "../population/chance.ts";

/** One visit that is to be made. */
export interface PlannedVisit {
  readonly on: string;
  readonly days: number;
  /** Whether the school first finds its record inaccurate. */
  readonly disputed: boolean;
}

/** How a deployment is going to go. */
export interface VisitPlan {
  readonly fate: "complete" | "curtailed" | "not-started";
  readonly visits: readonly PlannedVisit[];
  readonly hasReview: boolean;
}

interface Agreed {
  readonly days: number;
  readonly window: { readonly from: string; readonly to: string };
  /** How it is to go, if that is not left to chance. */
  readonly fate?: VisitPlan["fate"] | undefined;
}

function workingDayFrom(date: string): string {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
}

/** Half days split over visits as evenly as they go, the earlier ones longer. */
const spread = (halfDays: number, visits: number): number[] =>
  Array.from({ length: visits }, (_, index) =>
    daysOf(Math.floor(halfDays / visits) + (index < halfDays % visits ? 1 : 0)),
  );

/**
 * Plans the visits of a deployment within its window. One in ten delivers half a day less than was agreed; a
 * curtailed one breaks off after its first visit and one that is not started has none.
 */
export function planVisits(random: SeededRandom, { days, window, fate: wanted }: Agreed): VisitPlan {
  const fate =
    wanted ??
    pickWeighted<VisitPlan["fate"]>(random, [
      ["complete", 89],
      ["curtailed", 8],
      ["not-started", 3],
    ]);
  const agreed = halfDaysOf(days);
  const delivered = agreed > 2 && random.chance(0.1) ? agreed - 1 : agreed;
  const count = Math.min(delivered, delivered <= 2 ? 1 : delivered <= 6 ? 2 : 3);
  const length = daysBetween(window.from, window.to);
  const visits = spread(delivered, count).map((each, index) => ({
    on: workingDayFrom(addDays(window.from, Math.floor(((index + random.next()) * length) / count))),
    days: each,
    disputed: random.chance(0.12),
  }));
  const hasReview = count > 1 && random.chance(0.6);
  if (fate === "complete") return { fate, visits, hasReview };
  // Nothing breaks off that has a single visit: there it would be the whole of it.
  if (fate === "curtailed" && count > 1) return { fate, visits: visits.slice(0, 1), hasReview: false };
  return fate === "curtailed"
    ? { fate: "complete", visits, hasReview }
    : { fate, visits: [], hasReview: false };
}
