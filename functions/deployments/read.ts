import type { Deployment, DeploymentState } from "../../shared/domain/deployments/deployment.ts";
import type { PersonId, RequestId, SchoolId } from "../../shared/domain/ids.ts";
import { notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import type { Session } from "../../shared/runtime/session.ts";
import { pageThrough, type Part, type ReadPart } from "../../shared/store/pageThrough.ts";
import {
  deploymentList,
  deploymentsOfPerson,
  deploymentsOfRequest,
  deploymentsOfSchool,
  visitsOf,
} from "../../shared/store/rows/deployments.ts";
import type { Store } from "../../shared/store/store.ts";
import { allParties, deploymentFor, maySee } from "./access.ts";
import { givenBy } from "./given.ts";
import { partiesOf, recordReaders } from "../../shared/domain/deployments/parties.ts";

const isHome = ({ homeSchoolId, newRelease }: Deployment, school: SchoolId | undefined): boolean =>
  school !== undefined && (homeSchoolId === school || newRelease?.schoolId === school);

type DeploymentsPart = Part<typeof deploymentList.entity.schema> | ReadPart<Deployment>;

interface Asked {
  readonly requestId?: RequestId | undefined;
  readonly personId?: PersonId | undefined;
  readonly state?: DeploymentState | undefined;
}

/** What an account sees, of one request, of one practitioner or of all: all as a broker, else those it receives, then those its people give, then its own. */
async function partsFor(
  store: Store,
  session: Session,
  { requestId, personId: of, state }: Asked,
): Promise<DeploymentsPart[]> {
  const { roles, schoolId, personId } = session;
  const inState = (each: Deployment): boolean => state === undefined || each.state === state;
  const isSeen = (each: Deployment): boolean => inState(each) && partiesOf(each, session).size > 0;
  if (requestId !== undefined)
    return [
      {
        list: deploymentsOfRequest(requestId),
        where: (each) => isSeen(each) && (of === undefined || each.personId === of),
      },
    ];
  if (of !== undefined) return [{ list: deploymentsOfPerson(of), where: isSeen }];

  if (roles.includes("broker") || roles.includes("director"))
    return [{ list: deploymentList, where: inState }];
  const parts: DeploymentsPart[] = [];
  const school = roles.includes("school") ? schoolId : undefined;
  if (school !== undefined)
    parts.push(
      { list: deploymentsOfSchool(school), where: inState },
      await givenBy(
        store,
        school,
        (each) => inState(each) && isHome(each, school) && each.schoolId !== school,
      ),
    );
  if (roles.includes("practitioner") && personId !== undefined)
    parts.push({
      list: deploymentsOfPerson(personId),
      where: (each) => inState(each) && each.schoolId !== school && !isHome(each, school),
    });
  return parts;
}

export const listDeployments: Handler<"listDeployments"> = async ({ query }, { store, session }) => {
  const { items, nextCursor } = await pageThrough(store, await partsFor(store, session, query), query);
  return { status: 200, body: { items: [...items], nextCursor } };
};

export const getDeployment: Handler<"getDeployment"> = async ({ params }, { store, session }) => {
  const deployment = await deploymentFor({ store, session, open: allParties }, params);
  return deployment ? { status: 200, body: deployment } : notFound("deployment");
};

export const listVisits: Handler<"listVisits"> = async ({ params, query }, { store, session }) => {
  const deployment = await deploymentFor({ store, session, open: recordReaders }, params);
  if (!deployment) return notFound("deployment");
  const { items, nextCursor } = await store.page(visitsOf(params.requestId, params.deploymentId), {
    ...query,
    where: (visit) => maySee(visit, session),
  });
  return { status: 200, body: { items: [...items], nextCursor } };
};
