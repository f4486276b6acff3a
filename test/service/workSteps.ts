import * as z from "zod";
import { addDays } from "../../shared/domain/calendar/calendar.ts";
import { people } from "../../shared/store/rows/people.ts";
import type { Service } from "../harness/service.ts";
import { agreeWork, type AgreedWork } from "./agreedWork.ts";

/** A record of visit as a practitioner writes it. */
export const visitNote = ({ today }: AgreedWork, days = 1) => ({
  visitedOn: addDays(today, -7),
  days,
  focus: "Reading in year 2",
  whatHappened: "Two lessons were seen and talked through.",
  agreedActions: "Plan the next unit together.",
  nextVisitOn: null,
});

/** What a school says came of one objective. */
export const outcomeNote = {
  result: "5 of 6",
  level: 4,
  direction: "better",
  evidenceStrength: 2,
  evidence: "Two rounds of visits to lessons",
  contribution: { whatChanged: "Teaching", whatWeDid: "Coaching", otherExplanations: "A new scheme" },
};

const WithVisitId = z.object({ visitId: z.string() });

/** Writes a record as its author's draft, and answers where it is. */
export async function draftRecord(service: Service, work: AgreedWork, days = 1): Promise<string> {
  const visits = `${work.at()}/visits`;
  const drafted = await service.post(work.accounts.practitioner, visits, visitNote(work, days));
  return `${visits}/${WithVisitId.parse(drafted.body).visitId}`;
}

/** Work of which a day and a half was delivered before it broke off. */
export async function curtailedWork(service: Service): Promise<AgreedWork> {
  const work = await agreeWork(service);
  await deliver(service, work, 1.5);
  await endWork(service, work, { as: "curtailed" });
  return work;
}

/** Writes a record, sends it and has it marked accurate; each step must succeed. */
export async function deliver(service: Service, work: AgreedWork, days: number): Promise<void> {
  const { practitioner, receiving } = work.accounts;
  const record = await draftRecord(service, work, days);
  const sent = await service.post(practitioner, `${record}/submission`);
  const answered = await service.post(receiving, `${record}/response`, { accurate: true, note: "" });
  if (sent.status !== 200 || answered.status !== 200)
    throw new Error(`No day was delivered: ${JSON.stringify([sent, answered])}`);
}

interface Ending {
  readonly as: "complete" | "curtailed" | "not-started";
  readonly deployment?: number;
}

/** Ends a deployment as the broker; it must succeed. */
export async function endWork(service: Service, work: AgreedWork, ending: Ending): Promise<void> {
  const { as, deployment = 0 } = ending;
  const path = `${work.at(deployment)}/ending`;
  const body = { as, on: work.today, reason: "As agreed with both sides" };
  const ended = await service.ask(work.accounts.broker, { method: "POST", path, body });
  if (ended.status !== 200) throw new Error(`The work did not end: ${JSON.stringify(ended.body)}`);
}

/** Writes the practitioner's profile as it is, with other interests, as they do themself; it must succeed. */
export async function declareInterests(
  service: Service,
  work: AgreedWork,
  declaredInterests: readonly object[],
): Promise<void> {
  const person = await work.store.get(people, work);
  if (!person) throw new Error("Work was agreed");
  const { phases, modes, travelLimitMetres, availability, capacityDaysPerYear, capacityDeployments } = person;
  const offered = {
    phases,
    modes,
    travelLimitMetres,
    availability,
    capacityDaysPerYear,
    capacityDeployments,
  };
  const profile = { ...offered, declaredInterests };
  const answer = await service.put(work.accounts.practitioner, `/people/${work.personId}/profile`, profile);
  if (answer.status !== 200) throw new Error(`Nothing was declared: ${JSON.stringify(answer.body)}`);
  await service.settle();
}
