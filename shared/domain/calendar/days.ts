/** Days as whole half days: every sum of days is made in these, so that none drifts. */
export const halfDaysOf = (days: number): number => Math.round(days * 2);

/** Half days as days, such as 3 as 1.5. */
export const daysOf = (halfDays: number): number => halfDays / 2;

/** The sum of days, in days. */
export const sumOfDays = (days: readonly number[]): number =>
  daysOf(days.reduce((sum, each) => sum + halfDaysOf(each), 0));
