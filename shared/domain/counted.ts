/** A count with its thing, in the singular for one: 0 days, 1 day, 2.5 days. */
export const counted = (count: number, thing: string, things = `${thing}s`): string =>
  `${count} ${count === 1 ? thing : things}`;
