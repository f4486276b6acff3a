import type { PartyCalendars } from "../../shared/domain/calendarOfParties.ts";
import { chaseToday } from "../../shared/domain/chaser.ts";
import { type Deployment, hasEnded } from "../../shared/domain/deployment.ts";
import type { Recipient } from "../../shared/domain/events.ts";
import { evaluationDue, recordsDue } from "../../shared/domain/workDue.ts";
import { serviceActor } from "../../shared/runtime/session.ts";
import {
  deploymentList,
  deployments,
  evaluationList,
  visits,
  visitsOf,
} from "../../shared/store/rows/deployments.ts";
import { replace, type Store } from "../../shared/store/store.ts";
import type { CalendarOf } from "./expireOffers.ts";

interface At {
  readonly today: string;
  readonly calendarOf: CalendarOf;
}

const sides = ["school", "practitioner"] as const;
type Side = (typeof sides)[number];
const brokers: Recipient = { to: "brokers" };

/**
 * Reminds practitioners of records of visit, and both sides of evaluations, once each before they are due, and tells
 * brokers once where they are late: on working days of the school of whoever has to write. Each is written by
 * itself, and a row that changes meanwhile is left for the next hour.
 */
export async function chaseWork(store: Store, at: At): Promise<void> {
  const [all, written] = await Promise.all([store.all(deploymentList), store.all(evaluationList)]);
  const evaluated = new Set(written.map(({ deploymentId, side }) => `${deploymentId} ${side}`));
  for (const deployment of all)
    if (hasEnded(deployment)) {
      const missing = sides.filter((side) => !evaluated.has(`${deployment.deploymentId} ${side}`));
      await chaseEvaluations(store, { deployment, missing }, at);
    } else await chaseRecords(store, deployment, at);
}

async function chaseRecords(store: Store, deployment: Deployment, at: At): Promise<void> {
  const { requestId, deploymentId, schoolId, personId, homeSchoolId } = deployment;
  const records = await store.all(visitsOf(requestId, deploymentId));
  for (const { visit, due } of recordsDue(records, at.calendarOf(homeSchoolId))) {
    const chased = chaseToday(due, visit.chase, at.today);
    if (!chased) continue;
    const { visitId } = visit;
    const isLate = chased.to === "brokers";
    await store.commit({
      chain: `request:${requestId}`,
      action: isLate ? "record-late" : "record-chased",
      actor: serviceActor("deadlines"),
      facts: { requestId, deploymentId, visitId, dueOn: due.dueOn },
      writes: [replace(visits, { ...visit, chase: chased.chase })],
      announce: [
        {
          type: isLate ? "record-late" : "record-chased",
          subject: { requestId, deploymentId, visitId, schoolId },
          tell: [isLate ? brokers : { to: "person", personId }],
        },
      ],
    });
  }
}

const holderOf = ({ schoolId, personId }: Deployment, side: Side): Recipient =>
  side === "school" ? { to: "school", schoolId } : { to: "person", personId };

interface Unevaluated {
  readonly deployment: Deployment;
  readonly missing: readonly Side[];
}

async function chaseEvaluations(store: Store, { deployment, missing }: Unevaluated, at: At): Promise<void> {
  const { requestId, deploymentId, schoolId, homeSchoolId, evaluationChases: before = {} } = deployment;
  const calendars: PartyCalendars = {
    homeSchool: at.calendarOf(homeSchoolId),
    supportedSchool: at.calendarOf(schoolId),
  };
  const chased = missing.flatMap((side) => {
    const due = evaluationDue(deployment, side, calendars);
    const found = due && chaseToday(due, before[side], at.today);
    return found ? [{ side, ...found }] : [];
  });
  const holders = chased.filter(({ to }) => to === "holder").map(({ side }) => side);
  const late = chased.filter(({ to }) => to === "brokers").map(({ side }) => side);
  if (chased.length === 0) return;
  const evaluationChases = {
    ...before,
    ...Object.fromEntries(chased.map(({ side, chase }) => [side, chase])),
  };
  const subject = { requestId, deploymentId, schoolId };
  await store.commit({
    chain: `request:${requestId}`,
    action: "evaluation-chased",
    actor: serviceActor("deadlines"),
    facts: { requestId, deploymentId, reminded: holders.join(" "), late: late.join(" ") },
    writes: [replace(deployments, { ...deployment, evaluationChases })],
    announce: [
      ...(holders.length === 0
        ? []
        : [
            {
              type: "evaluation-chased" as const,
              subject,
              tell: holders.map((side) => holderOf(deployment, side)),
            },
          ]),
      ...(late.length === 0 ? [] : [{ type: "evaluation-late" as const, subject, tell: [brokers] }]),
    ],
  });
}
