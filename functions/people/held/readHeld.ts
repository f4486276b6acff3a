import type * as z from "zod";
import type { AuditEntry } from "../../../shared/domain/audit.ts";
import { academicYearOf, addMonths, dateAt } from "../../../shared/domain/calendar/calendar.ts";
import type { Capacity } from "../../../shared/domain/people/capacity.ts";
import type { Deployment, Visit } from "../../../shared/domain/deployments/deployment.ts";
import type { Offer } from "../../../shared/domain/offers/offer.ts";
import type { Evaluation, FollowUp, Outcome } from "../../../shared/domain/outcomes/outcome.ts";
import type { Partnership } from "../../../shared/domain/partnership.ts";
import type { Person } from "../../../shared/domain/people/person.ts";
import type { SupportRequest } from "../../../shared/domain/requests/request.ts";
import type { MatchRun, Proposal } from "../../../shared/domain/runs/run.ts";
import { type Task, taskStates } from "../../../shared/domain/tasks/task.ts";
import {
  deploymentsOfPerson,
  evaluationsOf,
  followUpsOfRequest,
  outcomesOfRequest,
  visitsOf,
} from "../../../shared/store/rows/deployments.ts";
import {
  partnerships,
  schoolContactList,
  type schoolContacts,
} from "../../../shared/store/rows/partnership.ts";
import { capacities, personAddresses } from "../../../shared/store/rows/people.ts";
import { offersOfPerson, requestList } from "../../../shared/store/rows/requests.ts";
import { proposalsOf, runList } from "../../../shared/store/rows/runs.ts";
import { tasksIn } from "../../../shared/store/rows/tasks.ts";
import { deliveriesToPerson, type deliveries } from "../../../shared/store/rows/trail.ts";
import type { Store } from "../../../shared/store/store.ts";
import { digestOf } from "../addresses.ts";
import { stepsIn } from "./steps.ts";

/** A piece of work with all that was written of it. */
export interface HeldWork {
  readonly deployment: Deployment;
  readonly visits: readonly Visit[];
  readonly evaluations: readonly Evaluation[];
  readonly outcomes: readonly Outcome[];
  readonly followUps: readonly FollowUp[];
}

/** Every row that may speak of a practitioner, each list read to its last page. */
export interface Held {
  readonly person: Person;
  readonly addresses: readonly z.output<typeof personAddresses.schema>[];
  readonly capacities: readonly Capacity[];
  readonly offers: readonly Offer[];
  readonly works: readonly HeldWork[];
  readonly requests: readonly SupportRequest[];
  readonly tasks: readonly Task[];
  readonly letters: readonly z.output<typeof deliveries.schema>[];
  readonly contacts: readonly z.output<typeof schoolContacts.schema>[];
  readonly partnership: Partnership | undefined;
  readonly runs: readonly MatchRun[];
  /** Of the latest run, and of those that made them an offer. */
  readonly proposals: readonly Proposal[];
  readonly steps: readonly AuditEntry[];
}

async function workWith(store: Store, deployment: Deployment): Promise<HeldWork> {
  const { requestId, deploymentId } = deployment;
  const ofIt = (row: { readonly deploymentId: string }): boolean => row.deploymentId === deploymentId;
  const [visits, evaluations, outcomes, followUps] = await Promise.all([
    store.all(visitsOf(requestId, deploymentId)),
    store.all(evaluationsOf(requestId, deploymentId)),
    store.all(outcomesOfRequest(requestId)),
    store.all(followUpsOfRequest(requestId)),
  ]);
  return {
    deployment,
    visits,
    evaluations,
    outcomes: outcomes.filter(ofIt),
    followUps: followUps.filter(ofIt),
  };
}

/** The academic years of which there may be a row of somebody's capacity. */
function yearsOf(
  { createdAt }: Person,
  { today, named }: { today: string; named: readonly string[] },
): string[] {
  const years = new Set(named);
  const last = academicYearOf(addMonths(today, 36));
  for (let day = dateAt(createdAt); academicYearOf(day) <= last; day = addMonths(day, 12))
    years.add(academicYearOf(day));
  return [...years];
}

export const isThere = <Row>(row: Row | null | undefined): row is Row => row !== undefined && row !== null;

/** Their capacity of every year of which there is a row. */
export async function capacitiesOfPerson(
  store: Store,
  person: Person,
  of: { readonly today: string; readonly named: readonly string[] },
): Promise<Capacity[]> {
  const { personId } = person;
  const years = yearsOf(person, of);
  const rows = years.map((academicYear) => store.get(capacities, { personId, academicYear }));
  return (await Promise.all(rows)).filter(isThere);
}

/** Reads all that may speak of a practitioner. */
export async function readHeld(store: Store, person: Person, today: string): Promise<Held> {
  const { personId } = person;
  const [offers, deployments, requests, letters, contacts, partnership, runs, address, ...tasks] =
    await Promise.all([
      store.all(offersOfPerson(personId)),
      store.all(deploymentsOfPerson(personId)),
      store.all(requestList),
      store.all(deliveriesToPerson(personId)),
      store.all(schoolContactList),
      store.get(partnerships, {}),
      store.all(runList),
      store.get(personAddresses, { addressDigest: digestOf(person.email) }),
      ...taskStates.map((state) => store.all(tasksIn(state))),
    ]);
  const named = [...offers, ...deployments].map(({ academicYear }) => academicYear);
  const runIds = new Set([partnership?.latestRunId, ...offers.map(({ runId }) => runId)].filter(isThere));
  const [found, works, proposals, steps] = await Promise.all([
    capacitiesOfPerson(store, person, { today, named }),
    Promise.all(deployments.map((each) => workWith(store, each))),
    Promise.all([...runIds].map((runId) => store.all(proposalsOf(runId)))),
    stepsIn(store, [
      "partnership",
      `person:${personId}`,
      ...requests.map(({ requestId }) => `request:${requestId}` as const),
    ]),
  ]);
  return {
    person,
    addresses: address?.personId === personId ? [address] : [],
    capacities: found,
    offers,
    works,
    requests,
    tasks: tasks.flat().filter((each) => each.personId === personId),
    letters,
    contacts,
    partnership,
    runs,
    proposals: proposals.flat(),
    steps,
  };
}
