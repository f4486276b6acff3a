import { isDate } from "./dates.ts";
import type {
  DateSpan,
  InputProblem,
  MatchInput,
  MatchPractitioner,
  MatchRequest,
  MatchSchool,
} from "./facts.ts";
import type { MatchPolicy } from "./policy.ts";
import { compared } from "./order.ts";

type Report = (where: string, message: string) => void;

const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most;

function checkSpan(span: DateSpan, where: string, report: Report): void {
  if (!isDate(span.from) || !isDate(span.to)) report(where, "is not a span of two dates YYYY-MM-DD");
  else if (span.from > span.to) report(where, `begins on ${span.from}, after it ends on ${span.to}`);
}

function checkPolicy(policy: MatchPolicy, report: Report): void {
  const sets = Object.entries({ weights: policy.weights, ...policy.weightsByRoute });
  for (const [name, weights] of sets) {
    const values = Object.values(weights);
    if (
      !values.every((value) => isWhole(value, 0, 100)) ||
      values.reduce((sum, value) => sum + value, 0) !== 100
    )
      report(`policy/${name}`, "are not whole numbers that sum to 100");
  }
  policy.priorityWeights.forEach((value, x) => {
    if (!isWhole(value, 1, 10_000))
      report(`policy/priorityWeights/${x}`, "is not a whole number from 1 to 10,000");
  });
  for (const [name, value] of Object.entries(policy.levelPercent))
    if (!isWhole(value, 0, 100)) report(`policy/levelPercent/${name}`, "is not a whole percentage");
  const counts = {
    ageWeeksCounted: [policy.ageWeeksCounted, 0, 520],
    recentPracticeYears: [policy.recentPracticeYears, 0, 100],
    pastEmployerMonths: [policy.pastEmployerMonths, 0, 1200],
    pastMembershipMonths: [policy.pastMembershipMonths, 0, 1200],
    reciprocalYears: [policy.reciprocalYears, 0, 100],
    distanceZeroMetres: [policy.distanceZeroMetres, 1, 2_000_000],
    rotationCostPerLoad: [policy.rotationCostPerLoad, 0, 10_000],
    stabilityBonus: [policy.stabilityBonus, 0, 10_000],
    candidatesPerRequest: [policy.candidatesPerRequest, 1, 1_000_000],
    searchCases: [policy.searchCases, 1, 1_000_000],
  } as const;
  for (const [name, [value, least, most]] of Object.entries(counts))
    if (!isWhole(value, least, most))
      report(`policy/${name}`, `is not a whole number from ${least} to ${most}`);
}

function checkSchool(school: MatchSchool, report: Report): void {
  const at = (name: string): string => `schools/${school.id}/${name}`;
  for (const name of ["eastingMetres", "northingMetres", "pupils", "percentageFsm"] as const) {
    const value = school[name];
    if (value !== null && !(Number.isFinite(value) && value >= 0 && value <= 10_000_000))
      report(at(name), "is not a number from 0 to 10,000,000");
  }
  for (const { code, from, to } of school.memberships)
    for (const date of [from, to])
      if (date !== null && !isDate(date))
        report(at(`memberships/${code}`), `${date} is not a date YYYY-MM-DD`);
  if (school.concern?.by !== "inspection") return;
  for (const date of [school.concern.since, school.concern.publishedOn])
    if (date !== null && !isDate(date)) report(at("concern"), `${date} is not a date YYYY-MM-DD`);
}

function checkPractitioner(person: MatchPractitioner, report: Report): void {
  const at = (name: string): string => `practitioners/${person.id}/${name}`;
  if (!isWhole(person.capacityHalfDaysLeft, 0, 2000))
    report(at("capacityHalfDaysLeft"), "is not a whole number from 0 to 2,000");
  if (!isWhole(person.capacitySlotsLeft, 0, 200))
    report(at("capacitySlotsLeft"), "is not a whole number from 0 to 200");
  if (person.leastSlots !== undefined && !isWhole(person.leastSlots, 0, 200))
    report(at("leastSlots"), "is not a whole number from 0 to 200");
  if (!isWhole(person.loadSlots, 0, 200)) report(at("loadSlots"), "is not a whole number from 0 to 200");
  if (
    person.travelLimitMetres !== null &&
    !(person.travelLimitMetres >= 0 && Number.isFinite(person.travelLimitMetres))
  )
    report(at("travelLimitMetres"), "is not a distance in metres");
  person.availability.forEach((span, x) => checkSpan(span, at(`availability/${x}`), report));
  const dates = [person.assuranceValidUntil, ...person.designations.map(({ expiresOn }) => expiresOn)];
  const interests = person.declaredInterests.flatMap(({ since, until }) => [since, until]);
  for (const date of [
    ...dates,
    ...interests,
    ...person.formerEmployers.flatMap(({ from, endedOn }) => [from ?? null, endedOn]),
    person.nextSchool?.from ?? null,
  ])
    if (date !== null && !isDate(date)) report(at("dates"), `${date} is not a date YYYY-MM-DD`);
  for (const { code, lastPractisedYear } of person.claims)
    if (lastPractisedYear !== null && !isWhole(lastPractisedYear, 1900, 2200))
      report(at(`claims/${code}`), "has a year of last practice that is not a year");
}

function checkRequest(request: MatchRequest, report: Report): void {
  const at = (name: string): string => `requests/${request.id}/${name}`;
  if (!isWhole(request.halfDays, 1, 2000)) report(at("halfDays"), "is not a whole number from 1 to 2,000");
  if (!isWhole(request.people, 0, 200)) report(at("people"), "is not a whole number from 0 to 200");
  if (!isWhole(request.priority, 1, 4)) report(at("priority"), "is not 1, 2, 3 or 4");
  if (request.maxFromOneSchool !== undefined && !isWhole(request.maxFromOneSchool, 1, 200))
    report(at("maxFromOneSchool"), "is not a whole number from 1 to 200");
  if (!isDate(request.submittedOn)) report(at("submittedOn"), "is not a date YYYY-MM-DD");
  checkSpan(request.window, at("window"), report);
  if (request.nextHalfTerm === undefined) return;
  checkSpan(request.nextHalfTerm, at("nextHalfTerm"), report);
  if (request.nextHalfTerm.from <= request.window.to)
    report(at("nextHalfTerm"), `begins on ${request.nextHalfTerm.from}, before the window is over`);
}

/** Checks calendars and that each school's is among them. */
function checkCalendars({ calendars = [], schools }: MatchInput, report: Report): void {
  const known = checkUnique(calendars, "calendars", report);
  for (const { id, closed } of calendars)
    closed.forEach((span, x) => checkSpan(span, `calendars/${id}/closed/${x}`, report));
  for (const { id, calendar } of schools)
    if (calendar !== undefined && !known.has(calendar))
      report(`schools/${id}/calendar`, `${calendar} is not among the calendars`);
}

function checkUnique(rows: readonly { readonly id: string }[], name: string, report: Report): Set<string> {
  const seen = new Set<string>();
  for (const { id } of rows) {
    if (seen.has(id)) report(`${name}/${id}`, "stands twice");
    seen.add(id);
  }
  return seen;
}

/** Rows that cannot be used, in the order of their names; empty when the run may begin. */
export function problemsOf(input: MatchInput): readonly InputProblem[] {
  const problems: InputProblem[] = [];
  const report: Report = (where, message) => void problems.push({ where, message });
  const schools = checkUnique(input.schools, "schools", report);
  const people = checkUnique(input.practitioners, "practitioners", report);
  checkUnique(input.requests, "requests", report);
  if (!isDate(input.today)) report("today", "is not a date YYYY-MM-DD");
  checkPolicy(input.policy, report);
  for (const school of input.schools) checkSchool(school, report);
  checkCalendars(input, report);
  for (const person of input.practitioners) {
    if (!schools.has(person.homeSchoolId))
      report(`practitioners/${person.id}/homeSchoolId`, `${person.homeSchoolId} is not among the schools`);
    checkPractitioner(person, report);
  }
  for (const request of input.requests) {
    if (!schools.has(request.schoolId))
      report(`requests/${request.id}/schoolId`, `${request.schoolId} is not among the schools`);
    for (const id of request.pinned)
      if (!people.has(id)) report(`requests/${request.id}/pinned`, `${id} is not among the practitioners`);
    checkRequest(request, report);
  }
  for (const { homeSchoolId, receivingSchoolId, onDate } of input.recentSupport)
    if (!isDate(onDate))
      report(`recentSupport/${homeSchoolId}/${receivingSchoolId}`, `${onDate} is not a date`);
  return problems.toSorted((a, b) => compared(a.where, b.where));
}
