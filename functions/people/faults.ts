import type { Fault, Refusal } from "../../shared/contract/problems.ts";
import type { SchoolId } from "../../shared/domain/ids.ts";
import { mayAskForSupport } from "../../shared/domain/schools/school.ts";
import { codeFault } from "../../shared/registers/leaves.ts";
import { refuse } from "../../shared/runtime/refusal.ts";
import { leavesAmong } from "../../shared/store/leaves.ts";
import { schoolWith } from "../../shared/store/schools.ts";
import type { Store } from "../../shared/store/store.ts";

/** What is wrong with the codes of claims: every fault of the first kind that occurs. */
export async function faultsOfClaims(
  store: Store,
  claims: readonly { readonly code: string }[],
): Promise<Refusal | undefined> {
  const leaves = await leavesAmong(
    store,
    claims.map(({ code }) => code),
  );
  const faultsOf = (kind: "unknown-code" | "retired-code"): Fault[] =>
    claims.flatMap(({ code }, index) => {
      const fault = codeFault(code, leaves);
      return fault?.kind === kind ? [{ pointer: `/claims/${index}/code`, detail: fault.detail }] : [];
    });
  const unknown = faultsOf("unknown-code");
  if (unknown.length > 0)
    return refuse("unknown-code", "Choose codes of the expertise taxonomy; `errors` says which.", unknown);
  const retired = faultsOf("retired-code");
  if (retired.length > 0)
    return refuse("retired-code", "Use the codes that replaced these; `errors` says which.", retired);
  return undefined;
}

/** Claims to have practised in a year that has not begun. */
export function faultsOfYears(
  claims: readonly { readonly lastPractisedYear: number }[],
  today: string,
): Refusal | undefined {
  const thisYear = Number(today.slice(0, 4));
  const faults = claims.flatMap(({ lastPractisedYear }, index): Fault[] =>
    lastPractisedYear > thisYear
      ? [{ pointer: `/claims/${index}/lastPractisedYear`, detail: `This year is ${thisYear}` }]
      : [],
  );
  return faults.length > 0
    ? refuse("invalid-request", "Name the year in which each was last practised.", faults)
    : undefined;
}

/** A date of employment, at that place of the body, that is still to come. */
export const faultOfStart = (pointer: "/employedFrom" | "/from", from: string, today: string) =>
  from > today
    ? refuse("invalid-request", "Record an employment once it has begun.", [
        { pointer, detail: `This date is after today, ${today}` },
      ])
    : undefined;

/** A letter of assurance that was confirmed on a day still to come. */
export const faultOfAssurance = (
  assurance: { readonly confirmedOn: string } | null,
  today: string,
): Refusal | undefined =>
  assurance && assurance.confirmedOn > today
    ? refuse("invalid-request", "Record the letter once the employer has confirmed it.", [
        { pointer: "/assurance/confirmedOn", detail: `This date is after today, ${today}` },
      ])
    : undefined;

/** A school that a body names, and where. */
export interface NamedSchool {
  readonly schoolId: SchoolId;
  readonly pointer: string;
}

/** The schools named in a body that the register in force does not have. */
export async function faultsOfSchools(
  store: Store,
  named: readonly NamedSchool[],
): Promise<Refusal | undefined> {
  const found = await Promise.all(named.map(({ schoolId }) => schoolWith(store, schoolId)));
  const faults = named
    .filter((_each, index) => !found[index])
    .map(({ pointer }) => ({ pointer, detail: "No member school has this id" }));
  return faults.length > 0
    ? refuse("unknown-school", "Choose member schools of the register in force.", faults)
    : undefined;
}

/** Where declared interests name schools. */
export const schoolsOfInterests = (interests: readonly { readonly schoolId: SchoolId }[]): NamedSchool[] =>
  interests.map(({ schoolId }, index) => ({ schoolId, pointer: `/declaredInterests/${index}/schoolId` }));

/** Where a letter of assurance names the school that confirmed it. */
export const schoolsOfAssurance = (
  assurance: { readonly confirmedBySchoolId: SchoolId } | null,
): NamedSchool[] =>
  assurance === null
    ? []
    : [{ schoolId: assurance.confirmedBySchoolId, pointer: "/assurance/confirmedBySchoolId" }];

/** What is wrong with a home school: it must be in the register and teach children today. */
export async function faultsOfHomeSchool(store: Store, schoolId: SchoolId): Promise<Refusal | undefined> {
  const pointer = "/homeSchoolId";
  const school = await schoolWith(store, schoolId);
  if (!school) return faultsOfSchools(store, [{ schoolId, pointer }]);
  if (mayAskForSupport(school)) return undefined;
  return refuse("closed-school", `${school.name} is ${school.status} and can release nobody.`, [
    { pointer, detail: `The school is ${school.status}` },
  ]);
}
