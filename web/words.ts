const london = { timeZone: "Europe/London" } as const;
const inFull = new Intl.DateTimeFormat("en-GB", {
  ...london,
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});
const dayAlone = new Intl.DateTimeFormat("en-GB", {
  ...london,
  day: "numeric",
  month: "long",
  year: "numeric",
});
const clock = new Intl.DateTimeFormat("en-GB", { ...london, hour: "2-digit", minute: "2-digit" });
const clockToTheSecond = new Intl.DateTimeFormat("en-GB", { ...london, timeStyle: "medium" });
const inPounds = new Intl.NumberFormat("en-GB", {
  style: "currency",
  currency: "GBP",
  trailingZeroDisplay: "stripIfInteger",
});

/** The London date of an instant, or a calendar date: Thursday 26 November 2026. */
export const longDate = (dateOrInstant: string): string =>
  inFull.format(new Date(dateOrInstant)).replace(",", "");

/** The same without the day of the week: 26 November 2026. */
export const shortDate = (dateOrInstant: string): string => dayAlone.format(new Date(dateOrInstant));

/** The London date and time of an instant: Thursday 26 November 2026 at 02:00. */
export const dateAndTime = (instant: string): string =>
  `${longDate(instant)} at ${clock.format(new Date(instant))}`;

/** The same for one of several: to the second where another would read alike. */
export function timesApart(instants: readonly string[]): (instant: string) => string {
  const told = instants.map(dateAndTime);
  return (instant) => {
    const text = dateAndTime(instant);
    return told.filter((each) => each === text).length > 1
      ? `${longDate(instant)} at ${clockToTheSecond.format(new Date(instant))}`
      : text;
  };
}

/** A period of days: 1 March 2027 to 30 April 2027. */
export const period = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  from === to ? longDate(from) : `${shortDate(from)} to ${shortDate(to)}`;

/** A sum of money: £350, £1,234.50. */
export const pounds = (pence: number): string => inPounds.format(pence / 100);
