import type { Partnership, RoutePolicy } from "./partnership.ts";

/** Settings one by one: what each is, such as `weights.distance`, with its value as a text. */
export type Settings = ReadonlyMap<string, string>;

type Setting = readonly [what: string, value: string];

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

function within(value: unknown, what: string): readonly Setting[] {
  if (value === undefined) return [];
  if (isList(value)) return [[what, value.join(" ")]];
  if (typeof value === "string") return [[what, value]];
  if (typeof value !== "object" || value === null) return [[what, JSON.stringify(value)]];
  return Object.entries(value).flatMap(([name, each]) =>
    within(each, what === "" ? name : `${what}.${name}`),
  );
}

/** What a body of settings says, each by its place in it. */
export const settingsIn = (said: object): Settings => new Map(within(said, ""));

/** What a route's policy says, its rates by the days from which they hold. */
export const settingsOfRoute = ({ name: _name, rates, ...policy }: RoutePolicy): Settings =>
  settingsIn({
    ...policy,
    rates: Object.fromEntries(rates.map(({ effectiveFrom, ...rate }) => [effectiveFrom, rate])),
  });

const settingsOfRoutes = (policies: Partnership["policies"]): Settings =>
  new Map(
    policies.flatMap((policy) =>
      [...settingsOfRoute(policy)].map(([what, value]): Setting => [`${policy.name}.${what}`, value]),
    ),
  );

/** One setting that differs; what is not said is undefined. */
export interface SettingChange {
  readonly what: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What differs between settings, in the order in which they stand. */
export const changesBetween = (before: Settings, after: Settings): readonly SettingChange[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .map((what) => ({ what, before: before.get(what), after: after.get(what) }))
    .filter((each) => each.before !== each.after);

/** What differs, as it stands in a trail: codes and numbers only. */
export const changesInTrail = (before: Settings, after: Settings): string =>
  changesBetween(before, after)
    .map((each) => `${each.what}: ${each.before ?? "-"} > ${each.after ?? "-"}`)
    .join("; ");

/** What differs between the policies of routes, as it stands in a trail. */
export const routeChangesInTrail = (
  before: Partnership["policies"],
  after: Partnership["policies"],
): string => changesInTrail(settingsOfRoutes(before), settingsOfRoutes(after));
