import { halfDaysOf } from "../calendar/days.ts";
import type { Deployment } from "../deployments/deployment.ts";
import type { SupportRequest } from "../requests/request.ts";
import { mayAskForSupport, type School } from "../schools/school.ts";
import { phases } from "../vocabulary.ts";

/** What a school is told apart by where support is shared out. */
export const schoolKinds = [
  ...phases,
  "all-through",
  "special",
  "alternative-provision",
  "not-known",
] as const;
export type SchoolKind = (typeof schoolKinds)[number];

/** Thirds of the members, by the share of their pupils eligible for free school meals. */
export const mealThirds = ["most", "middle", "fewest", "not-known"] as const;
export type MealThird = (typeof mealThirds)[number];

/** What one member asked for, had and gave. */
export interface SchoolPart {
  readonly school: School;
  readonly kind: SchoolKind;
  readonly freeMeals: MealThird;
  readonly asked: number;
  readonly daysReceived: number;
  readonly daysGiven: number;
}

export interface ReachRows {
  readonly requests: readonly SupportRequest[];
  readonly deployments: readonly Deployment[];
  readonly schools: readonly School[];
}

/** A primary school with a nursery is one, and so is a secondary school with a sixth form. */
function kindOf({ isSpecial, isAlternativeProvision, phases: all }: School): SchoolKind {
  if (isSpecial) return "special";
  if (isAlternativeProvision) return "alternative-provision";
  const [isPrimary, isSecondary] = [all.includes("primary"), all.includes("secondary")];
  if (isPrimary && isSecondary) return "all-through";
  return isPrimary ? "primary" : isSecondary ? "secondary" : (all[0] ?? "not-known");
}

/** Which third a school is in; schools with the same share are in the same. */
function thirdsOf(schools: readonly School[]): (school: School) => MealThird {
  const shares = schools.flatMap(({ percentageFsm }) => percentageFsm ?? []).toSorted((a, b) => a - b);
  const from = (part: number): number => shares[Math.floor((shares.length * part) / 3)] ?? 0;
  const [middle, most] = [from(1), from(2)];
  return ({ percentageFsm }) => {
    if (percentageFsm === null) return "not-known";
    return percentageFsm >= most ? "most" : percentageFsm >= middle ? "middle" : "fewest";
  };
}

/** Days by what is told of each piece of work. */
function daysBy(deployments: readonly Deployment[], idOf: (each: Deployment) => string) {
  const halfDays = new Map<string, number>();
  for (const each of deployments)
    halfDays.set(idOf(each), (halfDays.get(idOf(each)) ?? 0) + halfDaysOf(each.daysDelivered));
  return (schoolId: string): number => (halfDays.get(schoolId) ?? 0) / 2;
}

/** Each member by name: those that are open, and those that took part before they closed. Drafts ask for nothing. */
export function partsOf({ requests, deployments, schools }: ReachRows): SchoolPart[] {
  const sent = requests.filter(({ state }) => state !== "draft");
  const askedBy = Map.groupBy(sent, ({ schoolId }) => schoolId);
  const received = daysBy(deployments, ({ schoolId }) => schoolId);
  const given = daysBy(deployments, ({ homeSchoolId }) => homeSchoolId);
  const took = ({ schoolId }: School): boolean =>
    askedBy.has(schoolId) || received(schoolId) > 0 || given(schoolId) > 0;
  const members = schools.filter((each) => mayAskForSupport(each) || took(each));
  const thirdOf = thirdsOf(members);
  const orderOf = ({ name, schoolId }: School): string => `${name} ${schoolId}`;
  return members
    .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
    .map((school) => ({
      school,
      kind: kindOf(school),
      freeMeals: thirdOf(school),
      asked: askedBy.get(school.schoolId)?.length ?? 0,
      daysReceived: received(school.schoolId),
      daysGiven: given(school.schoolId),
    }));
}

const groupOf = (group: string, parts: readonly SchoolPart[]) => {
  const schoolsThat = (is: (part: SchoolPart) => boolean): number => parts.filter(is).length;
  return {
    group,
    schools: parts.length,
    asked: schoolsThat(({ asked }) => asked > 0),
    received: schoolsThat(({ daysReceived }) => daysReceived > 0),
    gave: schoolsThat(({ daysGiven }) => daysGiven > 0),
    neither: schoolsThat(({ asked, daysReceived, daysGiven }) => asked + daysReceived + daysGiven === 0),
  };
};

function groupsBy(parts: readonly SchoolPart[], names: readonly string[], of: (part: SchoolPart) => string) {
  const grouped = Map.groupBy(parts, of);
  return names.flatMap((name) => {
    const group = grouped.get(name);
    return group ? [groupOf(name, group)] : [];
  });
}

/** How many members of each kind asked, were supported and gave: whom the partnership reaches, and whom not. */
export function reachOf(parts: readonly SchoolPart[]) {
  const authorities = [...new Set(parts.map(({ school }) => school.laName))].toSorted();
  return {
    byKind: groupsBy(parts, schoolKinds, ({ kind }) => kind),
    byFreeMeals: groupsBy(parts, mealThirds, ({ freeMeals }) => freeMeals),
    byAuthority: groupsBy(parts, authorities, ({ school }) => school.laName),
  };
}
