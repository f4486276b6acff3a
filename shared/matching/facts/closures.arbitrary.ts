import { daysAfter } from "./dates.ts";
import type { DateSpan, MatchInput } from "./facts.ts";
import { type Dice, diceFrom } from "./madeUpArea.ts";

/** Breaks of a few days or weeks, spread over the months of a made-up area's windows and touching each other at times. */
const madeUpBreaks = (dice: Dice): DateSpan[] =>
  Array.from({ length: dice.below(9) }, () => {
    const from = daysAfter("2025-12-20", dice.below(200));
    return { from, to: daysAfter(from, dice.below(18)) };
  });

/** The same area with calendars of authorities and of single schools; some schools have none. */
export function withCalendars(area: MatchInput, seed: number): MatchInput {
  const dice = diceFrom(seed);
  const shared = Array.from({ length: 3 }, (_, at) => `authority-${at}`);
  const schools = area.schools.map((school) => {
    const calendar = dice.pick<string | null>([school.id, null, ...shared]);
    return calendar === null ? school : { ...school, calendar };
  });
  const ids = [...shared, ...area.schools.map(({ id }) => id)];
  return { ...area, schools, calendars: ids.map((id) => ({ id, closed: madeUpBreaks(dice) })) };
}
