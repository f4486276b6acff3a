import * as z from "zod";
import { addDays } from "../../shared/domain/calendar.ts";
import type { Service } from "../harness/service.ts";
import type { AgreedWork } from "./agreedWork.ts";

/** A record of visit as a practitioner writes it. */
export const visitNote = ({ today }: AgreedWork, days = 1) => ({
  visitedOn: addDays(today, -7),
  days,
  focus: "Reading in year 2",
  whatHappened: "Two lessons were seen and talked through.",
  agreedActions: "Plan the next unit together.",
  nextVisitOn: null,
});

const WithVisitId = z.object({ visitId: z.string() });

/** Writes a record, sends it and has it marked accurate; each step must succeed. */
export async function deliver(service: Service, work: AgreedWork, days: number): Promise<void> {
  const { practitioner, receiving } = work.accounts;
  const post = (account: string, path: string, body?: object) =>
    service.ask(account, { method: "POST", path: `${work.at()}/visits${path}`, ...(body ? { body } : {}) });
  const drafted = await post(practitioner, "", visitNote(work, days));
  const { visitId } = WithVisitId.parse(drafted.body);
  const sent = await post(practitioner, `/${visitId}/submission`);
  const answered = await post(receiving, `/${visitId}/response`, { accurate: true, note: "" });
  if (drafted.status !== 201 || sent.status !== 200 || answered.status !== 200)
    throw new Error(`No day was delivered: ${JSON.stringify([drafted, sent, answered])}`);
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
