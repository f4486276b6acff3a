import { workYearOf } from "../../shared/domain/calendar.ts";
import type { Deployment } from "../../shared/domain/deployment.ts";
import type { SchoolId } from "../../shared/domain/ids.ts";
import type { School } from "../../shared/domain/school.ts";
import type { Conflict } from "../../shared/domain/task.ts";
import { registerRules } from "../../shared/matching/rules/conflictRules.ts";
import { refusals } from "../../shared/matching/rules/rules.ts";
import { capacityOf } from "../../shared/store/capacity.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { people } from "../../shared/store/rows/people.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { relatedSchools } from "../../shared/store/schools.ts";
import type { Store } from "../../shared/store/store.ts";
import { policyOf } from "../match/policyOf.ts";
import { pairOf } from "../matching/pairOf.ts";

/** A school as it now stands: one that handed over to a single member stands as that one, under its own id. */
function standing(schools: readonly School[], schoolId: SchoolId): School | undefined {
  const school = schools.find((each) => each.schoolId === schoolId);
  if (!school || school.status !== "closed") return school;
  const [successor, ...others] = relatedSchools(schools, school).successors;
  return successor && others.length === 0 ? { ...successor, schoolId } : school;
}

const [longestWhy, mostEvidence, mostCauses] = [300, 20, 40];

interface Judging {
  readonly store: Store;
  /** Every member school, as the register that is asked about has it. */
  readonly schools: readonly School[];
  readonly today: string;
}

/** What the engine's rules find between the two schools of a deployment as a register has them. */
export async function registerConflicts(
  { store, schools, today }: Judging,
  { requestId, personId, schoolId, homeSchoolId }: Deployment,
): Promise<Conflict[]> {
  const [request, person, partnership] = await Promise.all([
    store.get(requests, { requestId }),
    store.get(people, { personId }),
    store.get(partnerships, {}),
  ]);
  const requestSchool = standing(schools, schoolId);
  const homeSchool = standing(schools, homeSchoolId);
  if (!request || !person || !requestSchool || !homeSchool) return [];
  const { capacity } = await capacityOf(store, person, workYearOf(request.window, today));
  const employed = { ...person, homeSchoolId };
  const pair = pairOf({
    policy: policyOf(partnership?.matching),
    today,
    request,
    person: employed,
    capacity,
    requestSchool,
    homeSchool,
    deployments: [],
  });
  return refusals(pair)
    .filter((rule) => registerRules.includes(rule))
    .map((rule) => ({
      rule: rule.name,
      why: rule.why(pair).slice(0, longestWhy),
      evidence: rule.evidence(pair).slice(0, mostEvidence),
      causes: [`school ${homeSchoolId}`, ...(rule.causes?.(pair) ?? []).slice(0, mostCauses)],
    }));
}
