import { hasEnded } from "../../shared/domain/deployments/deployment.ts";
import { type DeploymentParty, partiesOf } from "../../shared/domain/deployments/parties.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { viewerOf } from "../viewer.ts";
import { attempt, read, type Visit } from "../visit.ts";

export type Deployment = AnswerOf<"getDeployment">;
type Me = AnswerOf<"getMe">;

/** The key of a deployment, as the API's routes take it. */
export interface WorkKey {
  readonly requestId: string;
  readonly deploymentId: string;
}

export const workKeyOf = (visit: Visit): WorkKey => ({
  requestId: visit.part("requestId"),
  deploymentId: visit.part("deploymentId"),
});

/** Work in a school, as far as its reader may see it. */
export interface WorkRead {
  readonly deployment: Deployment;
  readonly ended: boolean;
  /** What the reader is to it. */
  readonly parties: ReadonlySet<DeploymentParty>;
  readonly mySchoolId: string | undefined;
  readonly school: string;
  /** The address of its page. */
  readonly at: string;
  readonly me: Me;
  /** What waits for the reader about it. */
  readonly owed: Me["waiting"];
}

/** Reads work that the address names, with its school and what the reader is to it. */
export async function readWork(visit: Visit): Promise<WorkRead> {
  const params = workKeyOf(visit);
  const deployment = await read(visit, "getDeployment", { params });
  const [me, school] = await Promise.all([
    read(visit, "getMe", {}),
    attempt(visit, "getSchool", { params: { schoolId: deployment.schoolId } }),
  ]);
  const mySchoolId = me.school?.schoolId;
  const request = `/requests/${params.requestId}`;
  const path = `${request}/deployments/${params.deploymentId}`;
  const outcomes = `${request}/outcomes`;
  return {
    deployment,
    ended: hasEnded(deployment),
    parties: partiesOf(deployment, viewerOf(me)),
    mySchoolId,
    school: school.kind === "answered" ? school.body.name : "the school that asked",
    at: `/pages${path}`,
    me,
    owed: me.waiting.filter((each) => each.path.startsWith(path) || each.path === outcomes),
  };
}

/** One of what should change. */
export interface Objective {
  readonly objectiveId: string;
  readonly statement: string;
}

/** What the objectives of work say, by id; the ids alone are agreed with it. */
export async function readObjectives(visit: Visit, { agreement }: Deployment): Promise<readonly Objective[]> {
  const { requestId } = workKeyOf(visit);
  const request = await attempt(visit, "getRequest", { params: { requestId } });
  const all = request.kind === "answered" ? request.body.objectives : [];
  return all.filter(({ objectiveId }) => agreement.objectives.includes(objectiveId));
}
