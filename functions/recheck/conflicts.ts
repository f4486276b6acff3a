import { workYearOf } from "../../shared/domain/calendar/calendar.ts";
import type { Deployment } from "../../shared/domain/deployments/deployment.ts";
import type { SchoolId } from "../../shared/domain/ids.ts";
import type { School } from "../../shared/domain/schools/school.ts";
import { type Conflict, conflictMost } from "../../shared/domain/tasks/conflict.ts";
import type { Pair } from "../../shared/matching/facts/pair.ts";
import { declaredReason, registerRules } from "../../shared/matching/rules/conflictRules.ts";
import type { HardRule } from "../../shared/matching/rules/rule.ts";
import { refusals } from "../../shared/matching/rules/rules.ts";
import { capacityOf } from "../../shared/store/capacity.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { people } from "../../shared/store/rows/people.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { relatedSchools } from "../../shared/store/schools.ts";
import type { Store } from "../../shared/store/store.ts";
import { policyOf } from "../match/policyOf.ts";
import { type PairRows, pairOf } from "../matching/pairOf.ts";

/** A school as it now stands: one that handed over to a single member stands as that one, under its own id. */
function standing(schools: readonly School[], schoolId: SchoolId): School | undefined {
  const school = schools.find((each) => each.schoolId === schoolId);
  if (!school || school.status !== "closed") return school;
  const [successor, ...others] = relatedSchools(schools, school).successors;
  return successor && others.length === 0 ? { ...successor, schoolId } : school;
}

interface Judging {
  readonly store: Store;
  /** Every member school, as the register that is asked about has it. */
  readonly schools: readonly School[];
  readonly today: string;
}

/** The pair of a deployment as the schools stand, on the days that were agreed; nothing where a row is gone. */
async function rowsOf(
  { store, schools, today }: Judging,
  { requestId, personId, schoolId, homeSchoolId, agreement: { window } }: Deployment,
): Promise<PairRows | undefined> {
  const [request, person, partnership] = await Promise.all([
    store.get(requests, { requestId }),
    store.get(people, { personId }),
    store.get(partnerships, {}),
  ]);
  const requestSchool = standing(schools, schoolId);
  const homeSchool = standing(schools, homeSchoolId);
  if (!request || !person || !requestSchool || !homeSchool) return undefined;
  const { capacity } = await capacityOf(store, person, workYearOf(request.window, today));
  return {
    policy: policyOf(partnership?.matching),
    today,
    request: { ...request, window },
    person: { ...person, homeSchoolId },
    capacity,
    requestSchool,
    homeSchool,
    deployments: [],
  };
}

const conflictOf = (rule: HardRule, pair: Pair, causes: readonly string[]): Conflict => ({
  rule: rule.name,
  why: rule.why(pair).slice(0, conflictMost.why),
  evidence: rule.evidence(pair).slice(0, conflictMost.evidence),
  causes: causes.slice(0, conflictMost.causes),
});

/** What the engine's rules find between the two schools of a deployment as a register has them. */
export async function registerConflicts(judging: Judging, deployment: Deployment): Promise<Conflict[]> {
  const rows = await rowsOf(judging, deployment);
  if (!rows) return [];
  const pair = pairOf(rows);
  return refusals(pair)
    .filter((rule) => registerRules.includes(rule))
    .map((rule) =>
      conflictOf(rule, pair, [`school ${deployment.homeSchoolId}`, ...(rule.causes?.(pair) ?? [])]),
    );
}

/** Interests in the supported school that were declared and hold on days of the work, each as a conflict of its own. */
export async function declaredConflicts(judging: Judging, deployment: Deployment): Promise<Conflict[]> {
  const rows = await rowsOf(judging, deployment);
  if (!rows) return [];
  const { person } = rows;
  return person.declaredInterests.flatMap((interest) => {
    const pair = pairOf({ ...rows, person: { ...person, declaredInterests: [interest] } });
    return declaredReason.refuses(pair)
      ? [conflictOf(declaredReason, pair, declaredReason.causes?.(pair) ?? [])]
      : [];
  });
}
