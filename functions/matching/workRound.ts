import type { Deployment } from "../../shared/domain/deployments/deployment.ts";
import type { SchoolId } from "../../shared/domain/ids.ts";
import { mostSteps } from "../../shared/matching/facts/support.ts";
import { deploymentsOfSchool } from "../../shared/store/rows/deployments.ts";
import type { Store } from "../../shared/store/store.ts";

/**
 * Work by which help may have come round to a school: at the school itself, at the schools that helped it, and so on
 * for as many steps as a chain of support is told. Each school's list is read once.
 */
export async function workRound(store: Store, schoolId: SchoolId): Promise<Deployment[]> {
  const found: Deployment[] = [];
  const met = new Set<SchoolId>();
  let next = [schoolId];
  for (let step = 0; step < mostSteps; step++) {
    for (const each of next) met.add(each);
    const lists = await Promise.all(next.map((each) => store.all(deploymentsOfSchool(each))));
    const work = lists.flat();
    found.push(...work);
    next = [...new Set(work.map(({ homeSchoolId }) => homeSchoolId))].filter((each) => !met.has(each));
  }
  return found;
}
