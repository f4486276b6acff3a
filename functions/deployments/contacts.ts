import { hasEnded } from "../../shared/domain/deployments/deployment.ts";
import { partiesOf } from "../../shared/domain/deployments/parties.ts";
import { erasedName } from "../../shared/domain/people/erasure.ts";
import type { School } from "../../shared/domain/schools/school.ts";
import { notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { people } from "../../shared/store/rows/people.ts";
import { schoolWith } from "../../shared/store/schools.ts";
import { allParties, deploymentFor } from "./access.ts";

/** Whom the parties of a deployment write to: by name for good, and by address while they work together. */
export const deploymentContacts: Handler<"deploymentContacts"> = async ({ params }, { store, session }) => {
  const deployment = await deploymentFor({ store, session, open: allParties }, params);
  if (!deployment) return notFound("deployment");
  const [person, supported, home] = await Promise.all([
    store.get(people, deployment),
    schoolWith(store, deployment.schoolId),
    schoolWith(store, deployment.homeSchoolId),
  ]);
  if (!supported || !home) return notFound("deployment");
  const parties = partiesOf(deployment, session);
  const works = ["practitioner", "supported-school", "home-school"] as const;
  const writes = parties.has("broker") || (!hasEnded(deployment) && works.some((each) => parties.has(each)));
  const head = ({ schoolId, name, headEmail }: School) => ({
    schoolId,
    name,
    headEmail: writes ? headEmail : null,
  });
  return {
    status: 200,
    body: {
      practitioner: {
        personId: deployment.personId,
        name: person?.name ?? erasedName,
        email: (writes ? person?.email : undefined) ?? null,
      },
      supportedSchool: head(supported),
      homeSchool: head(home),
    },
  };
};
