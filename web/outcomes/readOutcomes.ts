import { deliveredSomething, hasEnded } from "../../shared/domain/deployments/deployment.ts";
import { recordsOutcomes } from "../../shared/domain/deployments/parties.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { everyItem } from "../../shared/runtime/everyItem.ts";
import { viewerOf } from "../viewer.ts";
import { attempt, read, type Visit } from "../visit.ts";

export type Outcome = AnswerOf<"listOutcomes">["items"][number];
export type FollowUp = AnswerOf<"listFollowUps">["items"][number];
type Deployment = AnswerOf<"listDeployments">["items"][number];

/** One objective of work that was done, what came of it, and what was asked about it later. */
export interface ObjectiveRead {
  readonly deploymentId: string;
  readonly objectiveId: string;
  readonly statement: string;
  readonly successMeasure: string;
  readonly baseline: string;
  readonly outcome: Outcome | undefined;
  readonly followUps: readonly FollowUp[];
}

/** Work that was done for a request, as far as its reader may see it. */
export interface WorkDone {
  readonly practitioner: string;
  /** Whether the reader says what came of it: the school that asked, or the broker in its place. */
  readonly mayRecord: boolean;
  readonly objectives: readonly ObjectiveRead[];
}

export interface OutcomesRead {
  readonly school: string;
  readonly works: readonly WorkDone[];
  /** A head who came to the work later reads what came of it, not the request. */
  readonly mayReadRequest: boolean;
}

export const requestKeyOf = (visit: Visit): { readonly requestId: string } => ({
  requestId: visit.part("requestId"),
});

/** What was asked later; only who answers it, and those who oversee all, may read it. */
async function readFollowUps(visit: Visit): Promise<readonly FollowUp[]> {
  const { requestId } = requestKeyOf(visit);
  return everyItem(async (query) => {
    const listed = await attempt(visit, "listFollowUps", { query: { ...query, requestId } });
    return listed.kind === "answered" ? listed.body : { items: [], nextCursor: null };
  });
}

async function nameOf(visit: Visit, { requestId, deploymentId }: Deployment): Promise<string> {
  const contacts = await attempt(visit, "deploymentContacts", { params: { requestId, deploymentId } });
  return contacts.kind === "answered" ? contacts.body.practitioner.name : "a practitioner";
}

interface Rows {
  readonly objectives: readonly {
    readonly objectiveId: string;
    readonly statement: string;
    readonly successMeasure: string;
    readonly baseline: string;
  }[];
  readonly outcomes: readonly Outcome[];
  readonly followUps: readonly FollowUp[];
}

/** The objectives that were agreed with work, with what is recorded of each; the request tells what they say. */
const objectivesOf = ({ deploymentId, agreement }: Deployment, rows: Rows): ObjectiveRead[] =>
  agreement.objectives.map((objectiveId) => {
    const isAbout = (each: { readonly deploymentId: string; readonly objectiveId: string }): boolean =>
      each.deploymentId === deploymentId && each.objectiveId === objectiveId;
    const outcome = rows.outcomes.find(isAbout);
    const asked = rows.objectives.find((each) => each.objectiveId === objectiveId);
    return {
      deploymentId,
      objectiveId,
      statement: asked?.statement ?? "An objective",
      successMeasure: outcome?.successMeasure ?? asked?.successMeasure ?? "",
      baseline: outcome?.baseline ?? asked?.baseline ?? "",
      outcome,
      followUps: rows.followUps.filter(isAbout),
    };
  });

/** Reads what came of a request's work that has ended with something delivered. */
export async function readOutcomes(visit: Visit): Promise<OutcomesRead> {
  const params = requestKeyOf(visit);
  const outcomes = await everyItem((query) => read(visit, "listOutcomes", { params, query }));
  const [me, deployments, request, followUps] = await Promise.all([
    read(visit, "getMe", {}),
    everyItem((query) => read(visit, "listDeployments", { query: { ...query, ...params } })),
    attempt(visit, "getRequest", { params }),
    readFollowUps(visit),
  ]);
  const objectives = request.kind === "answered" ? request.body.objectives : [];
  const schoolId =
    deployments[0]?.schoolId ?? (request.kind === "answered" ? request.body.schoolId : undefined);
  const school = schoolId && (await attempt(visit, "getSchool", { params: { schoolId } }));
  const viewer = viewerOf(me);
  const works = deployments
    .filter((each) => hasEnded(each) && deliveredSomething(each))
    .map(async (each): Promise<WorkDone> => ({
      practitioner: await nameOf(visit, each),
      mayRecord: recordsOutcomes(each, viewer),
      objectives: objectivesOf(each, { objectives, outcomes, followUps }),
    }));
  return {
    school: school && school.kind === "answered" ? school.body.name : "the school that asked",
    works: await Promise.all(works),
    mayReadRequest: request.kind === "answered",
  };
}
