import { isRenewalDue } from "../../shared/domain/people/claimRenewal.ts";
import { awaitsAnswer, type Deployment, hasEnded } from "../../shared/domain/deployments/deployment.ts";
import type { DeploymentId, PersonId, SchoolId } from "../../shared/domain/ids.ts";
import { areOwnClaims, isHomeHead } from "../../shared/domain/people/personRights.ts";
import { awaitsEndorsement, type Person } from "../../shared/domain/people/person.ts";
import type { Offer } from "../../shared/domain/offers/offer.ts";
import type { FollowUp } from "../../shared/domain/outcomes/outcome.ts";
import type { TaskEvidence } from "../../shared/domain/tasks/task.ts";
import {
  answerOwed,
  owedOfWork,
  type RecordedWork,
  requestWaits,
  unfinishedWaits,
  type Waiting,
} from "../../shared/domain/tasks/waiting.ts";
import { followUpDue, type Side } from "../../shared/domain/tasks/workDue.ts";
import type { Session } from "../../shared/runtime/session.ts";
import { type CalendarOf, calendarsOfSome } from "../../shared/store/calendars.ts";
import { withDeadlinesNow } from "../../shared/store/offersNow.ts";
import {
  deploymentsOfPerson,
  deploymentsOfSchool,
  evaluationsOf,
  followUpsOfSchool,
  outcomesOfRequest,
  visitsOf,
} from "../../shared/store/rows/deployments.ts";
import type { Reads } from "../../shared/store/reads.ts";
import { people, peopleOfSchool } from "../../shared/store/rows/people.ts";
import {
  offersOfHomeSchool,
  offersOfPerson,
  offersOfRequest,
  requestsOfSchool,
} from "../../shared/store/rows/requests.ts";
import { unfinishedList } from "../../shared/store/rows/unfinished.ts";
import { tasksOfDeployment } from "../../shared/store/rows/tasks.ts";
import { begunByLeader } from "./begunByLeader.ts";
import { releasesOwed } from "./releasesOwed.ts";
import { waitingForBrokers } from "./waitingForBrokers.ts";

interface Here {
  readonly store: Reads;
  readonly session: Session;
  readonly today: string;
}

/** All that waits for an account in any of its roles; what waits for two of them stands once. */
export async function waitingFor(here: Here): Promise<Waiting[]> {
  const { roles, schoolId, personId } = here.session;
  const lists = await Promise.all([
    roles.includes("broker") ? waitingForBrokers(here.store) : [],
    roles.includes("school") && schoolId !== undefined ? ofSchool(here, schoolId) : [],
    roles.includes("practitioner") && personId !== undefined ? ofPractitioner(here, personId) : [],
  ]);
  return [...new Map(lists.flat().map((each) => [`${each.what} ${each.path}`, each])).values()];
}

async function ofSchool(here: Here, schoolId: SchoolId): Promise<Waiting[]> {
  const { store } = here;
  const [asked, unfinished, released, received, followUps] = await Promise.all([
    store.all(requestsOfSchool(schoolId)),
    store.all(unfinishedList),
    store.all(offersOfHomeSchool(schoolId)),
    store.all(deploymentsOfSchool(schoolId)),
    store.all(followUpsOfSchool(schoolId)),
  ]);
  const calendarOf = await calendarsOfSome(store, [schoolId, ...schoolsOf(received)]);
  const open = asked.filter(({ state }) => state === "open");
  const offered = await Promise.all(open.map(({ requestId }) => store.all(offersOfRequest(requestId))));
  const owed = await Promise.all([
    answersOwed(here, [...released, ...offered.flat()]),
    workOwed(here, { deployments: received, side: "school", calendarOf }),
    releasesOwed(store, schoolId, calendarOf),
    endorsementsOwed(here, schoolId),
    ...followUps.map((each) => laterAnswerOwed(here, each, calendarOf)),
  ]);
  return [
    ...owed.flat(),
    ...asked.filter(({ state }) => state === "draft").map(requestWaits("send-request")),
    ...unfinished.filter((each) => each.schoolId === schoolId).map(unfinishedWaits),
  ];
}

/** The word that a head owes on claims: one thing to do, however many there are. */
async function endorsementsOwed({ store, session }: Here, schoolId: SchoolId): Promise<Waiting[]> {
  const colleagues = (await store.all(peopleOfSchool(schoolId))).filter(
    (each) => isHomeHead(session, each) && !areOwnClaims(session, each),
  );
  return colleagues.some(({ claims }) => claims.some(awaitsEndorsement))
    ? [{ what: "endorse-claims", path: "/people", dueOn: null, requestId: null }]
    : [];
}

async function ofPractitioner(here: Here, personId: PersonId): Promise<Waiting[]> {
  const { store, today } = here;
  const [person, offers, deployments, begun] = await Promise.all([
    store.get(people, { personId }),
    store.all(offersOfPerson(personId)),
    store.all(deploymentsOfPerson(personId)),
    begunByLeader(here),
  ]);
  const calendarOf = await calendarsOfSome(store, schoolsOf(deployments));
  const owed = await Promise.all([
    answersOwed(here, offers),
    workOwed(here, { deployments, side: "practitioner", calendarOf }),
  ]);
  return [
    ...owed.flat(),
    ...begun,
    ...(person && renews(person, today)
      ? [{ what: "confirm-claims" as const, path: `/people/${personId}`, dueOn: null, requestId: null }]
      : []),
  ];
}

/** Whether claims are to be confirmed: for as long as they are not, whenever it was asked. */
const renews = ({ claimsAskedOn: _asked, ...person }: Person, today: string): boolean =>
  isRenewalDue(person, today);

const answersOwed = async ({ store, session }: Here, offers: readonly Offer[]): Promise<Waiting[]> =>
  (await withDeadlinesNow(store, offers)).flatMap((offer) => answerOwed(session, offer));
const schoolsOf = (works: readonly Deployment[]): SchoolId[] =>
  works.flatMap(({ homeSchoolId, schoolId }) => [homeSchoolId, schoolId]);

interface Works {
  readonly deployments: readonly Deployment[];
  readonly side: Side;
  readonly calendarOf: CalendarOf;
}

async function workOwed({ store }: Here, { deployments, side, calendarOf }: Works): Promise<Waiting[]> {
  const works = await Promise.all(deployments.map((each) => recorded(store, each)));
  return works.flatMap((work) => {
    const { homeSchoolId, schoolId } = work.deployment;
    const calendars = { homeSchool: calendarOf(homeSchoolId), supportedSchool: calendarOf(schoolId) };
    return owedOfWork(work, side, calendars);
  });
}

async function recorded(store: Reads, deployment: Deployment): Promise<RecordedWork> {
  const { requestId, deploymentId } = deployment;
  const ended = hasEnded(deployment);
  const [visits, evaluations, outcomes, waived] = await Promise.all([
    ended && !awaitsAnswer(deployment) ? [] : store.all(visitsOf(requestId, deploymentId)),
    ended ? store.all(evaluationsOf(requestId, deploymentId)) : [],
    ended ? store.all(outcomesOfRequest(requestId)) : [],
    waivedOf(store, deploymentId),
  ]);
  return {
    deployment,
    visits,
    evaluated: evaluations.map(({ side }) => side),
    outcomesOf: outcomes
      .filter((each) => each.deploymentId === deploymentId)
      .map(({ objectiveId }) => objectiveId),
    waived,
  };
}

/** What brokers waived of work. */
const waivedOf = async (store: Reads, deploymentId: DeploymentId): Promise<TaskEvidence[]> =>
  (await store.all(tasksOfDeployment(deploymentId)))
    .filter(({ settledAs }) => settledAs === "waived")
    .map(({ evidence }) => evidence);

async function laterAnswerOwed({ store }: Here, asked: FollowUp, calendarOf: CalendarOf): Promise<Waiting[]> {
  const { requestId, deploymentId, followUpId, schoolId, state } = asked;
  if (state !== "asked") return [];
  const waived = await waivedOf(store, deploymentId);
  if (waived.some((each) => each.kind === "follow-up-unanswered" && each.followUpId === followUpId))
    return [];
  const path = `/requests/${requestId}/follow-ups/${followUpId}`;
  const { dueOn } = followUpDue(asked, calendarOf(schoolId));
  return [{ what: "answer-follow-up", path, dueOn, requestId }];
}
